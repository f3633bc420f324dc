import { jitter } from '../chance';
import { minuteOf, type Knot } from './knots';

/** The straight-line value of knots at every minute of `[from, to)`; the first and last knots hold beyond themselves. */
export function linear(knots: readonly Knot[], from: number, to: number): Float64Array {
  const points = knots.map(([at, value]) => ({ minute: minuteOf(at), value }));
  const out = new Float64Array(to - from);
  let next = 0;
  for (let minute = from; minute < to; minute += 1) {
    while (next < points.length && (points[next]?.minute ?? Infinity) <= minute) next += 1;
    const left = points[next - 1];
    const right = points[next];
    const value =
      left === undefined
        ? right?.value
        : right === undefined
          ? left.value
          : left.value + ((right.value - left.value) * (minute - left.minute)) / (right.minute - left.minute);
    if (value === undefined) throw new Error('a course needs at least one knot');
    out[minute - from] = value;
  }
  return out;
}

/**
 * Straight lines between knots with a random walk upon them that is 0 at every knot: plausible between, exact at them.
 * Two courses with the same stream agree wherever their knots agree. `step`: the walk's step a minute, as a ratio.
 */
export function course(knots: readonly Knot[], stream: number, step: number, from: number, to: number): Float64Array {
  const out = linear(knots, from, to);
  for (let k = 1; k < knots.length; k += 1) {
    const [left, right] = [knots[k - 1], knots[k]];
    if (left === undefined || right === undefined) continue;
    const start = minuteOf(left[0]);
    const length = minuteOf(right[0]) - start;
    const walk = new Float64Array(length + 1);
    for (let i = 1; i <= length; i += 1) walk[i] = (walk[i - 1] ?? NaN) + step * jitter(stream, start + i);
    const last = walk[length] ?? NaN;
    for (let i = 1; i < length; i += 1) {
      const slot = start + i - from;
      const line = out[slot];
      if (line !== undefined) out[slot] = line * (1 + (walk[i] ?? NaN) - (last * i) / length);
    }
  }
  return out;
}

/** How hard the crash presses, 0 to 1: volatility 20:50 to 22:00 and the low at 21:20 (the official account), then slowly less. */
export const STRESS: readonly Knot[] = [
  ['10-10T20:50', 0],
  ['10-10T21:10', 0.6],
  ['10-10T21:18', 1],
  ['10-10T21:25', 1],
  ['10-10T21:36', 0.8],
  ['10-10T22:00', 0.45],
  ['10-10T22:40', 0.15],
  ['10-10T23:45', 0.1],
  ['10-11T00:06', 0.05],
];
