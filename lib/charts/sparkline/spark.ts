import { columnsOf, windowOf } from '../buckets/columns';
import type { ChartAnswer } from '../chart';
import type { SeriesColumns } from '../../domain/seriesColumns';

/** A market's deviations at a glance, bucket by bucket: null where nothing was measured in it. */
export interface Spark {
  /** The furthest below the reference, or the least above it. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** Sums a series up in at most so many buckets of whole minutes; the extremes of the window are among them. */
export function sparkOf(
  series: SeriesColumns,
  answer: Pick<ChartAnswer, 'from' | 'to' | 'resolutionMinutes'>,
  buckets: number,
): Spark {
  const range = windowOf(answer);
  const minutes = range.to - range.from;
  const size = Math.max(1, Math.ceil(minutes / buckets));
  const count = Math.ceil(minutes / size);
  const low = new Array<number | null>(count).fill(null);
  const high = new Array<number | null>(count).fill(null);
  const { at, dLow, dHigh } = columnsOf(series, range, answer.resolutionMinutes);
  at.forEach((minute, slot) => {
    const bucket = Math.floor(minute / size);
    low[bucket] = furthest(low[bucket] ?? null, dLow[slot], Math.min);
    high[bucket] = furthest(high[bucket] ?? null, dHigh[slot], Math.max);
  });
  return { low: low.map(short), high: high.map(short) };
}

/** More digits than a picture shows make a page heavy. */
const DIGITS = 4;
const short = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(DIGITS)));

const furthest = (
  known: number | null,
  value: number | undefined,
  of: (a: number, b: number) => number,
): number | null => (value === undefined || Number.isNaN(value) ? known : known === null ? value : of(known, value));
