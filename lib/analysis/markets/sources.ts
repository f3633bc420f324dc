import { ANSWERED, type CandleColumns } from '../../domain/candle';
import { grouped } from '../../domain/grouped';
import type { MinuteRange } from '../../domain/minute';
import { roadOf, SOURCES } from '../../domain/market';
import { marketKey } from './marketKey';
import type { ChosenMarket, MarketColumns } from '../types';

/**
 * Of every market one source, never a mixture: the one that answered most minutes of the day, the first in the order of
 * SOURCES where several did equally. Display klines (`ui`) are never taken: their venue edits them. By venue, base, quote and kind.
 */
export function oneSourceEach(markets: readonly MarketColumns[], day: MinuteRange): readonly ChosenMarket[] {
  const groups = grouped(markets, ({ market }) => marketKey(market));
  return [...groups.keys()].sort().flatMap((key) => chosenOf(groups.get(key) ?? [], day));
}

const bySource = (a: MarketColumns, b: MarketColumns): number => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source);

function chosenOf(all: readonly MarketColumns[], day: MinuteRange): readonly ChosenMarket[] {
  const [first, ...rest] = all.filter(({ source }) => roadOf(source) !== 'ui').sort(bySource);
  if (first === undefined) return [];
  const most = rest.reduce((best, one) => (answeredIn(one, day) > answeredIn(best, day) ? one : best), first);
  const { market, source, candles } = most;
  const others = all.filter((columns) => columns !== most).sort(bySource);
  return [{ market, source, candles, otherSources: others.map((one) => one.source) }];
}

function answeredIn({ candles }: MarketColumns, day: MinuteRange): number {
  const { first, end } = slotsIn(candles, day);
  let answered = 0;
  for (let slot = first; slot < end; slot += 1) answered += candles.answered[slot] === ANSWERED.yes ? 1 : 0;
  return answered;
}

/** The slots of a range that the columns have; none where `first` is not below `end`. */
export const slotsIn = (
  { range, low }: CandleColumns,
  { from, to }: MinuteRange,
): { readonly first: number; readonly end: number } => ({
  first: Math.max(0, from - range.from),
  end: Math.min(low.length, to - range.from),
});
