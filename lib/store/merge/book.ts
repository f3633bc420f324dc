import { CANDLE_FIELDS, type Candle, type CandleField, type CandleValues } from '../../domain/candle';
import { MINUTES_PER_DAY, type Day, type Minute } from '../../domain/minute';

/** One day of one market and source, decoded. */
export interface DayColumns extends Readonly<Record<CandleField, Float64Array>> {
  /** 0: not stored yet. */
  readonly version: number;
  /** When each minute was first answered, ms since 1970; NaN: not answered, and then there is no candle either. */
  readonly answeredAt: Float64Array;
}

/** A minute whose answer changed. */
export interface Change {
  readonly minute: Minute;
  /** When the answer before was first seen, and when the market was seen again with the answer after. */
  readonly firstSeenMs: number;
  readonly seenAgainMs: number;
  readonly before: CandleValues;
  readonly after: CandleValues;
}

/** All that is known of one market and one source around the minutes being recorded; filled from the store, changed by `apply`. */
export interface Book {
  readonly days: Map<Day, DayColumns>;
  /** Every change of each minute, oldest first: a chain, each `before` being the `after` of the one before it. */
  readonly history: Map<Minute, readonly Change[]>;
  /** The days to be written. Whoever alters a minute's history touches its day, whose version then guards both. */
  readonly touched: Set<Day>;
  /** The minutes whose history grew, with how many of its changes stand in the store as they are; those after are to be written. */
  readonly altered: Map<Minute, number>;
  /** Those of them whose stored changes are all to be taken away first: an answer came late and stands before some. */
  readonly rewritten: Set<Minute>;
}

const hole = (): Float64Array => new Float64Array(MINUTES_PER_DAY).fill(NaN);

export const emptyDay = (): DayColumns => ({
  version: 0,
  answeredAt: hole(),
  open: hole(),
  high: hole(),
  low: hole(),
  close: hole(),
  baseVolume: hole(),
  quoteVolume: hole(),
  trades: hole(),
});

export const emptyBook = (): Book => ({
  days: new Map(),
  history: new Map(),
  touched: new Set(),
  altered: new Map(),
  rewritten: new Set(),
});

/** The day of the book, made when it holds none yet. */
export function dayIn(book: Book, day: Day): DayColumns {
  const known = book.days.get(day);
  if (known !== undefined) return known;
  const fresh = emptyDay();
  book.days.set(day, fresh);
  return fresh;
}

/** Field by field and not by a loop over their names: this runs once for every candle recorded. */
export function setValues(columns: DayColumns, slot: number, values: CandleValues): void {
  columns.open[slot] = values === undefined ? NaN : values.open;
  columns.high[slot] = values === undefined ? NaN : values.high;
  columns.low[slot] = values === undefined ? NaN : values.low;
  columns.close[slot] = values === undefined ? NaN : values.close;
  columns.baseVolume[slot] = values === undefined ? NaN : values.baseVolume;
  columns.quoteVolume[slot] = values === undefined ? NaN : values.quoteVolume;
  columns.trades[slot] = values === undefined ? NaN : values.trades;
}

/** Whether two answers say the same: each field equal, "the source does not say" (NaN) equal to itself alone. */
export function alike(a: CandleValues, b: CandleValues | Candle): boolean {
  if (a === undefined || b === undefined) return a === b;
  return CANDLE_FIELDS.every((field) => a[field] === b[field] || (Number.isNaN(a[field]) && Number.isNaN(b[field])));
}
