import type { DuckDBConnection } from '@duckdb/node-api';
import type { MarketColumns } from '../../analysis/types';
import { DEFAULT_MIN_PEERS, LEAST_USD_VENUES, RATE_MARGIN } from '../../domain/method';

const TABLES = [
  'CREATE TABLE candle (venue VARCHAR, quote VARCHAR, minute INTEGER, low DOUBLE, high DOUBLE, close DOUBLE, volume DOUBLE)',
  'CREATE TABLE leg (venue VARCHAR, base VARCHAR, quote VARCHAR, minute INTEGER, close DOUBLE, volume DOUBLE)',
];

/**
 * The same question in SQL: of each venue that does not quote in USD, the legs of the other venues, their median, its centred median
 * over five minutes; then every venue against the others' median. Legs too far apart, second names and namesakes are not looked
 * for: there are none here.
 */
const WINDOW = `
  WITH traded AS (SELECT * FROM leg WHERE volume > 0),
  converted AS (SELECT DISTINCT venue, quote FROM candle WHERE quote <> 'USD'),
  usd AS (
    SELECT c.venue AS without, t.base, t.minute, median(t.close) AS usd
    FROM converted c JOIN traded t ON t.venue <> c.venue AND t.quote = 'USD'
    GROUP BY ALL HAVING count(*) >= ${String(LEAST_USD_VENUES)}
  ),
  medians AS (
    SELECT c.venue, t.minute, median(u.usd / t.close) AS median
    FROM converted c JOIN traded t ON t.venue <> c.venue AND t.quote = c.quote
      JOIN usd u ON u.without = c.venue AND u.base = t.base AND u.minute = t.minute
    GROUP BY ALL
  ),
  rates AS (
    SELECT venue, minute, median(median) OVER (PARTITION BY venue ORDER BY minute
      RANGE BETWEEN ${String(RATE_MARGIN)} PRECEDING AND ${String(RATE_MARGIN)} FOLLOWING) AS rate
    FROM medians
  ),
  priced AS (
    SELECT venue, minute, low, high, close FROM candle WHERE volume > 0 AND quote = 'USD'
    UNION ALL
    SELECT c.venue, c.minute, c.low * r.rate, c.high * r.rate, c.close * r.rate
    FROM candle c JOIN rates r USING (venue, minute) WHERE c.volume > 0 AND c.quote <> 'USD'
  )
  SELECT venue, minute, low / reference_low - 1 AS d_low, high / reference_high - 1 AS d_high
  FROM (
    SELECT *, count(*) OVER others AS peers, median(low) OVER others AS reference_low, median(high) OVER others AS reference_high
    FROM priced
    WINDOW others AS (PARTITION BY minute ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW)
  ) WHERE peers >= ${String(DEFAULT_MIN_PEERS)}`;

/** The median of a sorted list of which the values in places `first` and `second` are left out, the first not behind the second; n: how many stay. */
const withoutTwo = (list: string, first: string, second: string, n: string): string => {
  const past = (place: string, left: string): string => `${place} + CASE WHEN ${left} <= ${place} THEN 1 ELSE 0 END`;
  const at = (middle: string): string => `${list}[${past(`(${past(middle, first)})`, second)}]`;
  return `((${at(`((${n} + 1) // 2)`)} + ${at(`(${n} // 2 + 1)`)}) / 2)`;
};

const withoutOne = (list: string, place: string, n: string): string => withoutTwo(list, place, BEYOND, n);
/** A place that no list has: nothing is left out. */
const BEYOND = '2147483647';

/**
 * The same by sorted lists, of which a venue's own one or two values are left out by their places. No venue that is converted lends a leg in USD
 * here: all of them share one median of BTC and ETH in USD, and one list of legs a quote and minute.
 */
const SORTED_LISTS = `
  WITH usd AS (
    SELECT base, minute, median(close) AS usd FROM leg WHERE volume > 0 AND quote = 'USD'
    GROUP BY ALL HAVING count(*) >= ${String(LEAST_USD_VENUES)}
  ),
  ratios AS (
    SELECT t.venue, t.quote, t.minute, u.usd / t.close AS ratio FROM leg t JOIN usd u USING (base, minute) WHERE t.volume > 0 AND t.quote <> 'USD'
  ),
  lists AS (SELECT quote, minute, list(ratio ORDER BY ratio) AS ratios, count(*) AS n FROM ratios GROUP BY ALL),
  own AS (SELECT venue, quote, minute, min(ratio) AS least, max(ratio) AS most, count(*) AS own FROM ratios GROUP BY ALL),
  converted AS (SELECT DISTINCT venue, quote FROM candle WHERE quote <> 'USD'),
  placed AS (
    SELECT c.venue, l.minute, l.ratios, l.n - coalesce(o.own, 0) AS n, coalesce(list_position(l.ratios, o.least), ${BEYOND}) AS first,
      CASE WHEN o.own = 2 THEN list_position(l.ratios, o.most) ELSE ${BEYOND} END AS second
    FROM converted c JOIN lists l USING (quote) LEFT JOIN own o ON o.venue = c.venue AND o.quote = l.quote AND o.minute = l.minute
  ),
  medians AS (SELECT venue, minute, ${withoutTwo('ratios', 'first', 'second', 'n')} AS median FROM placed WHERE n > 0),
  rates AS (
    SELECT venue, minute, median(median) OVER (PARTITION BY venue ORDER BY minute
      RANGE BETWEEN ${String(RATE_MARGIN)} PRECEDING AND ${String(RATE_MARGIN)} FOLLOWING) AS rate
    FROM medians
  ),
  priced AS (
    SELECT venue, minute, low, high FROM candle WHERE volume > 0 AND quote = 'USD'
    UNION ALL
    SELECT c.venue, c.minute, c.low * r.rate, c.high * r.rate FROM candle c JOIN rates r USING (venue, minute) WHERE c.volume > 0 AND c.quote <> 'USD'
  ),
  minutes AS (SELECT minute, count(*) AS n, list(low ORDER BY low) AS lows, list(high ORDER BY high) AS highs FROM priced GROUP BY minute),
  among AS (
    SELECT venue, minute, low, high, n - 1 AS n, lows, highs, list_position(lows, low) AS at_low, list_position(highs, high) AS at_high
    FROM priced JOIN minutes USING (minute) WHERE n > ${String(DEFAULT_MIN_PEERS)}
  )
  SELECT venue, minute, low / ${withoutOne('lows', 'at_low', 'n')} - 1 AS d_low, high / ${withoutOne('highs', 'at_high', 'n')} - 1 AS d_high FROM among`;

const WAYS = { window: WINDOW, 'sorted lists': SORTED_LISTS } as const;
export type RatesWay = keyof typeof WAYS;

/** How far the kernel and DuckDB may differ: DuckDB takes the middle of two values as a + (b − a) / 2, three times one after another. */
const ROUNDING = 1e-13;
/** A prime: the sample meets every venue and hour. */
const EVERY = 997;

/** A minute as the kernel says it. */
export interface Deviation {
  readonly low: number;
  readonly high: number;
}

/** A DuckDB in memory that holds the books of the benchmark. */
export class RatesDuck {
  readonly #connection: DuckDBConnection;
  readonly close: () => void;

  private constructor(connection: DuckDBConnection, close: () => void) {
    this.#connection = connection;
    this.close = close;
  }

  static async holding(asset: readonly MarketColumns[], legs: readonly MarketColumns[]): Promise<RatesDuck> {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const table of TABLES) await connection.run(table);
    const candles = await connection.createAppender('candle');
    for (const { market, candles: columns } of asset)
      eachCandle(columns, (slot) => {
        candles.appendVarchar(market.venue);
        candles.appendVarchar(market.quote);
        candles.appendInteger(columns.range.from + slot);
        for (const column of [columns.low, columns.high, columns.close, columns.baseVolume])
          candles.appendDouble(column[slot] as number);
        candles.endRow();
      });
    candles.closeSync();
    const appender = await connection.createAppender('leg');
    for (const { market, candles: columns } of legs)
      eachCandle(columns, (slot) => {
        for (const text of [market.venue, market.base, market.quote]) appender.appendVarchar(text);
        appender.appendInteger(columns.range.from + slot);
        for (const column of [columns.close, columns.baseVolume]) appender.appendDouble(column[slot] as number);
        appender.endRow();
      });
    appender.closeSync();
    return new RatesDuck(connection, () => {
      connection.closeSync();
      instance.closeSync();
    });
  }

  /** Asks the question, its answer kept as a table; with all threads the machine has, or one, as the kernel has. */
  async ask(way: RatesWay, threads: number | undefined): Promise<void> {
    await this.#connection.run(threads === undefined ? 'RESET threads' : `SET threads = ${String(threads)}`);
    await this.#connection.run(`CREATE OR REPLACE TABLE result AS ${WAYS[way]}`);
  }

  /** Throws unless the table says what the kernel says, in every 997th minute; answers how many were compared. */
  async mustAgreeWith(measured: (venue: string, minute: number) => Deviation | undefined): Promise<number> {
    const sample = await this.#connection.runAndReadAll(
      `SELECT venue, minute, d_low, d_high FROM result WHERE minute % ${String(EVERY)} = 0`,
    );
    const rows = sample.getRows() as (string | number)[][];
    for (const [venue, minute, low, high] of rows) {
      const own = measured(String(venue), Number(minute));
      if (
        own === undefined ||
        !(Math.abs(own.low - Number(low)) <= ROUNDING && Math.abs(own.high - Number(high)) <= ROUNDING)
      )
        throw new Error(
          `${String(venue)}, minute ${String(minute)}: the kernel says ${JSON.stringify(own)}, DuckDB ${String(low)}, ${String(high)}`,
        );
    }
    if (rows.length === 0) throw new Error('the sample of minutes is empty');
    return rows.length;
  }
}

function eachCandle({ low }: MarketColumns['candles'], take: (slot: number) => void): void {
  for (let slot = 0; slot < low.length; slot += 1) if (!Number.isNaN(low[slot])) take(slot);
}
