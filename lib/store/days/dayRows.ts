import type { CandleField } from '../../domain/candle';
import { ascending } from '../../domain/ascending';
import { grouped } from '../../domain/grouped';
import { MINUTES_PER_DAY, type Day } from '../../domain/minute';
import { decodeAnswered } from '../answered/decode';
import { encodeAnswered } from '../answered/encode';
import type { Readable } from '../connection/client';
import type { Transaction } from '../connection/transactions';
import { isSpread } from '../spread/isSpread';
import { Blob } from './blob';
import { decodeDay, encodeDay, type OfDay } from '../codec/day';
import type { DayColumns } from '../merge/book';

/** Every field and its column in the tables. */
export const COLUMNS = {
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  baseVolume: 'base_volume',
  quoteVolume: 'quote_volume',
  trades: 'trades',
} as const satisfies Record<CandleField, string>;

/** A day row's encoded columns, by their names in the table. */
export type EncodedDay = Readonly<Record<(typeof COLUMNS)[CandleField] | 'answered_at', Buffer | null>>;

/** Which day row. */
export interface DayKey {
  readonly marketId: number;
  readonly source: string;
  readonly day: Day;
}

interface KeyRow {
  readonly market_id: number;
  readonly source: string;
  readonly day: Day;
}
type DayRow = EncodedDay & KeyRow & { readonly version: number };

const FIELDS = Object.keys(COLUMNS) as CandleField[];
const FIELD_COLUMNS = [...Object.values(COLUMNS), 'answered_at'];
const columnNames = (prefix: string): string => FIELD_COLUMNS.map((column) => `${prefix}${column}`).join(', ');

/** The columns of a day row. */
export function decodedDay(row: EncodedDay): OfDay<Float64Array> {
  const column = (): Float64Array => new Float64Array(MINUTES_PER_DAY);
  const day = {
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    baseVolume: column(),
    quoteVolume: column(),
    trades: column(),
  };
  decodeDay((field) => row[COLUMNS[field]], day);
  return day;
}

const keyColumns = (keys: readonly DayKey[]): [number[], string[], number[]] => [
  keys.map((key) => key.marketId),
  keys.map((key) => key.source),
  keys.map((key) => key.day),
];

/**
 * The markets among them, each once: where `market_day` is spread over nodes, a statement that names its markets beside the join goes to their
 * nodes alone.
 */
export const marketIdsOf = (of: readonly { readonly marketId: number }[]): readonly number[] => [
  ...new Set(of.map(({ marketId }) => marketId)),
];

/** The days that are stored, decoded. */
export async function readDays(
  client: Readable,
  keys: readonly DayKey[],
): Promise<readonly (DayKey & { readonly columns: DayColumns })[]> {
  const { rows } = await client.query<DayRow>(
    `SELECT d.market_id, d.source, d.day, d.version, ${columnNames('d.')}
     FROM unnest($1::int[], $2::text[], $3::int[]) AS wanted (market_id, source, day)
     JOIN market_day d ON d.market_id = wanted.market_id AND d.source = wanted.source AND d.day = wanted.day
     WHERE d.market_id = ANY($4::int[])`,
    [...keyColumns(keys), marketIdsOf(keys)],
  );
  return rows.map((row) => ({
    marketId: row.market_id,
    source: row.source,
    day: row.day,
    columns: { ...decodedDay(row), version: row.version, answeredAt: decodeAnswered(row.answered_at) },
  }));
}

/** A range of days, both ends included, of one market and source. */
export interface DaySpan {
  readonly marketId: number;
  readonly source: string;
  readonly first: Day;
  readonly last: Day;
}

/** When the minutes of these days were answered, encoded, in order of the days. */
export async function readAnswered(
  db: Readable,
  spans: readonly DaySpan[],
): Promise<readonly (DayKey & { readonly answeredAt: Buffer | null })[]> {
  const { rows } = await db.query<KeyRow & { readonly answered_at: Buffer | null }>(
    `SELECT DISTINCT d.market_id, d.source, d.day, d.answered_at
     FROM unnest($1::int[], $2::text[], $3::int[], $4::int[]) AS wanted (market_id, source, first_day, last_day)
     JOIN market_day d ON d.market_id = wanted.market_id AND d.source = wanted.source AND d.day BETWEEN wanted.first_day AND wanted.last_day
     WHERE d.market_id = ANY($5::int[])
     ORDER BY d.market_id, d.source, d.day`,
    [
      spans.map(({ marketId }) => marketId),
      spans.map(({ source }) => source),
      spans.map(({ first }) => first),
      spans.map(({ last }) => last),
      marketIdsOf(spans),
    ],
  );
  return rows.map((row) => ({
    marketId: row.market_id,
    source: row.source,
    day: row.day,
    answeredAt: row.answered_at,
  }));
}

/** `$6`, `$7`: where the first column lies in `$5` and how long it is; then those of the next. */
const PLACES = FIELD_COLUMNS.map((column, i) => ({
  column,
  from: `$${String(2 * i + 6)}::int[]`,
  length: `$${String(2 * i + 7)}::int[]`,
}));
const GIVEN = PLACES.map(({ from, length }) => `${from}, ${length}`).join(', ');
const PLACE_NAMES = FIELD_COLUMNS.map((column) => `${column}_from, ${column}_length`).join(', ');
const bytesOf = (column: string): string => `substring($5::bytea FROM ${column}_from FOR ${column}_length)`;

const INSERT = `
  INSERT INTO market_day (market_id, source, day, version, ${columnNames('')})
  SELECT market_id, source, day, version, ${FIELD_COLUMNS.map(bytesOf).join(', ')}
  FROM unnest($1::int[], $2::text[], $3::int[], $4::int[], ${GIVEN}) AS fresh (market_id, source, day, version, ${PLACE_NAMES})
  ORDER BY market_id, source, day
  ON CONFLICT (market_id, source, day) DO NOTHING`;

/**
 * Of one market ($1), or of as many as there are days. Nodes change rows of one market at a time by a list. A day that was read as stored and is
 * gone was deleted by somebody: it is not brought back, but counts as written by another.
 */
const update = (markets: 'one' | 'many'): string => `
  UPDATE market_day d SET version = fresh.version, ${FIELD_COLUMNS.map((column) => `${column} = ${bytesOf(column)}`).join(', ')}
  FROM unnest(${markets === 'one' ? '' : '$1::int[], '}$2::text[], $3::int[], $4::int[], ${GIVEN}) AS fresh (${markets === 'one' ? '' : 'market_id, '}source, day, version, ${PLACE_NAMES})
  WHERE d.market_id = ${markets === 'one' ? '$1::int' : 'fresh.market_id'} AND d.source = fresh.source AND d.day = fresh.day AND d.version = fresh.version - 1`;
const UPDATE_ONE = update('one');
const UPDATE_MANY = update('many');

type WrittenDay = DayKey & { readonly columns: DayColumns };

async function written(
  client: Transaction,
  statement: string,
  of: unknown,
  days: readonly WrittenDay[],
): Promise<number> {
  if (days.length === 0) return 0;
  const blob = new Blob();
  const encoded = days.map(({ columns }) => encodeDay(columns));
  const places = [
    ...FIELDS.map((field) => encoded.map((columns) => blob.add(columns[field]))),
    days.map(({ columns }) => blob.add(encodeAnswered(columns.answeredAt))),
  ];
  const { rowCount } = await client.query(statement, [
    of,
    days.map(({ source }) => source),
    days.map(({ day }) => day),
    days.map(({ columns }) => columns.version + 1),
    blob.bytes(),
    ...places.flatMap((column) => [column.map(({ from }) => from), column.map(({ length }) => length)]),
  ]);
  if (rowCount === null) throw new Error('the database did not say how many market days it wrote');
  return rowCount;
}

/**
 * Writes the days as the versions after those they were read in, in one order for all writers: new days first, then the others. Answers
 * how many were written: fewer than given when another writer was faster with some; the caller then undoes the transaction.
 */
export async function writeDays(client: Transaction, days: readonly WrittenDay[]): Promise<number> {
  const fresh = days.filter(({ columns }) => columns.version === 0);
  let count = await written(
    client,
    INSERT,
    fresh.map(({ marketId }) => marketId),
    fresh,
  );
  const stored = days
    .filter(({ columns }) => columns.version > 0)
    .sort((a, b) => a.marketId - b.marketId || ascending(a.source, b.source) || a.day - b.day);
  if (await isSpread(client))
    for (const [marketId, own] of grouped(stored, (one) => one.marketId))
      count += await written(client, UPDATE_ONE, marketId, own);
  else
    count += await written(
      client,
      UPDATE_MANY,
      stored.map(({ marketId }) => marketId),
      stored,
    );
  return count;
}
