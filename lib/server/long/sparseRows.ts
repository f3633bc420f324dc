import type { MeasuredDay } from '../../analysis/days/day';
import { rowKey } from '../../analysis/days/rows';
import type { DayRow } from '../../analysis/series/daySeries';
import { MOST_OF_BUCKET, slotsThatMatter } from '../../analysis/series/slotsThatMatter';
import { fillMeasured } from '../../analysis/uncertainty/uncertainty';
import type { WindowRow } from '../../analysis/window/windowRun';
import type { VenueSeries } from '../../analysis/types';
import type { Market } from '../../domain/market';
import { minutesIn, type Minute } from '../../domain/minute';
import type { SeriesRows } from '../deviations/rows';

/**
 * The rows of every bucket of `size` minutes that matter: the minutes of `slotsThatMatter`. Rows are whole minutes as they
 * were; none is averaged. Open prices, volumes and dispersions are not among them:
 * a long window is read without.
 */
export class SparseRows {
  readonly #size: number;
  readonly #room: number;
  readonly #rows = new Map<string, GrowingRows>();
  /** Those of a row and day, used again for every other. */
  #slots = new Int32Array(0);

  /** `size` divides a day, so that no bucket lies across two pieces; of so many `minutes` the window is, at most. */
  constructor(size: number, minutes: number) {
    this.#size = size;
    this.#room = Math.min(MOST_ROOM, MOST_OF_BUCKET * (Math.ceil(minutes / size) + 1));
  }

  take({ range, series, rows: dayRows }: Pick<MeasuredDay, 'range' | 'series' | 'rows'>): void {
    if (this.#slots.length < minutesIn(range)) this.#slots = new Int32Array(minutesIn(range));
    series.forEach((one, place) => {
      const { doubts } = dayRows[place] as DayRow;
      const rows = this.#rows.get(rowKey(one)) ?? emptyRows(this.#room);
      this.#rows.set(rowKey(one), rows);
      const count = slotsThatMatter(one, range, this.#size, this.#slots);
      addRows(rows, one, doubts, range.from, this.#slots, count);
    });
  }

  /** The rows of each row of the window; a day on which it has no book has none. */
  seriesOf(shown: readonly WindowRow[]): readonly SeriesRows[] {
    return shown.map((row) => rowsOf(row.market, this.#rows.get(rowKey(row)) ?? emptyRows(0)));
  }
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

const BYTES = ['peers', 'rateRule', 'missing'] as const;

/** Rows while they come in: columns with room for more than `count`. */
interface GrowingRows {
  count: number;
  minutes: Int32Array;
  /** By COLUMNS. */
  numbers: Float64Array[];
  /** By BYTES. */
  bytes: Uint8Array[];
  uncertainty: Float64Array;
  weak: Uint8Array;
}

/** Room at first is for as many rows as a window in `auto` buckets may have, and not for more; it is doubled where it is short. */
const MOST_ROOM = 4_500;

const emptyRows = (room: number): GrowingRows => ({
  count: 0,
  minutes: new Int32Array(room),
  numbers: COLUMNS.map(() => new Float64Array(room)),
  bytes: BYTES.map(() => new Uint8Array(room)),
  uncertainty: new Float64Array(room),
  weak: new Uint8Array(room),
});

function doubled<T extends Float64Array | Int32Array | Uint8Array>(column: T): T {
  const out = new (column.constructor as new (length: number) => T)(2 * column.length);
  out.set(column);
  return out;
}

function makeRoom(rows: GrowingRows, more: number): void {
  while (rows.count + more > rows.minutes.length) {
    rows.minutes = doubled(rows.minutes);
    rows.numbers = rows.numbers.map(doubled);
    rows.bytes = rows.bytes.map(doubled);
    rows.uncertainty = doubled(rows.uncertainty);
    rows.weak = doubled(rows.weak);
  }
}

/** What the rates leave unknown is asked of the minutes that get a row alone: of every minute it is most of the work. */
function addRows(
  rows: GrowingRows,
  series: Pick<VenueSeries, (typeof COLUMNS)[number] | (typeof BYTES)[number]>,
  doubts: DayRow['doubts'],
  from: Minute,
  slots: Int32Array,
  count: number,
): void {
  makeRoom(rows, count);
  const first = rows.count;
  rows.count += count;
  const { minutes, numbers, bytes } = rows;
  for (let i = 0; i < count; i += 1) minutes[first + i] = from + (slots[i] as number);
  // Each kind of column in a loop of its own: one for both would be compiled for both, and slower.
  for (let column = 0; column < COLUMNS.length; column += 1) {
    const [values, into] = [series[COLUMNS[column] as (typeof COLUMNS)[number]], numbers[column] as Float64Array];
    for (let i = 0; i < count; i += 1) into[first + i] = values[slots[i] as number] as number;
  }
  for (let column = 0; column < BYTES.length; column += 1) {
    const [values, into] = [series[BYTES[column] as (typeof BYTES)[number]], bytes[column] as Uint8Array];
    for (let i = 0; i < count; i += 1) into[first + i] = values[slots[i] as number] as number;
  }
  fillMeasured(doubts, series.missing, slots, count, rows, first);
}

function rowsOf(market: Market, rows: GrowingRows): SeriesRows {
  const { count, numbers, bytes } = rows;
  const column = (name: (typeof COLUMNS)[number]): Float64Array =>
    (numbers[COLUMNS.indexOf(name)] as Float64Array).subarray(0, count);
  const codes = (name: (typeof BYTES)[number]): Uint8Array =>
    (bytes[BYTES.indexOf(name)] as Uint8Array).subarray(0, count);
  return {
    market,
    minutes: rows.minutes.subarray(0, count),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    referenceLow: column('referenceLow'),
    referenceHigh: column('referenceHigh'),
    referenceClose: column('referenceClose'),
    peers: codes('peers'),
    dLow: column('dLow'),
    dHigh: column('dHigh'),
    dClose: column('dClose'),
    outside: column('outside'),
    uncertainty: rows.uncertainty.subarray(0, count),
    weak: rows.weak.subarray(0, count),
    rate: column('rate'),
    rateUncertainty: column('rateUncertainty'),
    rateRule: codes('rateRule'),
    missing: codes('missing'),
  };
}
