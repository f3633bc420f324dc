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
  #buckets: Buckets<(typeof EXTREMES_OF)[number]> | undefined;

  /** `size` divides a day, so that no bucket lies across two pieces. */
  constructor(size: number) {
    this.#size = size;
  }

  take({ range, series, rows: dayRows }: Pick<MeasuredDay, 'range' | 'series' | 'rows'>): void {
    series.forEach((one, place) => {
      const { doubts } = dayRows[place] as DayRow;
      const rows = this.#rows.get(rowKey(one)) ?? emptyRows();
      this.#rows.set(rowKey(one), rows);
      const columns = COLUMNS.map((name) => one[name]);
      const buckets = emptyBuckets(range, this.#size, EXTREMES_OF, this.#buckets);
      this.#buckets = buckets;
      addMinutes(buckets, range.from, one, one.missing);
      for (let bucket = 0; bucket < buckets.length; bucket += 1) {
        for (const minute of minutesThatMatter(buckets, bucket, one.missing, range))
          addRow(rows, one, columns, doubts, minute - range.from, range);
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

/** Rows while they come in: columns with room for more than `count`. */
interface GrowingRows {
  count: number;
  minutes: Int32Array;
  /** By COLUMNS. */
  numbers: Float64Array[];
  uncertainty: Float64Array;
  peers: Uint8Array;
  weak: Uint8Array;
  rateRule: Uint8Array;
  missing: Uint8Array;
}

/** Room at first; doubled where it is short. */
const ROOM = 1_024;

const emptyRows = (): GrowingRows => ({
  count: 0,
  minutes: new Int32Array(ROOM),
  numbers: COLUMNS.map(() => new Float64Array(ROOM)),
  uncertainty: new Float64Array(ROOM),
  peers: new Uint8Array(ROOM),
  weak: new Uint8Array(ROOM),
  rateRule: new Uint8Array(ROOM),
  missing: new Uint8Array(ROOM),
});

function doubled<T extends Float64Array | Int32Array | Uint8Array>(column: T): T {
  const out = new (column.constructor as new (length: number) => T)(2 * column.length);
  out.set(column);
  return out;
}

function makeRoom(rows: GrowingRows): void {
  rows.minutes = doubled(rows.minutes);
  rows.numbers = rows.numbers.map(doubled);
  rows.uncertainty = doubled(rows.uncertainty);
  rows.peers = doubled(rows.peers);
  rows.weak = doubled(rows.weak);
  rows.rateRule = doubled(rows.rateRule);
  rows.missing = doubled(rows.missing);
}

/** What the rates leave unknown is asked of the minutes that get a row alone: of every minute it is most of the work. */
function addRow(
  rows: GrowingRows,
  series: Pick<VenueSeries, 'peers' | 'rateRule' | 'missing'>,
  columns: readonly Float64Array[],
  doubts: DayRow['doubts'],
  slot: number,
  { from }: MinuteRange,
): void {
  if (rows.count === rows.minutes.length) makeRoom(rows);
  const at = rows.count;
  rows.count += 1;
  rows.minutes[at] = from + slot;
  for (let i = 0; i < columns.length; i += 1)
    (rows.numbers[i] as Float64Array)[at] = (columns[i] as Float64Array)[slot] as number;
  const missing = series.missing[slot] as number;
  const doubt = missing === MEASURED ? doubts(slot) : NO_ROW_DOUBT;
  rows.uncertainty[at] = doubt.uncertainty;
  rows.weak[at] = Number(doubt.isWeak);
  rows.peers[at] = series.peers[slot] as number;
  rows.rateRule[at] = series.rateRule[slot] as number;
  rows.missing[at] = missing;
}

/** Of a minute that is not measured. */
const NO_ROW_DOUBT: Doubt = { uncertainty: NaN, isWeak: false };

function rowsOf(market: Market, rows: GrowingRows): SeriesRows {
  const { count, numbers } = rows;
  const column = (name: (typeof COLUMNS)[number]): Float64Array =>
    (numbers[COLUMNS.indexOf(name)] as Float64Array).slice(0, count);
  return {
    market,
    minutes: rows.minutes.slice(0, count),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    referenceLow: column('referenceLow'),
    referenceHigh: column('referenceHigh'),
    referenceClose: column('referenceClose'),
    peers: rows.peers.slice(0, count),
    dLow: column('dLow'),
    dHigh: column('dHigh'),
    dClose: column('dClose'),
    outside: column('outside'),
    uncertainty: rows.uncertainty.slice(0, count),
    weak: rows.weak.slice(0, count),
    rate: column('rate'),
    rateUncertainty: column('rateUncertainty'),
    rateRule: rows.rateRule.slice(0, count),
    missing: rows.missing.slice(0, count),
  };
}
