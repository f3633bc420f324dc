import type { ClientBase } from 'pg';
import { isTraded, type CandleColumns } from '../domain/candle';
import type { Asset, Market, Source } from '../domain/market';
import { MINUTES_PER_DAY, minutesIn, startOf, plus, union, type Day, type Minute, type MinuteRange } from '../domain/minute';
import { decodeColumn } from './codec/decode';
import type { Database } from './database';
import { marketOf } from './markets';

/** A market and source of which something is held. */
export interface HeldMarket {
  readonly market: Market;
  readonly source: Source;
  /** The first and the last UTC day with an answer. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Grows with every write to any of its days, those that only add answered minutes included: part of a cache's key. */
  readonly version: number;
}

/** What was asked and answered of one market and source, in numbers. */
export interface HeldCoverage {
  readonly market: Market;
  readonly source: Source;
  /** Sorted, disjoint. */
  readonly answered: readonly MinuteRange[];
  readonly answeredMinutes: number;
  /** Minutes with a candle, zero-volume fillers included. */
  readonly candles: number;
  readonly traded: number;
  /** Answered minutes that are not traded. */
  readonly noTrade: number;
  /** Rows in quarantine. */
  readonly quarantined: number;
  /** Minutes whose answer changed at least once. */
  readonly revised: number;
}

interface MarketColumns {
  readonly venue: string;
  readonly base: string;
  readonly quote: string;
  readonly kind: string;
  readonly source: Source;
}
const MARKET_COLUMNS = 'm.venue, m.base, m.quote, m.kind';
const MARKET_ORDER = 'm.base, m.venue, m.quote, m.kind';

/** Every market and source held, of one asset or of all: by asset, venue, quote, kind, source. */
export async function marketsHeld(db: Database, { asset }: { readonly asset?: Asset } = {}): Promise<readonly HeldMarket[]> {
  const { rows } = await db.pool.query<MarketColumns & { readonly first: Day; readonly last: Day; readonly version: string }>(
    `SELECT ${MARKET_COLUMNS}, d.source, min(d.day) AS first, max(d.day) AS last, sum(d.version) AS version
     FROM market_day d JOIN market m ON m.id = d.market_id
     WHERE $1::text IS NULL OR m.base = $1
     GROUP BY ${MARKET_COLUMNS}, d.source
     ORDER BY ${MARKET_ORDER}, d.source`,
    [asset ?? null],
  );
  return rows.map((row) => ({ market: marketOf(row), source: row.source, firstDay: row.first, lastDay: row.last, version: Number(row.version) }));
}

interface Counted {
  readonly candles: number;
  readonly traded: number;
}

type DayRow = { readonly key: string; readonly day: Day } & Readonly<Record<'open' | 'base_volume' | 'quote_volume' | 'trades', Buffer | null>>;

/** Candles and traded minutes of one day; a filler of zero volume is a candle and not traded. */
function countDay(row: DayRow): Counted {
  const column = (bytes: Buffer | null): Float64Array => decodeColumn(bytes, MINUTES_PER_DAY);
  const open = column(row.open);
  const columns: CandleColumns = {
    range: { from: startOf(row.day), to: plus(startOf(row.day), MINUTES_PER_DAY) },
    answered: new Uint8Array(0),
    open, high: open, low: open, close: open,
    baseVolume: column(row.base_volume), quoteVolume: column(row.quote_volume), trades: column(row.trades),
  };
  let candles = 0;
  let traded = 0;
  for (let slot = 0; slot < MINUTES_PER_DAY; slot += 1) {
    if (!Number.isNaN(open[slot] ?? NaN)) candles += 1;
    if (isTraded(columns, slot)) traded += 1;
  }
  return { candles, traded };
}

/** Rows grouped by market and source. */
function grouped<T extends { readonly key: string }>(rows: readonly T[]): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return (key) => groups.get(key) ?? [];
}

interface KeyRow extends MarketColumns {
  readonly key: string;
  readonly quarantined: number;
  readonly revised: number;
}

const KEY = "market_id || ' ' || source";

async function readAll(client: ClientBase, asset: Asset | undefined): Promise<readonly HeldCoverage[]> {
  const ofAsset = '(SELECT id FROM market WHERE $1::text IS NULL OR base = $1)';
  const named = [asset ?? null];
  const keys = await client.query<KeyRow>(
    `SELECT k.market_id || ' ' || k.source AS key, ${MARKET_COLUMNS}, k.source,
            (SELECT count(*)::int FROM quarantine q WHERE q.market_id = k.market_id AND q.source = k.source) AS quarantined,
            (SELECT count(DISTINCT r.minute)::int FROM revision r WHERE r.market_id = k.market_id AND r.source = k.source) AS revised
     FROM (SELECT market_id, source FROM coverage UNION SELECT market_id, source FROM quarantine) AS k
     JOIN market m ON m.id = k.market_id
     WHERE $1::text IS NULL OR m.base = $1
     ORDER BY ${MARKET_ORDER}, k.source`,
    named,
  );
  const ranges = await client.query<{ key: string; from: Minute; to: Minute }>(
    `SELECT ${KEY} AS key, from_minute AS "from", to_minute AS "to" FROM coverage WHERE outcome = 'answered' AND market_id IN ${ofAsset}`,
    named,
  );
  const days = await client.query<DayRow>(
    `SELECT ${KEY} AS key, day, open, base_volume, quote_volume, trades FROM market_day WHERE open IS NOT NULL AND market_id IN ${ofAsset}`,
    named,
  );
  const rangesOf = grouped(ranges.rows);
  const daysOf = grouped(days.rows);
  return keys.rows.map((row) => {
    const answered = union(rangesOf(row.key).map(({ from, to }) => ({ from, to })));
    const answeredMinutes = answered.reduce((sum, range) => sum + minutesIn(range), 0);
    const counts = daysOf(row.key).map(countDay);
    const traded = counts.reduce((sum, count) => sum + count.traded, 0);
    const candles = counts.reduce((sum, count) => sum + count.candles, 0);
    return {
      market: marketOf(row), source: row.source, answered, answeredMinutes, candles, traded,
      noTrade: answeredMinutes - traded, quarantined: row.quarantined, revised: row.revised,
    };
  });
}

/** What was asked and answered of every market and source, of one asset or of all, at one moment. */
export async function coverageOf(db: Database, asset?: Asset): Promise<readonly HeldCoverage[]> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const all = await readAll(client, asset);
    await client.query('COMMIT');
    return all;
  } catch (failure) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw failure;
  } finally {
    client.release();
  }
}

/** What was answered of an asset, over all its markets and sources: sorted, disjoint. Reads no candle. */
export async function answeredOf(db: Database, asset: Asset): Promise<readonly MinuteRange[]> {
  const { rows } = await db.pool.query<{ readonly from: Minute; readonly to: Minute }>(
    `SELECT DISTINCT c.from_minute AS "from", c.to_minute AS "to"
     FROM coverage c JOIN market m ON m.id = c.market_id
     WHERE c.outcome = 'answered' AND m.base = $1`,
    [asset],
  );
  return union(rows);
}
