import type { DeviationsAnswer } from '../api/deviations';
import { pairOf, type Market } from '../domain/market';
import { formatMinute, type MinuteRange } from '../domain/minute';
import type { Database } from '../store/connection/database';

/** The yardstick's own table: a row a candle, with the key such tables usually have. */
const TABLE = `
  CREATE TABLE row_candle (
    venue TEXT, market TEXT, minute TIMESTAMPTZ,
    open DOUBLE PRECISION, high DOUBLE PRECISION, low DOUBLE PRECISION, close DOUBLE PRECISION, base_volume DOUBLE PRECISION,
    PRIMARY KEY (market, minute, venue)
  )`;

const FILL = `
  INSERT INTO row_candle
  SELECT venue, market, minute, open, high, low, close, base_volume FROM candles(NULL, NULL, NULL, NULL)`;

/** d_low of every venue and minute against the median of the others' lows, at least three of them; raw quotes. */
const LEAVE_ONE_OUT = `
  WITH book AS (
    SELECT venue, minute, low FROM row_candle
    WHERE (venue, market) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND minute >= $3::timestamptz AND minute < $4::timestamptz AND base_volume > 0
  )
  SELECT v.venue, v.minute, v.low / percentile_cont(0.5) WITHIN GROUP (ORDER BY p.low) - 1 AS d_low, count(*)::int AS peers
  FROM book v JOIN book p ON p.minute = v.minute AND p.venue <> v.venue
  GROUP BY v.venue, v.minute, v.low
  HAVING count(*) >= 3`;

interface Row {
  readonly venue: string;
  readonly minute: Date;
  readonly d_low: number;
  readonly peers: number;
}

/** Makes and fills the row table from the very candles the product holds, and gives the planner its statistics. */
export async function fillRowTable(database: Database): Promise<void> {
  await database.pool.query(TABLE);
  await database.pool.query(FILL);
  await database.pool.query('VACUUM ANALYZE row_candle');
}

/** The yardstick: leave-one-out medians of lows by `percentile_cont` over rows, as one would write them by hand. */
export async function deviationsInSql(
  database: Database,
  markets: readonly Market[],
  range: MinuteRange,
): Promise<readonly Row[]> {
  const { rows } = await database.pool.query<Row>(LEAVE_ONE_OUT, [
    markets.map(({ venue }) => venue),
    markets.map(pairOf),
    formatMinute(range.from),
    formatMinute(range.to),
  ]);
  return rows;
}

/** The worst of any venue and minute, written so that two ways of computing can be held against each other. */
const worst = (all: readonly { readonly venue: string; readonly at: string; readonly ratio: number }[]): string => {
  const deepest = all.reduce<(typeof all)[number] | undefined>(
    (least, one) => (least === undefined || one.ratio < least.ratio ? one : least),
    undefined,
  );
  return deepest === undefined ? 'nothing' : `${deepest.venue} at ${deepest.at}`;
};

/**
 * Throws unless both answered the same question: as many measured minutes, and the same worst one. The ratios themselves
 * differ by the rate between USDT and USD, which the yardstick leaves out.
 */
export function mustAgree(answer: DeviationsAnswer, rows: readonly Row[]): void {
  const ours = answer.series.flatMap(({ venue, minutes, dLow }) =>
    minutes.flatMap((at, i) => (typeof dLow[i] === 'number' ? [{ venue, at, ratio: dLow[i] }] : [])),
  );
  const theirs = rows.map((row) => ({
    venue: row.venue,
    at: `${row.minute.toISOString().slice(0, 16)}Z`,
    ratio: row.d_low,
  }));
  const [said, yardstick] = [ours, theirs].map(
    (all) => `${String(all.length)} measured minutes, the worst ${worst(all)}`,
  );
  if (said !== yardstick || ours.length === 0)
    throw new Error(`the analysis and its yardstick disagree: ${String(said)}; in SQL ${String(yardstick)}`);
}
