import type { ClientBase } from 'pg';
import type { CandleField } from '../domain/candle';
import { MINUTES_PER_DAY, type Day } from '../domain/minute';
import { decodeColumn } from './codec/decode';
import { encodeColumn } from './codec/encode';
import type { DayColumns } from './merge/book';

/** Every field and its column in the tables. */
export const COLUMNS = {
  open: 'open', high: 'high', low: 'low', close: 'close', baseVolume: 'base_volume', quoteVolume: 'quote_volume', trades: 'trades',
} as const satisfies Record<CandleField, string>;

/** A day row's encoded columns, by their names in the table. */
export type EncodedDay = Readonly<Record<(typeof COLUMNS)[CandleField], Buffer | null>>;

/** Which day row. */
export interface DayKey {
  readonly marketId: number;
  readonly source: string;
  readonly day: Day;
}

type DayRow = EncodedDay & { readonly market_id: number; readonly source: string; readonly day: Day; readonly version: number };

export const columnNames = (prefix: string): string => Object.values(COLUMNS).map((column) => `${prefix}${column}`).join(', ');

function decodeDay(row: DayRow): DayColumns {
  const field = (name: CandleField): Float64Array => decodeColumn(row[COLUMNS[name]], MINUTES_PER_DAY);
  return {
    version: row.version,
    open: field('open'), high: field('high'), low: field('low'), close: field('close'),
    baseVolume: field('baseVolume'), quoteVolume: field('quoteVolume'), trades: field('trades'),
  };
}

/** The days that are stored, decoded. */
export async function readDays(client: ClientBase, keys: readonly DayKey[]): Promise<readonly (DayKey & { readonly columns: DayColumns })[]> {
  const { rows } = await client.query<DayRow>(
    `SELECT d.market_id, d.source, d.day, d.version, ${columnNames('d.')}
     FROM unnest($1::int[], $2::text[], $3::int[]) AS wanted (market_id, source, day)
     JOIN market_day d USING (market_id, source, day)`,
    [keys.map((key) => key.marketId), keys.map((key) => key.source), keys.map((key) => key.day)],
  );
  return rows.map((row) => ({ marketId: row.market_id, source: row.source, day: row.day, columns: decodeDay(row) }));
}

const encoded = (column: Float64Array): Buffer | null => {
  const bytes = encodeColumn(column);
  return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

/**
 * Writes the days as the versions after those they were read in, in one order for all writers. Answers how many were
 * written: fewer than given when another writer was faster with some; the caller then undoes the transaction.
 */
export async function writeDays(client: ClientBase, days: readonly (DayKey & { readonly columns: DayColumns })[]): Promise<number> {
  if (days.length === 0) return 0;
  const fields = Object.keys(COLUMNS) as CandleField[];
  const sets = Object.values(COLUMNS).map((column) => `${column} = excluded.${column}`);
  const { rowCount } = await client.query(
    `INSERT INTO market_day (market_id, source, day, version, ${columnNames('')})
     SELECT * FROM unnest($1::int[], $2::text[], $3::int[], $4::int[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[], $9::bytea[], $10::bytea[], $11::bytea[])
       AS fresh (market_id, source, day, version, ${columnNames('')})
     ORDER BY market_id, source, day
     ON CONFLICT (market_id, source, day) DO UPDATE SET version = excluded.version, ${sets.join(', ')}
     WHERE market_day.version = excluded.version - 1`,
    [
      days.map((key) => key.marketId),
      days.map((key) => key.source),
      days.map((key) => key.day),
      days.map(({ columns }) => columns.version + 1),
      ...fields.map((field) => days.map(({ columns }) => encoded(columns[field]))),
    ],
  );
  if (rowCount === null) throw new Error('the database did not say how many market days it wrote');
  return rowCount;
}
