import { extremesOf } from '../buckets/extremes';

/** Flat `[x0, y0, x1, y1, …]`, x in milliseconds since 1970; y NaN breaks the line. */
export type Points = Float64Array;

/** A line through a column: its points, and apart from them those that stand alone between two holes. */
export interface Line {
  readonly points: Points;
  /** A line through one point draws nothing, so these are drawn as dots. */
  readonly alone: Points;
}

/**
 * The line through a column's lowest and highest values per bucket of slots, in the order of their minutes. It is broken
 * wherever a slot between two kept ones is a hole: a missing minute is a gap, at any zoom. `timesMs`: that of each slot.
 */
export function lineOf(column: Float64Array, edges: Uint32Array, timesMs: Float64Array): Line {
  const kept = keptSlots(column, edges);
  const holes = holesBefore(column);
  const gapAfter = (i: number): boolean => {
    const [a, b] = [kept[i], kept[i + 1]];
    return a === undefined || b === undefined || holes[a] !== holes[b];
  };
  const points: number[] = [];
  const alone: number[] = [];
  kept.forEach((slot, i) => {
    const [x, y] = [timesMs[slot] ?? NaN, column[slot] ?? NaN];
    points.push(x, y);
    if (gapAfter(i) && (i === 0 || gapAfter(i - 1))) alone.push(x, y);
    if (gapAfter(i) && i < kept.length - 1) points.push(x, NaN);
  });
  return { points: Float64Array.from(points), alone: Float64Array.from(alone) };
}

function keptSlots(column: Float64Array, edges: Uint32Array): number[] {
  const { minSlot, maxSlot, count } = extremesOf(column, edges);
  const kept: number[] = [];
  count.forEach((values, b) => {
    if (values === 0) return;
    const [a, z] = [minSlot[b] ?? NaN, maxSlot[b] ?? NaN];
    kept.push(Math.min(a, z));
    if (a !== z) kept.push(Math.max(a, z));
  });
  return kept;
}

const holesKnown = new WeakMap<Float64Array, Uint32Array>();

/** Holes up to each slot: two slots with the same count have none between them. Counted once a column, however often it is drawn. */
function holesBefore(column: Float64Array): Uint32Array {
  const known = holesKnown.get(column);
  if (known !== undefined) return known;
  let holes = 0;
  const counted = new Uint32Array(column.length);
  for (let slot = 0; slot < column.length; slot += 1) {
    const value = column[slot] as number;
    if (value !== value) holes += 1;
    counted[slot] = holes;
  }
  holesKnown.set(column, counted);
  return counted;
}
