import { addMinutes, emptyBuckets, type Buckets } from '../../analysis/series/resolutions';
import type { MeasuredChunk } from '../../analysis/long/run';
import { MISSING, type VenueSeries } from '../../analysis/types';
import type { VenueSeriesAnswer } from '../../api/deviations';
import { pairOf } from '../../domain/market';
import { formatMinute, plus, type MinuteRange } from '../../domain/minute';
import { missingReason, orNull } from '../deviations/deviationsAnswer';

/** The columns whose extremes every bucket keeps. */
const KEPT = ['dLow', 'dHigh', 'dClose', 'low', 'high'] as const;

type Rows = VenueSeriesAnswer;

/**
 * Of every bucket of `size` minutes the rows that matter: the minutes of the extremes of KEPT, and the last measured one; of a
 * bucket without a price one minute that says why, by the reason most of its minutes have. Rows are whole minutes as they
 * were; none is averaged. Open prices, volumes and dispersions are not among them:
 * a long window is read without.
 */
export class SparseRows {
  readonly #size: number;
  #series: Rows[] = [];

  /** `size` divides a day, so that no bucket lies across two pieces. */
  constructor(size: number) {
    this.#size = size;
  }

  take({ range, series }: MeasuredChunk): void {
    if (this.#series.length === 0) this.#series = series.map(emptyRows);
    series.forEach((one, i) => {
      const buckets = emptyBuckets(range, this.#size, KEPT);
      addMinutes(buckets, range.from, one, one.missing);
      for (let bucket = 0; bucket < buckets.length; bucket += 1) {
        for (const minute of minutesThatMatter(buckets, bucket, one.missing, range))
          addRow(this.#series[i] as Rows, one, minute - range.from, range);
      }
    });
  }

  get series(): readonly Rows[] {
    return this.#series;
  }
}

function minutesThatMatter(
  { size, first, columns, counts }: Buckets<(typeof KEPT)[number]>,
  bucket: number,
  missing: Uint8Array,
  range: MinuteRange,
): readonly number[] {
  const minutes = new Set<number>();
  for (const name of KEPT)
    minutes.add(columns[name].minMinute[bucket] as number).add(columns[name].maxMinute[bucket] as number);
  minutes.add(columns.dClose.lastMinute[bucket] as number).delete(-1);
  if (minutes.size > 0) return [...minutes].sort((a, b) => a - b);
  const begin = Math.max(first + bucket * size, range.from);
  const end = Math.min(first + (bucket + 1) * size, range.to);
  const own = counts.subarray(bucket * MISSING.length, (bucket + 1) * MISSING.length);
  const reason = own.indexOf(Math.max(...own));
  const at = missing.subarray(begin - range.from, end - range.from).indexOf(reason);
  return at < 0 ? [] : [begin + at];
}

const emptyRows = ({ venue, market }: VenueSeries): Rows => ({
  venue,
  market: pairOf(market),
  kind: market.kind,
  minutes: [],
  high: [],
  low: [],
  close: [],
  referenceLow: [],
  referenceHigh: [],
  referenceClose: [],
  peers: [],
  dLow: [],
  dHigh: [],
  dClose: [],
  outside: [],
  missing: [],
});

const COLUMNS = [
  'high',
  'low',
  'close',
  'referenceLow',
  'referenceHigh',
  'referenceClose',
  'dLow',
  'dHigh',
  'dClose',
  'outside',
] as const;

function addRow(rows: Rows, series: VenueSeries, slot: number, { from }: MinuteRange): void {
  rows.minutes.push(formatMinute(plus(from, slot)));
  for (const name of COLUMNS) rows[name].push(orNull(series[name][slot]));
  rows.peers.push(series.peers[slot] as number);
  rows.missing.push(missingReason(series.missing[slot]));
}
