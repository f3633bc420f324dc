import { addMinutes, emptyBuckets, type Buckets } from '../../analysis/series/resolutions';
import type { MeasuredDay } from '../../analysis/days/day';
import { rowKey } from '../../analysis/days/rows';
import type { DayRow } from '../../analysis/series/daySeries';
import type { Doubt } from '../../analysis/uncertainty/uncertainty';
import type { WindowRow } from '../../analysis/window/windowRun';
import { MISSING, type VenueSeries } from '../../analysis/types';
import type { Market } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import type { SeriesRows } from '../deviations/rows';

/** The columns of whose extremes every bucket has rows. */
const EXTREMES_OF = ['dLow', 'dHigh', 'dClose', 'low', 'high'] as const;

/**
 * The rows of every bucket of `size` minutes that matter: the minutes of the extremes of EXTREMES_OF, and the last measured one; of a
 * bucket without a price one minute that says why, by the reason most of its minutes have. Rows are whole minutes as they
 * were; none is averaged. Open prices, volumes and dispersions are not among them:
 * a long window is read without.
 */
export class SparseRows {
  readonly #size: number;
  readonly #rows = new Map<string, GrowingRows>();

  /** `size` divides a day, so that no bucket lies across two pieces. */
  constructor(size: number) {
    this.#size = size;
  }

  take({ range, series, rows: dayRows }: Pick<MeasuredDay, 'range' | 'series' | 'rows'>): void {
    series.forEach((one, place) => {
      const { doubts } = dayRows[place] as DayRow;
      const rows = this.#rows.get(rowKey(one)) ?? emptyRows();
      this.#rows.set(rowKey(one), rows);
      const buckets = emptyBuckets(range, this.#size, EXTREMES_OF);
      addMinutes(buckets, range.from, one, one.missing);
      for (let bucket = 0; bucket < buckets.length; bucket += 1) {
        for (const minute of minutesThatMatter(buckets, bucket, one.missing, range))
          addRow(rows, one, doubts, minute - range.from, range);
      }
    });
  }

  /** The rows of each row of the window; a day on which it has no book has none. */
  seriesOf(shown: readonly WindowRow[]): readonly SeriesRows[] {
    return shown.map((row) => rowsOf(row.market, this.#rows.get(rowKey(row)) ?? emptyRows()));
  }
}

function minutesThatMatter(
  { size, first, columns, counts }: Buckets<(typeof EXTREMES_OF)[number]>,
  bucket: number,
  missing: Uint8Array,
  range: MinuteRange,
): readonly number[] {
  const minutes: number[] = [];
  for (const name of EXTREMES_OF)
    minutes.push(columns[name].minMinute[bucket] as number, columns[name].maxMinute[bucket] as number);
  minutes.push(columns.dClose.lastMinute[bucket] as number);
  minutes.sort((a, b) => a - b);
  const different = minutes.filter((minute, i) => minute >= 0 && minute !== minutes[i - 1]);
  if (different.length > 0) return different;
  const begin = Math.max(first + bucket * size, range.from);
  const end = Math.min(first + (bucket + 1) * size, range.to);
  const own = counts.subarray(bucket * MISSING.length, (bucket + 1) * MISSING.length);
  const reason = own.indexOf(Math.max(...own));
  const at = missing.subarray(begin - range.from, end - range.from).indexOf(reason);
  return at < 0 ? [] : [begin + at];
}

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
  'rate',
  'rateUncertainty',
] as const;

const MEASURED = MISSING.indexOf('measured');

/** Rows while they come in. */
interface GrowingRows {
  readonly minutes: number[];
  readonly columns: Readonly<Record<(typeof COLUMNS)[number], number[]>>;
  readonly uncertainty: number[];
  readonly peers: number[];
  readonly weak: number[];
  readonly rateRule: number[];
  readonly missing: number[];
}

const emptyRows = (): GrowingRows => ({
  minutes: [],
  columns: {
    high: [],
    low: [],
    close: [],
    referenceLow: [],
    referenceHigh: [],
    referenceClose: [],
    dLow: [],
    dHigh: [],
    dClose: [],
    outside: [],
    rate: [],
    rateUncertainty: [],
  },
  uncertainty: [],
  peers: [],
  weak: [],
  rateRule: [],
  missing: [],
});

/** What the rates leave unknown is asked of the minutes that get a row alone: of every minute it is most of the work. */
function addRow(
  rows: GrowingRows,
  series: VenueSeries,
  doubts: DayRow['doubts'],
  slot: number,
  { from }: MinuteRange,
): void {
  rows.minutes.push(from + slot);
  for (const name of COLUMNS) rows.columns[name].push(series[name][slot] as number);
  const missing = series.missing[slot] as number;
  const doubt = missing === MEASURED ? doubts(slot) : NO_ROW_DOUBT;
  rows.uncertainty.push(doubt.uncertainty);
  rows.weak.push(Number(doubt.isWeak));
  rows.peers.push(series.peers[slot] as number);
  rows.rateRule.push(series.rateRule[slot] as number);
  rows.missing.push(missing);
}

/** Of a minute that is not measured. */
const NO_ROW_DOUBT: Doubt = { uncertainty: NaN, isWeak: false };

const rowsOf = (
  market: Market,
  { minutes, columns, uncertainty, peers, missing, weak, rateRule }: GrowingRows,
): SeriesRows => ({
  market,
  minutes: Int32Array.from(minutes),
  high: Float64Array.from(columns.high),
  low: Float64Array.from(columns.low),
  close: Float64Array.from(columns.close),
  referenceLow: Float64Array.from(columns.referenceLow),
  referenceHigh: Float64Array.from(columns.referenceHigh),
  referenceClose: Float64Array.from(columns.referenceClose),
  peers: Uint8Array.from(peers),
  dLow: Float64Array.from(columns.dLow),
  dHigh: Float64Array.from(columns.dHigh),
  dClose: Float64Array.from(columns.dClose),
  outside: Float64Array.from(columns.outside),
  uncertainty: Float64Array.from(uncertainty),
  weak: Uint8Array.from(weak),
  rate: Float64Array.from(columns.rate),
  rateUncertainty: Float64Array.from(columns.rateUncertainty),
  rateRule: Uint8Array.from(rateRule),
  missing: Uint8Array.from(missing),
});
