import { ANSWERED, isMovedAt, isTraded, type CandleColumns } from '../../domain/candle';
import { isComputed, type Kind } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { LEAST_OWN_LEVEL_CLOSES } from '../../domain/contagion';
import { meanOf } from '../../domain/exact';
import type { MinuteRange } from '../../domain/minute';
import { middleOf } from '../reference/order';

/**
 * What is known of a minute of a book: a price; that nothing was traded; or nothing. A mark or an index stands in every minute, so a minute without one is
 * not known. A minute outside the columns is not known either.
 */
export type Known = 'price' | 'silent' | 'unknown';

export function knownAt(candles: CandleColumns, kind: Kind, slot: number): Known {
  const isPriced = !Number.isNaN(candles.low[slot] ?? NaN);
  if (isComputed(kind)) return isPriced ? 'price' : 'unknown';
  if (isPriced && isTraded(candles, slot)) return 'price';
  return candles.answered[slot] === ANSWERED.yes && !isMovedAt(candles, slot) ? 'silent' : 'unknown';
}

/** A book's own level, and of how many closes it was taken. */
export interface OwnLevel {
  /** NaN: of too few. */
  readonly level: number;
  readonly closes: number;
}

/**
 * The median of a book's closes in a range, in its own quote; of an even count the exact mean of the middle two decimals: 3.9945 of 3.994 and 3.995. Minutes
 * without a price are left out.
 */
export function ownLevelOf({ market, candles }: MarketColumns, { from, to }: MinuteRange): OwnLevel {
  const closes: number[] = [];
  for (let slot = from - candles.range.from; slot < to - candles.range.from; slot += 1)
    if (knownAt(candles, market.kind, slot) === 'price') closes.push(candles.close[slot] as number);
  const middle = closes.length < LEAST_OWN_LEVEL_CLOSES ? undefined : middleOf(closes);
  return { level: middle === undefined ? NaN : meanOf(...middle), closes: closes.length };
}
