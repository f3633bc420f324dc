import type { MarketColumns } from '../../analysis/types';
import { minutesIn } from '../../domain/minute';
import { DEFAULT_MIN_PEERS } from '../../domain/method';
import type { Database } from '../../store/connection/database';

const TABLE = `
  CREATE TABLE IF NOT EXISTS row_candle_random (
    venue SMALLINT, minute INT, low FLOAT8, high FLOAT8, close FLOAT8, volume FLOAT8, PRIMARY KEY (minute, venue)
  )`;

const FILL =
  'INSERT INTO row_candle_random SELECT $1, * FROM unnest($2::int[], $3::float8[], $4::float8[], $5::float8[], $6::float8[])';

/** The whole question as one would write it by hand; the answer is kept as a table, as DuckDB's is. */
const QUESTION = `
  CREATE TABLE result_random AS
  SELECT venue, minute, peers, low / reference_low - 1 AS d_low, high / reference_high - 1 AS d_high, close / reference_close - 1 AS d_close,
    CASE WHEN greatest(high / highest - 1, 0) > -least(low / lowest - 1, 0) THEN greatest(high / highest - 1, 0) ELSE least(low / lowest - 1, 0) END AS outside
  FROM (
    SELECT v.venue, v.minute, v.low, v.high, v.close, count(*) AS peers, min(p.low) AS lowest, max(p.high) AS highest,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY p.low) AS reference_low, percentile_cont(0.5) WITHIN GROUP (ORDER BY p.high) AS reference_high,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY p.close) AS reference_close
    FROM row_candle_random v JOIN row_candle_random p ON p.minute = v.minute AND p.venue <> v.venue
    WHERE v.volume > 0 AND p.volume > 0
    GROUP BY v.venue, v.minute, v.low, v.high, v.close
  ) AS held WHERE peers >= ${String(DEFAULT_MIN_PEERS)}`;

/** Puts the books into Postgres, a row a candle with its key, and gives the planner its statistics. */
export async function fillRows(database: Database, books: readonly MarketColumns[]): Promise<void> {
  await database.pool.query(TABLE);
  for (const [
    venue,
    {
      candles: { range, low, high, close, baseVolume },
    },
  ] of books.entries()) {
    const slots = Array.from({ length: minutesIn(range) }, (_, slot) => slot).filter(
      (slot) => !Number.isNaN(low[slot]),
    );
    const column = (values: Float64Array): number[] => slots.map((slot) => values[slot] as number);
    await database.pool.query(FILL, [
      venue,
      slots.map((slot) => range.from + slot),
      column(low),
      column(high),
      column(close),
      column(baseVolume),
    ]);
  }
  await database.pool.query('VACUUM ANALYZE row_candle_random');
}

/** Comes to the number of measured minutes. */
export async function askRows(database: Database): Promise<number | null> {
  await database.pool.query('DROP TABLE IF EXISTS result_random');
  return (await database.pool.query(QUESTION)).rowCount;
}
