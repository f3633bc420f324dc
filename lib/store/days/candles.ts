import { CANDLE_FIELDS, emptyColumns, PRICE_FIELDS, type CandleColumns, type CandleField } from '../../domain/candle';
import type { Instant } from '../../domain/instant';
import type { MarketColumns } from '../../domain/marketColumns';
import { MINUTES_PER_DAY, minutesIn, startOf, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import { answeredRanges } from '../answered/decode';
import { decodeDay, withNeeded, type OfDay } from '../codec/day';
import type { Readable } from '../connection/client';
import type { ColumnRoom } from './columnRoom';
import { COLUMNS, type EncodedDay } from './dayRows';
import { namedBooks, type NamedBooks } from '../markets';
import { ofOneMoment } from './oneMoment';
import { daysAt, rowsOf, setAside, type Row, type Wanted } from './rows';

export type { Wanted };

export interface ReadOptions {
  /** As it was known then: later answers and later revisions are left out. undefined: as it is known now. */
  readonly asOf?: Instant | undefined;
  /** Only these are fetched and decoded; the others are holes everywhere (one array that all of them share). Default: all. */
  readonly fields?: readonly CandleField[] | undefined;
  /**
   * With `fields`, of which one at least is a price: also what tells a traded minute from a filler. Base volumes are read; quote volumes and trade counts only of
   * days in which some minute with a price has no base volume above 0, and are holes on every other day.
   */
  readonly traded?: boolean | undefined;
  /** Where the columns of `fields` lie: they overwrite what was read into it before. undefined: in memory of their own. */
  readonly room?: ColumnRoom | undefined;
}

type PriceField = (typeof PRICE_FIELDS)[number];

/** The other two fields that make a minute a traded one. */
const FURTHER_VOLUMES = ['quoteVolume', 'trades'] as const satisfies readonly CandleField[];

/** Those of single days: $1 has a day for each of the books, which may be named more than once, and $2 the place of the one that is meant. */
const furtherStatement = ({ head, wanted, given }: NamedBooks): string => `${head}
  SELECT ($2::int[])[wanted.place] AS place, d.day AS first, ${withNeeded(FURTHER_VOLUMES)
    .map((field) => `d.${COLUMNS[field]}`)
    .join(', ')}
  FROM ${wanted} AS wanted (id, source, place) JOIN market_day d ON d.market_id = wanted.id AND d.source = wanted.source AND d.day = ($1::int[])[wanted.place]
  WHERE ${given('d')}`;

/** Scratch for the days that reach over an end of the range, and for columns that only others need. */
const wholeDay: OfDay<Float64Array> = {
  open: new Float64Array(MINUTES_PER_DAY),
  high: new Float64Array(MINUTES_PER_DAY),
  low: new Float64Array(MINUTES_PER_DAY),
  close: new Float64Array(MINUTES_PER_DAY),
  baseVolume: new Float64Array(MINUTES_PER_DAY),
  quoteVolume: new Float64Array(MINUTES_PER_DAY),
  trades: new Float64Array(MINUTES_PER_DAY),
};

/** Decodes the fields of one day, as far as it lies in the range, into their places. */
function placeFields(
  columns: CandleColumns,
  fields: readonly CandleField[],
  day: Day,
  encoded: Partial<EncodedDay>,
): void {
  const { range } = columns;
  const start = startOf(day);
  const inside = start >= range.from && start + MINUTES_PER_DAY <= range.to;
  const from = Math.max(range.from, start);
  const to = Math.min(range.to, start + MINUTES_PER_DAY);
  const first = start - range.from;
  const into = { ...wholeDay };
  if (inside) for (const field of fields) into[field] = columns[field].subarray(first, first + MINUTES_PER_DAY);
  decodeDay((field) => encoded[COLUMNS[field]] ?? null, into, withNeeded(fields));
  if (inside) return;
  for (const field of fields) columns[field].set(wholeDay[field].subarray(from - start, to - start), from - range.from);
}

/** The same, and the minutes that were answered. */
function placeDay(
  columns: CandleColumns,
  fields: readonly CandleField[],
  day: Day,
  encoded: Partial<EncodedDay>,
): void {
  const { range } = columns;
  placeFields(columns, fields, day, encoded);
  for (const part of answeredRanges(day, encoded.answered_at ?? null)) {
    columns.answered.fill(
      1,
      Math.max(part.from - range.from, 0),
      Math.max(Math.min(part.to, range.to) - range.from, 0),
    );
  }
}

/** Empties the minutes that were first answered after the instant. */
function forget(
  columns: CandleColumns,
  fields: readonly CandleField[],
  day: Day,
  encoded: Partial<EncodedDay>,
  asOf: Instant,
): void {
  const { range } = columns;
  for (const part of answeredRanges(day, encoded.answered_at ?? null)) {
    if (part.atMs <= asOf) continue;
    const [from, to] = [Math.max(part.from - range.from, 0), Math.max(Math.min(part.to, range.to) - range.from, 0)];
    columns.answered.fill(0, from, to);
    for (const field of fields) columns[field].fill(NaN, from, to);
  }
}

/** Puts back what a minute held before it was revised: an open price first (none: no candle), then the fields. */
function undo(
  columns: CandleColumns,
  fields: readonly CandleField[],
  minute: Minute,
  [open, ...values]: readonly (number | null)[],
): void {
  const slot = minute - columns.range.from;
  fields.forEach((field, i) => {
    columns[field][slot] = open === null ? NaN : (values[i] ?? NaN);
  });
}

function emptyAnswer(
  range: MinuteRange,
  fields: readonly CandleField[],
  unread: Float64Array,
  room: ColumnRoom | undefined,
): CandleColumns {
  if (fields.length === CANDLE_FIELDS.length) return emptyColumns(range);
  const minutes = minutesIn(range);
  const holes = (): Float64Array => room?.doubles(minutes) ?? new Float64Array(minutes).fill(NaN);
  const column = (field: CandleField): Float64Array => (fields.includes(field) ? holes() : unread);
  return {
    range,
    answered: room?.bytes(minutes) ?? new Uint8Array(minutes),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    baseVolume: column('baseVolume'),
    quoteVolume: column('quoteVolume'),
    trades: column('trades'),
  };
}

/** What is fetched at once. As of an instant whatever may be needed: what was revised later is undone by whole minutes. */
function fieldsOf({ fields, traded = false, asOf }: ReadOptions): readonly CandleField[] {
  if (fields === undefined) return CANDLE_FIELDS;
  const volumes: readonly CandleField[] = !traded
    ? []
    : asOf === undefined
      ? ['baseVolume']
      : ['baseVolume', ...FURTHER_VOLUMES];
  return CANDLE_FIELDS.filter((field) => fields.includes(field) || volumes.includes(field));
}

/** Whether some minute of a day has a price, and no base volume above 0 to say that it was traded. */
function isUndecided({ range, baseVolume, ...columns }: CandleColumns, price: PriceField, day: Day): boolean {
  const prices = columns[price];
  const [from, to] = [Math.max(range.from, startOf(day)), Math.min(range.to, startOf(day) + MINUTES_PER_DAY)];
  for (let slot = from - range.from; slot < to - range.from; slot += 1) {
    if (!((baseVolume[slot] as number) > 0) && !Number.isNaN(prices[slot])) return true;
  }
  return false;
}

/** Reads quote volumes and trades of the days that need them, in place. */
async function decide(
  db: Readable,
  wanted: readonly Wanted[],
  answers: CandleColumns[],
  price: PriceField,
  days: readonly Row[],
): Promise<void> {
  const undecided = days.filter(({ place, first }) =>
    isUndecided(answers[place - 1] as CandleColumns, price, first as Day),
  );
  if (undecided.length === 0) return;
  const of = undecided.flatMap(({ place }) => wanted[place - 1] ?? []);
  const books = await namedBooks(db, of, 3);
  const { rows } = await db.query<Row>(furtherStatement(books), [
    undecided.map(({ first }) => first),
    undecided.map(({ place }) => place),
    ...books.values,
  ]);
  for (const place of new Set(undecided.map((row) => row.place))) {
    const columns = answers[place - 1] as CandleColumns;
    const own = (): Float64Array => new Float64Array(minutesIn(columns.range)).fill(NaN);
    answers[place - 1] = { ...columns, quoteVolume: own(), trades: own() };
  }
  for (const row of rows) placeFields(answers[row.place - 1] as CandleColumns, FURTHER_VOLUMES, row.first as Day, row);
}

/** Reads what is stored into columns of holes. */
async function readInto(
  answers: CandleColumns[],
  db: Readable,
  wanted: readonly Wanted[],
  range: MinuteRange,
  options: ReadOptions,
): Promise<void> {
  const { asOf } = options;
  const fields = fieldsOf(options);
  const rows = await rowsOf(db, wanted, range, fields, asOf);
  const answerOf = (row: Row): CandleColumns => {
    const columns = answers[row.place - 1];
    if (columns === undefined)
      throw new Error(`the store answered for place ${String(row.place)} of ${String(wanted.length)}`);
    return columns;
  };
  const days = rows.filter(({ before, aside_ms }) => (before === undefined || before === null) && aside_ms === null);
  for (const row of days) placeDay(answerOf(row), fields, row.first as Day, row);
  const price = PRICE_FIELDS.find((field) => options.fields?.includes(field));
  if (options.traded === true && price !== undefined && !fields.includes('trades'))
    await decide(db, wanted, answers, price, days);
  if (asOf !== undefined) {
    for (const row of rows)
      if (Array.isArray(row.before))
        undo(answerOf(row), fields, row.first as Minute, row.before as readonly (number | null)[]);
    for (const row of days) forget(answerOf(row), fields, row.first as Day, row, asOf);
  }
  for (const { place, first, aside_ms } of rows)
    if (aside_ms !== null)
      setAside(answers[place - 1] as CandleColumns, first as Minute, aside_ms, daysAt(days, place));
}

/**
 * The candles of each market and source over the range, in the order asked for: the newest, or as they were known at an
 * instant. A market or source without any answer (as of then) answers with columns of holes, nothing answered.
 * Throws `ColumnUnreadable` or `AnsweredUnreadable` for a damaged row, and `Overtaken` as `ofOneMoment` does.
 */
export async function candlesOf(
  db: Readable,
  wanted: readonly Wanted[],
  range: MinuteRange,
  options: ReadOptions = {},
): Promise<CandleColumns[]> {
  const fields = fieldsOf(options);
  const { room } = options;
  room?.clear();
  const holes = (): Float64Array => room?.doubles(minutesIn(range)) ?? new Float64Array(minutesIn(range)).fill(NaN);
  const unread = fields.length === CANDLE_FIELDS.length ? new Float64Array(0) : holes();
  const answers = wanted.map(() => emptyAnswer(range, fields, unread, room));
  if (wanted.length === 0) return answers;
  await ofOneMoment(db, wanted, range, () => readInto(answers, db, wanted, range, options));
  return answers;
}

/**
 * The same as one value each: whatever is said of a wanted market, its source among it, and its candles. This is the one place
 * where candles meet the market they are of.
 */
export async function columnsOf<W extends Wanted>(
  db: Readable,
  wanted: readonly W[],
  range: MinuteRange,
  options: ReadOptions = {},
): Promise<readonly (W & MarketColumns)[]> {
  const candles = await candlesOf(db, wanted, range, options);
  return wanted.map((one, i) => ({ ...one, candles: candles[i] as CandleColumns }));
}
