import type { Extremes } from './kernel';
import { rowOf, type PriceMatrix } from '../markets/prices';
import type { Side } from '../../domain/episode';

/** The range of the spot books, and what the venue's own has in it; undefined where it has none. */
export interface OthersRange extends Extremes {
  readonly ownLow: Float64Array | undefined;
  readonly ownHigh: Float64Array | undefined;
}

export function othersRange(extremes: Extremes, { own, low, high, slots }: PriceMatrix, row: number): OthersRange {
  const book = own[row] as number;
  const [ownLow, ownHigh] = book < 0 ? [undefined, undefined] : [rowOf(low, book, slots), rowOf(high, book, slots)];
  return { ...extremes, ownLow, ownHigh };
}

/**
 * How far a venue went beyond every OTHER spot venue on one side in a minute it was measured (method, section 4): below,
 * low ÷ their lowest low − 1 where negative; above, high ÷ their highest high − 1 where positive; else 0; NaN
 * where no other traded. Two venues with the same lowest low leave each other at 0.
 */
export function outsideOn(
  side: Side,
  { lowest, nextLow, highest, nextHigh, ownLow, ownHigh }: OthersRange,
  slot: number,
  price: number,
): number {
  if (side === 'below') {
    const others = ownLow?.[slot] === lowest[slot] ? nextLow : lowest;
    return Math.min(0, price / (others[slot] as number) - 1);
  }
  const others = ownHigh?.[slot] === highest[slot] ? nextHigh : highest;
  return Math.max(0, price / (others[slot] as number) - 1);
}
