import { minute, MINUTE_MS, type Minute } from '../../domain/minute';
import { missingAt, type Missing } from '../../domain/missing';
import type { SeriesColumns } from '../../domain/seriesColumns';
import type { ChartAnswer } from '../chart';
import { msOf } from './columns';
import { firstFrom } from './firstFrom';

/** A bucket of a long window, cut to it: milliseconds since 1970, half-open. */
export interface Bucket {
  readonly fromMs: number;
  readonly toMs: number;
}

type Window = Pick<ChartAnswer, 'from' | 'to' | 'resolutionMinutes'>;

/** The bucket an instant on the time axis lies in; before the window its first, after it its last. */
export function bucketAt({ from, to, resolutionMinutes }: Window, ms: number): Bucket {
  const size = resolutionMinutes * MINUTE_MS;
  const [first, end] = [msOf(from), msOf(to)];
  const within = Math.min(end - MINUTE_MS, Math.max(first, ms));
  const begin = Math.floor(within / size) * size;
  return { fromMs: Math.max(first, begin), toMs: Math.min(end, begin + size) };
}

/** A value and the minute it is of. */
export interface Extreme {
  readonly value: number;
  readonly minute: Minute;
}

/** What a series says of a bucket; `why`: the reason of its first hole, where it has one. */
export interface BucketRow {
  readonly lowest: Extreme | undefined;
  readonly highest: Extreme | undefined;
  readonly below: Extreme | undefined;
  readonly above: Extreme | undefined;
  readonly why: Missing | undefined;
}

export function bucketRows(series: SeriesColumns, fromMs: number, toMs: number): BucketRow {
  const { minutes, missing } = series;
  const [begin, end] = [firstFrom(minutes, fromMs / MINUTE_MS), firstFrom(minutes, toMs / MINUTE_MS)];
  const extreme = (column: Float64Array, isBeyond: (a: number, b: number) => boolean): Extreme | undefined => {
    let found: Extreme | undefined;
    for (let i = begin; i < end; i += 1) {
      const [value, at] = [column[i] ?? NaN, minutes[i]];
      if (Number.isNaN(value) || at === undefined) continue;
      if (found === undefined || isBeyond(value, found.value)) found = { value, minute: minute(at) };
    }
    return found;
  };
  return {
    lowest: extreme(series.low, (a, b) => a < b),
    highest: extreme(series.high, (a, b) => a > b),
    below: extreme(series.dLow, (a, b) => a < b),
    above: extreme(series.dHigh, (a, b) => a > b),
    why: missingAt(missing.subarray(begin, end).find((code) => missingAt(code) !== null)) ?? undefined,
  };
}

/** The minute to open where a long window was pointed at: that of the bucket's furthest deviation on either side; undefined where none was measured. */
export function furthestMinuteAt(answer: Window & Pick<ChartAnswer, 'series'>, ms: number): Minute | undefined {
  const { fromMs, toMs } = bucketAt(answer, ms);
  const extremes = answer.series.flatMap((series) => {
    const { below, above } = bucketRows(series, fromMs, toMs);
    return [below, above].filter((one) => one !== undefined);
  });
  return extremes.reduce<Extreme | undefined>(
    (best, one) => (best === undefined || Math.abs(one.value) > Math.abs(best.value) ? one : best),
    undefined,
  )?.minute;
}
