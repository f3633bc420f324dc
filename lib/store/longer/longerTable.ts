import { CANDLE_FIELDS, type CandleValues } from '../../domain/candle';
import type { Minute, MinuteRange } from '../../domain/minute';
import type { Readable } from '../connection/client';
import type { Transaction } from '../connection/transactions';
import { COLUMNS } from '../days/dayRows';
import { cellOf, saidInCells } from '../days/saidCells';

/** The longer candles of one market, source and timeframe. */
export interface LongerBook {
  readonly marketId: number;
  readonly source: string;
  readonly timeframe: string;
}

/** One of them, as it was given at one time. */
export interface LongerRow extends LongerBook {
  readonly open: Minute;
  readonly observedAtMs: number;
  readonly said: CandleValues;
}

const FIELD_COLUMNS = CANDLE_FIELDS.map((field) => COLUMNS[field]);

/** A row as the database gives it: a candle has an open price, and NULL beside one is what the source does not say. */
export type StoredLonger = Readonly<Record<string, unknown>> & {
  readonly market_id: number;
  readonly source: string;
  readonly timeframe: string;
  readonly open_minute: Minute;
  readonly observed_at: Date;
};

export function longerRowOf(row: StoredLonger): LongerRow {
  return {
    marketId: row.market_id,
    source: row.source,
    timeframe: row.timeframe,
    open: row.open_minute,
    observedAtMs: row.observed_at.getTime(),
    said: saidInCells((field) => row[COLUMNS[field]]),
  };
}

/** Whether two answers for one candle say the same, fields not said included. */
export const saysSame = (a: CandleValues, b: CandleValues): boolean =>
  a === undefined || b === undefined ? a === b : CANDLE_FIELDS.every((field) => Object.is(a[field], b[field]));

/** The openings in a range that the book has any answer for, ascending. */
export async function readOpenings(db: Readable, book: LongerBook, range: MinuteRange): Promise<readonly Minute[]> {
  const { rows } = await db.query<{ readonly open_minute: Minute }>(
    `SELECT DISTINCT open_minute FROM longer_candle
     WHERE market_id = $1 AND source = $2 AND timeframe = $3 AND open_minute >= $4::int AND open_minute < $5::int ORDER BY open_minute`,
    [book.marketId, book.source, book.timeframe, range.from, range.to],
  );
  return rows.map((row) => row.open_minute);
}

/** Of each opening in a book's range the answer that stood at a time. */
export async function readStanding(
  db: Readable,
  book: LongerBook,
  range: MinuteRange,
  atMs: number,
): Promise<ReadonlyMap<Minute, LongerRow>> {
  const { rows } = await db.query<StoredLonger>(
    `SELECT DISTINCT ON (open_minute) * FROM longer_candle
     WHERE market_id = $1 AND source = $2 AND timeframe = $3 AND open_minute >= $4::int AND open_minute < $5::int AND observed_at <= $6::timestamptz
     ORDER BY open_minute, observed_at DESC`,
    [book.marketId, book.source, book.timeframe, range.from, range.to, new Date(atMs).toISOString()],
  );
  return new Map(rows.map((row) => [row.open_minute, longerRowOf(row)]));
}

export async function insertLonger(client: Transaction, rows: readonly LongerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const numbers = FIELD_COLUMNS.map((_, i) => `$${String(i + 6)}::float8[]`);
  await client.query(
    `INSERT INTO longer_candle (market_id, source, timeframe, open_minute, observed_at, ${FIELD_COLUMNS.join(', ')})
     SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::timestamptz[], ${numbers.join(', ')})
     ON CONFLICT (market_id, source, timeframe, open_minute, observed_at) DO NOTHING`,
    [
      rows.map(({ marketId }) => marketId),
      rows.map(({ source }) => source),
      rows.map(({ timeframe }) => timeframe),
      rows.map(({ open }) => open),
      rows.map(({ observedAtMs }) => new Date(observedAtMs).toISOString()),
      ...CANDLE_FIELDS.map((field) => rows.map(({ said }) => cellOf(said, field))),
    ],
  );
}
