import type { SpotPrices } from './reference';
import type { Side } from './types';

/**
 * The range of all spot venues in each minute: the lowest low and the highest high, and the next ones after them, so that
 * any venue can be left out of its own comparison. NaN where fewer venues traded.
 */
export interface Extremes {
  readonly lowest: Float64Array;
  readonly nextLow: Float64Array;
  readonly highest: Float64Array;
  readonly nextHigh: Float64Array;
}

export function extremesOf(spot: readonly SpotPrices[], slots: number): Extremes {
  const hole = (): Float64Array => new Float64Array(slots).fill(NaN);
  const out: Extremes = { lowest: hole(), nextLow: hole(), highest: hole(), nextHigh: hole() };
  for (const { low, high } of spot) {
    for (let i = 0; i < slots; i += 1) {
      const [l, h] = [low[i] as number, high[i] as number];
      if (Number.isNaN(l)) continue;
      if (!((out.lowest[i] as number) <= l)) {
        out.nextLow[i] = out.lowest[i] as number;
        out.lowest[i] = l;
      } else if (!((out.nextLow[i] as number) <= l)) out.nextLow[i] = l;
      if (!((out.highest[i] as number) >= h)) {
        out.nextHigh[i] = out.highest[i] as number;
        out.highest[i] = h;
      } else if (!((out.nextHigh[i] as number) >= h)) out.nextHigh[i] = h;
    }
  }
  return out;
}

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
