import { decimalOf, minus, numberOf, quotient, times } from '../../domain/decimal';
import { moveOf } from '../../domain/exact';
import type { MarketColumns } from '../../domain/marketColumns';
import { plus, type Minute, type MinuteRange } from '../../domain/minute';
import { knownAt } from './ownLevel';

/** A book and its own level; NaN: it has none. */
export interface Leveled {
  readonly columns: MarketColumns;
  readonly level: number;
}

/** A close, and how far it lies from the book's own level, as a ratio. */
export interface Moved {
  readonly close: number;
  readonly move: number;
}

/** What a venue's own spot book did to an index in one minute, by the weight that the venue published. */
export interface OwnShare {
  readonly minute: Minute;
  readonly spot: Moved;
  /** The part of the index's move that is the weight times the spot's: of the index's own level, or of the spot's where no index is known. */
  readonly part: number;
  /** undefined: no index is stored with the spot's quote. */
  readonly index: Moved | undefined;
  /** part ÷ the index's move; undefined without an index, and where it did not move down. Beyond 1 where the rest rose. */
  readonly share: number | undefined;
}

/**
 * An index is weight × own spot + (1 − weight) × the rest, all in one quote. From its own level I₀ to a close I its move is I ÷ I₀ − 1, and of that
 * weight × (S − S₀) ÷ I₀ is the spot's, S₀ being the spot's own level and S its close in the same minute. Taken in the minute of the index's lowest
 * close of those in which both are known, the first of equals. Without an index: in the minute of the spot's lowest close, as weight × (S ÷ S₀ − 1), which takes
 * index and spot to have stood alike before. undefined: a level or every minute is missing.
 * Figures are those of the decimals as printed, to 30 places.
 */
export function ownShareOf(
  weight: number,
  spot: Leveled,
  index: Leveled | undefined,
  range: MinuteRange,
): OwnShare | undefined {
  const lead = index ?? spot;
  if (!(spot.level > 0 && lead.level > 0)) return undefined;
  let lowest: Minute | undefined;
  for (let at = range.from; at < range.to; at = plus(at, 1)) {
    const [own, led] = [closeAt(spot.columns, at), closeAt(lead.columns, at)];
    if (Number.isNaN(own) || Number.isNaN(led)) continue;
    if (lowest === undefined || led < closeAt(lead.columns, lowest)) lowest = at;
  }
  if (lowest === undefined) return undefined;
  const own = moved(spot, lowest);
  const indexMove = index === undefined ? undefined : moved(index, lowest);
  const ownMove = times(decimalOf(weight), minus(decimalOf(own.close), decimalOf(spot.level)));
  return {
    minute: lowest,
    spot: own,
    part: numberOf(quotient(ownMove, decimalOf(lead.level))),
    index: indexMove,
    share:
      indexMove !== undefined && indexMove.move < 0
        ? numberOf(quotient(ownMove, minus(decimalOf(indexMove.close), decimalOf(lead.level))))
        : undefined,
  };
}

const closeAt = ({ market, candles }: MarketColumns, at: Minute): number => {
  const slot = at - candles.range.from;
  return knownAt(candles, market.kind, slot) === 'price' ? (candles.close[slot] as number) : NaN;
};

const moved = ({ columns, level }: Leveled, at: Minute): Moved => {
  const close = closeAt(columns, at);
  return { close, move: moveOf(close, level) };
};
