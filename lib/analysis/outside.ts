import type { Extremes } from './kernel';
import type { Side } from '../domain/episode';

/**
 * How far a venue went beyond every OTHER spot venue on one side in a minute it was measured (method, section 4): below,
 * low ÷ their lowest low − 1 where negative; above, high ÷ their highest high − 1 where positive; else 0. `among`: the venue
 * is one of those the extremes were taken over. Two venues with the same lowest low leave each other at 0.
 */
export function outsideOn(side: Side, extremes: Extremes, slot: number, price: number, among: boolean): number {
  const { lowest, nextLow, highest, nextHigh } = extremes;
  if (side === 'below') {
    const others = among && price === lowest[slot] ? nextLow : lowest;
    return Math.min(0, price / (others[slot] as number) - 1);
  }
  const others = among && price === highest[slot] ? nextHigh : highest;
  return Math.max(0, price / (others[slot] as number) - 1);
}
