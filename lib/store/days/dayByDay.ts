import { ANSWERED, CANDLE_FIELDS, type CandleColumns, type CandleField } from '../../domain/candle';
import { grouped } from '../../domain/grouped';
import type { MarketColumns } from '../../domain/marketColumns';
import {
  dayOf,
  MINUTES_PER_DAY,
  startOf,
  wholeDay,
  type Day,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { answeredRanges } from '../answered/decode';
import { decodeDay, type OfDay } from '../codec/day';
import type { Readable } from '../connection/client';
import { COLUMNS, type EncodedDay } from './dayRows';
import { rowsOf, setAside, type Row, type Wanted } from './rows';

/** Asked of few days: of one with a candle without base volume, and where an episode's volume is summed. */
const LATE = ['quoteVolume', 'trades'] as const satisfies readonly CandleField[];
const AT_ONCE = ['open', 'high', 'low', 'close', 'baseVolume'] as const satisfies readonly CandleField[];

const column = (): Float64Array => new Float64Array(MINUTES_PER_DAY);

/** Room for one book's day. */
class BookRoom {
  readonly answered = new Uint8Array(MINUTES_PER_DAY);
  readonly columns = { open: column(), high: column(), low: column(), close: column(), baseVolume: column() };
  /** What lies in it. */
  holds: object | undefined;
}

/** Room for one day of every book, used again for the next: whoever looks at days one by one has one. */
export class DayRoom {
  readonly #books: BookRoom[] = [];

  of(place: number): BookRoom {
    return (this.#books[place] ??= new BookRoom());
  }
}

/** One book's day, in room that the next day overwrites. Late columns are decoded on first use, in room of their own. */
class DayColumns implements CandleColumns {
  readonly range: MinuteRange;
  readonly answered: Uint8Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly baseVolume: Float64Array;
  readonly #row: Partial<EncodedDay> | undefined;
  readonly #room: BookRoom;
  readonly #late: { -readonly [Field in (typeof LATE)[number]]?: Float64Array } = {};

  constructor(day: Day, row: Partial<EncodedDay> | undefined, room: BookRoom) {
    this.range = wholeDay(day);
    this.#row = row;
    this.#room = room;
    room.holds = this;
    this.answered = room.answered;
    ({
      open: this.open,
      high: this.high,
      low: this.low,
      close: this.close,
      baseVolume: this.baseVolume,
    } = room.columns);
    this.answered.fill(ANSWERED.no);
    if (row === undefined) {
      for (const field of AT_ONCE) this[field].fill(NaN);
      return;
    }
    this.#decode(row, { ...room.columns, quoteVolume: NOTHING, trades: NOTHING }, AT_ONCE);
    const start = startOf(day);
    for (const { from, to } of answeredRanges(day, row.answered_at ?? null))
      this.answered.fill(ANSWERED.yes, from - start, to - start);
  }

  get quoteVolume(): Float64Array {
    return (this.#late.quoteVolume ??= this.#later('quoteVolume'));
  }

  get trades(): Float64Array {
    return (this.#late.trades ??= this.#later('trades'));
  }

  /** Throws where the day it rests on was overwritten. */
  #later(field: (typeof LATE)[number]): Float64Array {
    if (this.#room.holds !== this) throw new Error(`${field} of a day was asked for after the next was decoded`);
    const late = column();
    this.#decode(this.#row ?? {}, { ...this.#room.columns, quoteVolume: NOTHING, trades: NOTHING, [field]: late }, [
      field,
    ]);
    return late;
  }

  #decode(row: Partial<EncodedDay>, into: OfDay<Float64Array>, fields: readonly CandleField[]): void {
    decodeDay((field) => row[COLUMNS[field]] ?? null, into, fields);
  }
}

const NOTHING = new Float64Array(0);

/** What is stored of some books over whole UTC days: fetched at once, decoded a day at a time. */
export class StoredDays<W extends Wanted> {
  readonly #wanted: readonly W[];
  /** By the day they are of; of a day row and of what was set aside. */
  readonly #rows: ReadonlyMap<Day, readonly Row[]>;
  readonly #aside: ReadonlyMap<Day, readonly Row[]>;

  constructor(wanted: readonly W[], rows: readonly Row[]) {
    this.#wanted = wanted;
    this.#rows = grouped(
      rows.filter(({ aside_ms }) => aside_ms === null),
      ({ first }) => first as Day,
    );
    this.#aside = grouped(
      rows.filter(({ aside_ms }) => aside_ms !== null),
      ({ first }) => dayOf(first as Minute),
    );
  }

  /**
   * Every column of the books on one day, to the bit as `columnsOf` reads them now; of a day that was not fetched, holes. They lie in `room` until
   * it is used again. Throws `ColumnUnreadable` or `AnsweredUnreadable` for a damaged row; of late columns when they are asked for.
   */
  on(day: Day, room: DayRoom): readonly (W & MarketColumns)[] {
    const rows = new Map((this.#rows.get(day) ?? []).map((row) => [row.place, row]));
    const columns = this.#wanted.map((_, i) => new DayColumns(day, rows.get(i + 1), room.of(i)));
    for (const { place, first, aside_ms } of this.#aside.get(day) ?? []) {
      const row = rows.get(place);
      setAside(columns[place - 1] as DayColumns, first as Minute, aside_ms as number, row === undefined ? [] : [row]);
    }
    return this.#wanted.map((one, i) => ({ ...one, candles: columns[i] as DayColumns }));
  }
}

/** Fetches what is stored now of the days that a range touches. */
export const storedDaysOf = async <W extends Wanted>(
  db: Readable,
  wanted: readonly W[],
  range: MinuteRange,
): Promise<StoredDays<W>> => new StoredDays(wanted, await rowsOf(db, wanted, range, CANDLE_FIELDS));
