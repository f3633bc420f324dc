import type { MinuteRange } from '../../domain/minute';
import { firstFrom } from './firstFrom';

/** What a bucket of minutes keeps of a column. Slots are those of the column; −1 where the bucket holds no value. */
export interface Extremes {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly minSlot: Int32Array;
  readonly maxSlot: Int32Array;
  /** Values in the bucket. */
  readonly count: Int32Array;
  /** 1 where the bucket also has minutes without a value. */
  readonly hasHole: Uint8Array;
}

/**
 * The extremes of a column per bucket; bucket b is `[edges[b], edges[b + 1])`. NaN is skipped, never a reason to drop the
 * bucket; of equal extremes the first counts. A bucket without values has NaN for both. Nothing is averaged, so a wick of
 * one minute survives at its exact depth and slot in buckets of any size.
 */
export function extremesOf(column: Float64Array, edges: Uint32Array): Extremes {
  const buckets = Math.max(0, edges.length - 1);
  const out = {
    min: new Float64Array(buckets).fill(NaN),
    max: new Float64Array(buckets).fill(NaN),
    minSlot: new Int32Array(buckets).fill(-1),
    maxSlot: new Int32Array(buckets).fill(-1),
    count: new Int32Array(buckets),
    hasHole: new Uint8Array(buckets),
  };
  for (let b = 0; b < buckets; b += 1) fold(column, edges[b] ?? NaN, edges[b + 1] ?? NaN, b, out);
  return out;
}

function fold(column: Float64Array, from: number, to: number, b: number, out: Extremes): void {
  // Each frame of a drag passes over every slot in sight: no pairs made to be taken apart, and nothing called.
  let min = Infinity;
  let max = -Infinity;
  let minSlot = -1;
  let maxSlot = -1;
  let count = 0;
  const end = Math.min(to, column.length);
  for (let slot = from; slot < end; slot += 1) {
    const value = column[slot] as number;
    if (value !== value) continue;
    count += 1;
    if (value < min) {
      min = value;
      minSlot = slot;
    }
    if (value > max) {
      max = value;
      maxSlot = slot;
    }
  }
  out.count[b] = count;
  out.hasHole[b] = count < to - from ? 1 : 0;
  if (count === 0) return;
  out.min[b] = min;
  out.max[b] = max;
  out.minSlot[b] = minSlot;
  out.maxSlot[b] = maxSlot;
}

/** Two points (lowest and highest) a pixel are drawn at most; up to that every minute is its own bucket. */
const MINUTES_A_PIXEL = 2;

/** A part of a window in minutes since its beginning, half-open. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * The buckets of a window of `size` minutes on `pixels` pixels: one minute each while they fit, else equal ones. With a
 * part looked at it has the finer buckets that its own size needs; what lies outside keeps the coarse.
 */
export function bucketEdges(size: number, pixels: number, part?: Part): Uint32Array {
  const coarse = stepOf(size, pixels);
  if (part === undefined) return Uint32Array.from([...steps(0, size, coarse), size]);
  const [from, to] = [Math.max(0, part.from), Math.min(size, part.to)];
  if (from >= to) return bucketEdges(size, pixels);
  return Uint32Array.from([
    ...steps(0, from, coarse),
    ...steps(from, to, stepOf(to - from, pixels)),
    ...steps(to, size, coarse),
    size,
  ]);
}

/**
 * The same of a window whose rows were kept by buckets of `resolution` minutes aligned since 1970: edges lie between those
 * buckets, so that none of them is cut in two. `from`: the window's first minute.
 */
export function alignedEdges({ from, to }: MinuteRange, resolution: number, pixels: number, part?: Part): Uint32Array {
  const first = Math.floor(from / resolution);
  const bucketOf = (slot: number): number => Math.floor((from + slot) / resolution) - first;
  const size = bucketOf(to - 1 - from) + 1;
  const within =
    part === undefined ? undefined : { from: bucketOf(Math.max(0, part.from)), to: bucketOf(part.to - 1) + 1 };
  return bucketEdges(size, pixels, within).map((bucket) =>
    Math.min(to - from, Math.max(0, (first + bucket) * resolution - from)),
  );
}

/**
 * The buckets of what is in sight, on edges of `units` (where each begins, and where the last ends, in minutes since the window's
 * first). They are counted from the window's beginning, so that moving the sight moves no extreme from one bucket to the next.
 */
export function edgesIn(units: Uint32Array, from: number, to: number, pixels: number): Uint32Array {
  const count = units.length - 1;
  const [first, end] = [unitAt(units, from), Math.min(count, unitAt(units, Math.max(from, to - 1)) + 1)];
  const step = stepOf(end - first, pixels);
  const begin = Math.floor(first / step) * step;
  const edges = steps(begin, end, step).map((unit) => units[unit] as number);
  return Uint32Array.from([...edges, units[Math.min(count, begin + edges.length * step)] as number]);
}

/** The unit that holds a minute. */
function unitAt(units: Uint32Array, minutes: number): number {
  let [low, high] = [0, Math.max(0, units.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((units[middle] as number) <= minutes) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Edges in minutes as edges in slots: for each the first slot at or after it. `at`: the minute of each slot, ascending. */
export function slotEdges(at: Int32Array, edges: Uint32Array): Uint32Array {
  const out = new Uint32Array(edges.length);
  let slot = edges.length === 0 ? 0 : firstFrom(at, edges[0] as number);
  for (let i = 0; i < edges.length; i += 1) {
    const edge = edges[i] as number;
    while (slot < at.length && (at[slot] as number) < edge) slot += 1;
    out[i] = slot;
  }
  return out;
}

/** Every slot a bucket of its own. */
export const eachSlot = (slots: number): Uint32Array => Uint32Array.from({ length: slots + 1 }, (_, slot) => slot);

const stepOf = (size: number, pixels: number): number =>
  size <= pixels * MINUTES_A_PIXEL ? 1 : Math.ceil(size / Math.max(1, pixels));

const steps = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
