import type { MarketColumns } from '../../analysis/types';
import type { Candle } from '../../domain/candle';
import { epochMs, minute, minuteRange, minutesIn, MINUTES_PER_DAY, type MinuteRange } from '../../domain/minute';
import type { Answer } from '../../domain/observation';
import type { Database } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';

/** Nothing of a part is left for the next one; the dataset the database is of stays, and errata, which no part writes and nothing may delete. */
export async function emptied(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('world', 'erratum', '_prisma_migrations')",
  );
  await database.pool.query(`TRUNCATE ${rows.map(({ name }) => `"${name}"`).join(', ')}`);
}

/** As many days in one transaction as an ingest's pages make in a minute or two. */
const DAYS_AT_ONCE = 30;

/** Stores books as an ingest leaves them, all seven fields, without the way through HTTP. Comes to the number of candles. */
export async function stored(database: Database, books: readonly MarketColumns[]): Promise<number> {
  const ledger = ledgerOf(database);
  let candles = 0;
  for (const book of books) {
    for (const asked of partsOf(book.candles.range)) candles += (await ledger.record([answerOf(book, asked)])).added;
  }
  return candles;
}

function partsOf(range: MinuteRange): readonly MinuteRange[] {
  const size = DAYS_AT_ONCE * MINUTES_PER_DAY;
  return Array.from({ length: Math.ceil(minutesIn(range) / size) }, (_, part) =>
    minuteRange(minute(range.from + part * size), minute(Math.min(range.to, range.from + (part + 1) * size))),
  );
}

function answerOf({ market, source, candles: columns }: MarketColumns, asked: MinuteRange): Answer {
  const first = asked.from - columns.range.from;
  const candles = Array.from({ length: minutesIn(asked) }, (_, i) => candleIn(columns, first + i)).filter(
    (candle) => candle !== undefined,
  );
  return { market, source, asked, candles, quarantined: [], askedAtMs: epochMs(asked.to), provenance: [] };
}

/** The books have no open, quote volume and trade count: the close, the value of the base volume, and one trade a unit stand for them. */
function candleIn({ range, low, high, close, baseVolume }: MarketColumns['candles'], slot: number): Candle | undefined {
  const [price, base] = [close[slot] as number, baseVolume[slot] as number];
  if (Number.isNaN(price)) return undefined;
  return {
    minute: minute(range.from + slot),
    open: price,
    high: high[slot] as number,
    low: low[slot] as number,
    close: price,
    baseVolume: base,
    quoteVolume: Number((base * price).toFixed(4)),
    trades: base,
  };
}
