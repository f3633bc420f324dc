import { medianOf } from './order';

/** "First minutes" (method, section 6): as many measured closes at the window's beginning, of which the median is taken. */
const FIRST_MINUTES = 5;

/** Lowest low ÷ median of the first closes − 1; NaN where nothing was measured. Holes are passed over. */
export function fallOf(lows: Float64Array, closes: Float64Array): number {
  const first: number[] = [];
  for (let i = 0; i < closes.length && first.length < FIRST_MINUTES; i += 1) {
    const close = closes[i] as number;
    if (!Number.isNaN(close)) first.push(close);
  }
  let lowest = NaN;
  for (const low of lows) if (!(lowest <= low) && !Number.isNaN(low)) lowest = low;
  return lowest / medianOf(first) - 1;
}
