import { CANDLE_FIELDS, type Candle, type CandleField } from '../../domain/candle';
import { dayOf, MINUTES_PER_DAY, startOf, type Day, type Minute } from '../../domain/minute';
import type { CoverageRow } from './coverageRows';

/** The seven fields of one minute; undefined: no candle. */
export type Values = Readonly<Record<CandleField, number>> | undefined;

/** One day of one market and source, decoded. */
export interface DayColumns extends Readonly<Record<CandleField, Float64Array>> {
  /** 0: not stored yet. */
  readonly version: number;
}

/** A minute whose answer changed. */
export interface Change {
  readonly minute: Minute;
  /** When the answer before was first seen, and when the market was seen again with the answer after. */
  readonly firstSeenMs: number;
  readonly seenAgainMs: number;
  readonly before: Values;
  readonly after: Values;
}

/** All that is known of one market and one source around the minutes being recorded; filled from the store, changed by `apply`. */
export interface Book {
  readonly days: Map<Day, DayColumns>;
  coverage: readonly CoverageRow[];
  /** Every change of each minute, oldest first. */
  readonly history: Map<Minute, Change[]>;
  /** The days to be written, and the changes to be appended. */
  readonly touched: Set<Day>;
  readonly changes: Change[];
}

export const emptyDay = (): DayColumns => {
  const hole = (): Float64Array => new Float64Array(MINUTES_PER_DAY).fill(NaN);
  return { version: 0, open: hole(), high: hole(), low: hole(), close: hole(), baseVolume: hole(), quoteVolume: hole(), trades: hole() };
};

export const emptyBook = (): Book => ({ days: new Map(), coverage: [], history: new Map(), touched: new Set(), changes: [] });

/** The day of the book, made when it holds none yet. */
export function dayIn(book: Book, day: Day): DayColumns {
  const held = book.days.get(day);
  if (held !== undefined) return held;
  const fresh = emptyDay();
  book.days.set(day, fresh);
  return fresh;
}

/** A candle has an open price; a slot without one is a hole. */
export function valuesAt(columns: DayColumns, slot: number): Values {
  const at = (field: CandleField): number => columns[field][slot] ?? NaN;
  if (Number.isNaN(at('open'))) return undefined;
  return {
    open: at('open'), high: at('high'), low: at('low'), close: at('close'),
    baseVolume: at('baseVolume'), quoteVolume: at('quoteVolume'), trades: at('trades'),
  };
}

export function setValues(columns: DayColumns, slot: number, values: Values): void {
  for (const field of CANDLE_FIELDS) columns[field][slot] = values === undefined ? NaN : values[field];
}

/** Whether two answers say the same: each field equal, "the source does not say" (NaN) equal to itself alone. */
export function alike(a: Values, b: Values | Candle): boolean {
  if (a === undefined || b === undefined) return a === b;
  return CANDLE_FIELDS.every((field) => a[field] === b[field] || (Number.isNaN(a[field]) && Number.isNaN(b[field])));
}

export const slotOf = (minute: Minute): number => minute - startOf(dayOf(minute));
