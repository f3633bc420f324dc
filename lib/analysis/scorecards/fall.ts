import { FIRST_CLOSES } from '../../domain/method';
import { medianOf } from '../reference/order';

/** The level before anything happened: the median of the first closes there are; NaN where nothing was measured. Holes are passed over. */
export function firstLevelOf(closes: Float64Array): number {
  const first: number[] = [];
  for (let i = 0; i < closes.length && first.length < FIRST_CLOSES; i += 1) {
    const close = closes[i] as number;
    if (!Number.isNaN(close)) first.push(close);
  }
  return medianOf(first);
}

/** Lowest low ÷ level before − 1; NaN where nothing was measured. */
export const fallOf = (lows: Float64Array, closes: Float64Array): number =>
  (lows[lowestSlot(lows)] ?? NaN) / firstLevelOf(closes) - 1;

/** The slot of the lowest low, the first of equals; −1 where there is none. */
export function lowestSlot(lows: Float64Array): number {
  let lowest = -1;
  for (let i = 0; i < lows.length; i += 1) {
    const low = lows[i] as number;
    if (!Number.isNaN(low) && (lowest < 0 || low < (lows[lowest] as number))) lowest = i;
  }
  return lowest;
}
