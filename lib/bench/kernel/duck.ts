import type { DuckDBConnection } from '@duckdb/node-api';
import type { MarketColumns } from '../../analysis/types';
import { DEFAULT_MIN_PEERS } from '../../domain/method';
import type { Measured } from '../../analysis/reference/kernel';

const TABLE =
  'CREATE TABLE candle (venue UTINYINT, minute INTEGER, low DOUBLE, high DOUBLE, close DOUBLE, volume DOUBLE)';

/** What stands in front of every way: deviations of low, high and close, and how far beyond every other venue, from what a way calls so. */
const RESULT = `
  SELECT venue, minute, peers, low / reference_low - 1 AS d_low, high / reference_high - 1 AS d_high, close / reference_close - 1 AS d_close,
    CASE WHEN greatest(high / highest - 1, 0) > -least(low / lowest - 1, 0) THEN greatest(high / highest - 1, 0) ELSE least(low / lowest - 1, 0) END AS outside`;

/** The first that comes to mind: every candle beside the other venues' of its minute. */
const SELF_JOIN = `${RESULT}
  FROM (
    SELECT v.venue, v.minute, any_value(v.low) AS low, any_value(v.high) AS high, any_value(v.close) AS close, count(*) AS peers,
      median(p.low) AS reference_low, median(p.high) AS reference_high, median(p.close) AS reference_close, min(p.low) AS lowest, max(p.high) AS highest
    FROM candle v JOIN candle p ON p.minute = v.minute AND p.venue <> v.venue
    WHERE v.volume > 0 AND p.volume > 0
    GROUP BY v.venue, v.minute
  ) WHERE peers >= ${String(DEFAULT_MIN_PEERS)}`;

/** Who knows the frames of window functions leaves the venue out by \`EXCLUDE CURRENT ROW\`. */
const WINDOW = `${RESULT}
  FROM (
    SELECT *, count(*) OVER others AS peers, median(low) OVER others AS reference_low, median(high) OVER others AS reference_high,
      median(close) OVER others AS reference_close, min(low) OVER others AS lowest, max(high) OVER others AS highest
    FROM candle WHERE volume > 0
    WINDOW others AS (PARTITION BY minute ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW)
  ) WHERE peers >= ${String(DEFAULT_MIN_PEERS)}`;

/** The median of a sorted list of n values without the one in place \`at\`: the middle places of the rest, shifted past it. */
const listMedian = (list: string, at: string): string => {
  const place = (middle: string): string => `${list}[${middle} + CASE WHEN ${at} <= ${middle} THEN 1 ELSE 0 END]`;
  return `(${place('(n // 2)')} + ${place('((n + 1) // 2)')}) / 2`;
};

/** The kernel's own idea in SQL, which hardly anybody would write: one sorted list a minute and field serves all its venues. */
const SORTED_LISTS = `
  WITH minutes AS (
    SELECT minute, count(*) AS n, list(low ORDER BY low) AS lows, list(high ORDER BY high) AS highs, list(close ORDER BY close) AS closes
    FROM candle WHERE volume > 0 GROUP BY minute
  ), placed AS (
    SELECT *, list_position(lows, low) AS at_low, list_position(highs, high) AS at_high, list_position(closes, close) AS at_close
    FROM candle JOIN minutes USING (minute) WHERE volume > 0 AND n > ${String(DEFAULT_MIN_PEERS)}
  ), held AS (
    SELECT *, n - 1 AS peers, ${listMedian('lows', 'at_low')} AS reference_low, ${listMedian('highs', 'at_high')} AS reference_high, ${listMedian('closes', 'at_close')} AS reference_close,
      lows[CASE WHEN at_low = 1 THEN 2 ELSE 1 END] AS lowest, highs[CASE WHEN highs[n] = high THEN n - 1 ELSE n END] AS highest
    FROM placed
  ) ${RESULT} FROM held`;

export const WAYS = {
  'self-join': SELF_JOIN,
  'window, `EXCLUDE CURRENT ROW`': WINDOW,
  'sorted lists': SORTED_LISTS,
} as const;
export type Way = keyof typeof WAYS;

/** A DuckDB in memory, in this process. */
export class Duck {
  readonly #connection: DuckDBConnection;
  readonly #close: () => void;

  private constructor(connection: DuckDBConnection, close: () => void) {
    this.#connection = connection;
    this.#close = close;
  }

  /** Opens one that holds the books, a row a candle, venues by their place. */
  static async holding(books: readonly MarketColumns[]): Promise<Duck> {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(TABLE);
    const appender = await connection.createAppender('candle');
    books.forEach(({ candles: { range, low, high, close, baseVolume } }, venue) => {
      for (let slot = 0; slot < low.length; slot += 1) {
        if (Number.isNaN(low[slot])) continue;
        appender.appendUTinyInt(venue);
        appender.appendInteger(range.from + slot);
        for (const column of [low, high, close, baseVolume]) appender.appendDouble(column[slot] as number);
        appender.endRow();
      }
    });
    appender.closeSync();
    return new Duck(connection, () => {
      connection.closeSync();
      instance.closeSync();
    });
  }

  /** Asks the question, its answer kept as a table; with all threads the machine has, or as many as said. */
  async ask(way: Way, threads: number | undefined): Promise<void> {
    await this.#connection.run(threads === undefined ? 'RESET threads' : `SET threads = ${String(threads)}`);
    await this.#connection.run(`CREATE OR REPLACE TABLE result AS ${WAYS[way]}`);
  }

  /** Throws unless the table says what the kernel says: as many minutes, and of every 997th of them the same four numbers. */
  async mustAgreeWith(measured: Measured, firstMinute: number): Promise<void> {
    const slots = measured.marketLow.length;
    const ours = measured.missing.reduce((sum, why) => sum + (why === 0 ? 1 : 0), 0);
    const [[theirs] = []] = (await this.#connection.runAndReadAll('SELECT count(*)::DOUBLE FROM result')).getRows();
    if (theirs !== ours || ours === 0)
      throw new Error(`the kernel measured ${String(ours)} minutes, DuckDB ${String(theirs)}`);
    const sample = await this.#connection.runAndReadAll(
      `SELECT venue, minute, d_low, d_high, d_close, outside FROM result WHERE (minute * 31 + venue) % ${String(EVERY)} = 0`,
    );
    const rows = sample.getRows() as number[][];
    if (rows.length === 0) throw new Error('the sample of minutes is empty');
    for (const [venue = NaN, minute = NaN, ...said] of rows) {
      const at = venue * slots + minute - firstMinute;
      [measured.dLow, measured.dHigh, measured.dClose, measured.outside].forEach((column, i) => {
        const [own, other] = [column[at] as number, said[i] as number];
        if (!(Math.abs(own - other) <= ROUNDING))
          throw new Error(
            `venue ${String(venue)}, minute ${String(minute)}: the kernel says ${String(own)}, DuckDB ${String(other)}`,
          );
      });
    }
  }

  close(): void {
    this.#close();
  }
}

/** A prime: the sample meets every venue and hour. */
const EVERY = 997;
/** DuckDB takes the middle of two values as a + (b − a) / 2: a few units in the last place of a ratio near 1. */
const ROUNDING = 1e-14;
