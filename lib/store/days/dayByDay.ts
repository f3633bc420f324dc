import { CANDLE_FIELDS, type CandleColumns, type CandleField } from '../../domain/candle';
import { grouped } from '../../domain/grouped';
import type { MarketColumns } from '../../domain/marketColumns';
import { dayOf, MINUTES_PER_DAY, wholeDay, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import { decodeDay } from '../codec/day';
import type { Readable } from '../connection/client';
import { packed, type PackedDays } from './ahead/packed';
import type { BookRoom, DayRoom } from './dayRoom';
import { decodeBook, NOTHING } from './decodeBook';
import { COLUMNS, type EncodedDay } from './dayRows';
import { ofOneMoment } from './oneMoment';
import { rowsOf, setAside, type Row, type Wanted } from './rows';

/** Asked of few days: of one with a candle without base volume, and where an episode's volume is summed. */
const LATE = ['quoteVolume', 'trades'] as const satisfies readonly CandleField[];

/** One book's day, decoded into room that another day overwrites. Late columns are decoded on first use, in room of their own. */
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
    const late = new Float64Array(MINUTES_PER_DAY);
    const row = this.#row;
    const into = { ...this.#room.columns, quoteVolume: NOTHING, trades: NOTHING, [field]: late };
    decodeDay((one) => row?.[COLUMNS[one]] ?? null, into, [field]);
    return late;
  }
}

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

  /** Days that follow one another as they are stored, for another thread to decode. */
  packed({ first, days }: Pick<PackedDays, 'first' | 'days'>): PackedDays {
    const byDay = Array.from({ length: days }, (_, i) => this.#rowsOn((first + i) as Day));
    return packed({ first, days, books: this.#wanted.length }, (i, book) => byDay[i]?.get(book + 1));
  }

  /**
   * Every column of the books on one day, to the bit as `columnsOf` reads them now; of a day that was not fetched, holes. They lie in `room` until
   * it is used again. Throws `ColumnUnreadable` or `AnsweredUnreadable` for a damaged row; of late columns when they are asked for.
   */
  on(day: Day, room: DayRoom): readonly (W & MarketColumns)[] {
    const rows = this.#rowsOn(day);
    this.#wanted.forEach((_, i) => {
      decodeBook(day, rows.get(i + 1), room.of(i));
    });
    return this.decodedOn(day, room);
  }

  /** The same of a day that was decoded into `room` before, as `decodeBook` decodes each of the books. */
  decodedOn(day: Day, room: DayRoom): readonly (W & MarketColumns)[] {
    const rows = this.#rowsOn(day);
    const columns = this.#wanted.map((_, i) => new DayColumns(day, rows.get(i + 1), room.of(i)));
    for (const { place, first, aside_ms } of this.#aside.get(day) ?? []) {
      const row = rows.get(place);
      setAside(columns[place - 1] as DayColumns, first as Minute, aside_ms as number, row === undefined ? [] : [row]);
    }
    return this.#wanted.map((one, i) => ({ ...one, candles: columns[i] as DayColumns }));
  }

  /** By the places of the books, from 1. */
  #rowsOn(day: Day): ReadonlyMap<number, Row> {
    return new Map((this.#rows.get(day) ?? []).map((row) => [row.place, row]));
  }
}

/** Fetches what is stored now of the days that a range touches. Throws `Overtaken` as `ofOneMoment` does. */
export const storedDaysOf = async <W extends Wanted>(
  db: Readable,
  wanted: readonly W[],
  range: MinuteRange,
): Promise<StoredDays<W>> =>
  new StoredDays(wanted, await ofOneMoment(db, wanted, range, () => rowsOf(db, wanted, range, CANDLE_FIELDS)));
