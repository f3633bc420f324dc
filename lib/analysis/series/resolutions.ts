import type { Minute, MinuteRange } from '../../domain/minute';
import { MISSING } from '../types';

/**
 * The sizes of buckets, in minutes. Each divides the next, so that coarser ones are made from finer ones, and all divide a
 * UTC day, so that no bucket lies across two days and a window may be worked on day by day.
 */
export const RESOLUTIONS = [5, 15, 30, 60, 120, 240, 720, 1_440] as const;

/** The least size with which `minutes` are at most `most` buckets: 1, every minute by itself, where that is enough; else the coarsest there is. */
export function resolutionFor(minutes: number, most: number): number {
  // A window that begins inside a bucket touches one more.
  const fits = (size: number): boolean => minutes / size + (size === 1 ? 0 : 1) <= most;
  return [1, ...RESOLUTIONS].find(fits) ?? RESOLUTIONS[RESOLUTIONS.length - 1] ?? 1;
}

/** What buckets keep of one column: the extremes and the last value, and the minute of each; NaN and −1 where a bucket holds no value. */
export interface Kept {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly last: Float64Array;
  readonly minMinute: Int32Array;
  readonly maxMinute: Int32Array;
  readonly lastMinute: Int32Array;
}

/**
 * Columns of minutes in buckets of `size` minutes, aligned to multiples of it since 1970, so that two windows share their
 * buckets. Bucket b begins at `first + b × size`; the first and the last may reach beyond the window they were made of.
 */
export interface Buckets<Name extends string> {
  readonly size: number;
  readonly first: number;
  readonly length: number;
  readonly columns: Readonly<Record<Name, Kept>>;
  /** Minutes by MISSING, bucket after bucket: `counts[b * MISSING.length]` are measured. Minutes outside the window are in none. */
  readonly counts: Uint16Array;
}

/** Buckets over a range, nothing in them yet. `room`: of the same names, that nobody looks at any more; taken where it is as large. */
export function emptyBuckets<Name extends string>(
  range: MinuteRange,
  size: number,
  names: readonly Name[],
  room?: Buckets<Name>,
): Buckets<Name> {
  const first = Math.floor(range.from / size) * size;
  const length = Math.ceil((range.to - first) / size);
  if (room?.size === size && room.length === length) return emptied(room, first);
  const values = (): Float64Array => new Float64Array(length).fill(NaN);
  const minutes = (): Int32Array => new Int32Array(length).fill(-1);
  const kept = (): Kept => ({
    min: values(),
    max: values(),
    last: values(),
    minMinute: minutes(),
    maxMinute: minutes(),
    lastMinute: minutes(),
  });
  return {
    size,
    first,
    length,
    columns: Object.fromEntries(names.map((name) => [name, kept()])) as Record<Name, Kept>,
    counts: new Uint16Array(length * MISSING.length),
  };
}

function emptied<Name extends string>(room: Buckets<Name>, first: number): Buckets<Name> {
  for (const name in room.columns) {
    const { min, max, last, minMinute, maxMinute, lastMinute } = room.columns[name];
    for (const values of [min, max, last]) values.fill(NaN);
    for (const minutes of [minMinute, maxMinute, lastMinute]) minutes.fill(-1);
  }
  room.counts.fill(0);
  return { ...room, first };
}

/**
 * Puts consecutive minutes into their buckets: slot i of every column is minute `from + i`, NaN a hole; `missing` are indices
 * into MISSING. Minutes come in ascending order, each once. Of equal extremes the first counts; nothing is averaged, so
 * a wick of one minute survives at its exact depth and minute at any size.
 */
export function addMinutes<Name extends string>(
  buckets: Buckets<Name>,
  from: Minute,
  columns: Readonly<Record<Name, Float64Array>>,
  missing: Uint8Array,
): void {
  const { size, first, counts } = buckets;
  const end = from + missing.length;
  for (let at: number = from; at < end;) {
    const bucket = Math.floor((at - first) / size);
    const to = Math.min(end, first + (bucket + 1) * size);
    const place = bucket * MISSING.length;
    // Most minutes are measured, and a count in memory waits for the one before it.
    let measured = 0;
    for (let slot = at - from; slot < to - from; slot += 1) {
      const why = missing[slot] as number;
      if (why === 0) measured += 1;
      else counts[place + why] = (counts[place + why] as number) + 1;
    }
    counts[place] = (counts[place] as number) + measured;
    for (const name in buckets.columns) fold(buckets.columns[name], bucket, columns[name], at, to, from);
    at = to;
  }
}

/** Folds minutes `[at, to)` of a column whose slot 0 is minute `from` into one bucket. */
function fold(kept: Kept, bucket: number, column: Float64Array, at: number, to: number, from: number): void {
  let lastMinute = to - 1;
  // NaN alone differs from itself.
  while (lastMinute >= at && column[lastMinute - from] !== column[lastMinute - from]) lastMinute -= 1;
  if (lastMinute < at) return;
  let min = kept.min[bucket] as number;
  let max = kept.max[bucket] as number;
  let minMinute = -1;
  let maxMinute = -1;
  let minute = at;
  if (min !== min) {
    while (column[minute - from] !== column[minute - from]) minute += 1;
    min = max = column[minute - from] as number;
    minMinute = maxMinute = minute;
  }
  // A hole is neither less nor more.
  for (; minute <= lastMinute; minute += 1) {
    const value = column[minute - from] as number;
    if (value < min) {
      min = value;
      minMinute = minute;
    } else if (value > max) {
      max = value;
      maxMinute = minute;
    }
  }
  kept.last[bucket] = column[lastMinute - from] as number;
  kept.lastMinute[bucket] = lastMinute;
  if (minMinute >= 0) {
    kept.min[bucket] = min;
    kept.minMinute[bucket] = minMinute;
  }
  if (maxMinute >= 0) {
    kept.max[bucket] = max;
    kept.maxMinute[bucket] = maxMinute;
  }
}

/** The same in coarser buckets. Throws where `size` is no multiple of the finer size. */
export function coarser<Name extends string>(finer: Buckets<Name>, size: number): Buckets<Name> {
  if (size % finer.size !== 0)
    throw new RangeError(`buckets of ${String(finer.size)} minutes do not make buckets of ${String(size)}`);
  const names = Object.keys(finer.columns) as Name[];
  const out = emptyBuckets(
    { from: finer.first as Minute, to: (finer.first + finer.length * finer.size) as Minute },
    size,
    names,
  );
  for (let b = 0; b < finer.length; b += 1) {
    const into = Math.floor((finer.first + b * finer.size - out.first) / size);
    for (let code = 0; code < MISSING.length; code += 1) {
      const place = into * MISSING.length + code;
      out.counts[place] = (out.counts[place] as number) + (finer.counts[b * MISSING.length + code] as number);
    }
    for (const name of names) join(out.columns[name], into, finer.columns[name], b);
  }
  return out;
}

function join(out: Kept, into: number, finer: Kept, b: number): void {
  if ((finer.lastMinute[b] as number) < 0) return;
  if (!((finer.min[b] as number) >= (out.min[into] as number))) {
    out.min[into] = finer.min[b] as number;
    out.minMinute[into] = finer.minMinute[b] as number;
  }
  if (!((finer.max[b] as number) <= (out.max[into] as number))) {
    out.max[into] = finer.max[b] as number;
    out.maxMinute[into] = finer.maxMinute[b] as number;
  }
  out.last[into] = finer.last[b] as number;
  out.lastMinute[into] = finer.lastMinute[b] as number;
}
