import type { Market, Source } from '../../domain/market';
import type { Day } from '../../domain/minute';
import type { Readable } from '../connection/client';
import { marketOf } from '../markets';

/** A day that was written. */
export interface ChangedDay {
  readonly day: Day;
  /** Counts its writes: a day told of twice in one version was written once. */
  readonly version: number;
}

/** A market and source that was written. */
export interface ChangedBook {
  readonly market: Market;
  readonly source: Source;
  /** Counts its writes. */
  readonly version: number;
  /** Whether nothing of it was stored before. */
  readonly isNew: boolean;
  /** Whether something was written that concerns no single day (what was asked in vain, longer candles): every answer that rests on any day of it is stale. */
  readonly whole: boolean;
  /** Counts those writes alone. */
  readonly wholeVersion: number;
  readonly days: readonly ChangedDay[];
}

export interface Changes {
  /** What to ask with the next time: every transaction this moment did not see has a number that is not below it. */
  readonly xmin: string;
  readonly books: readonly ChangedBook[];
}

interface Row {
  readonly xmin: string;
  readonly venue: string | null;
  readonly base: string;
  readonly quote: string;
  readonly kind: string;
  readonly source: Source;
  readonly version: number;
  readonly is_new: boolean;
  readonly whole: boolean;
  readonly whole_version: number;
  readonly day: Day | null;
  readonly day_version: number;
}

/**
 * The books and days written by transactions of the number `xmin` or above, in one statement, and so of one moment. While a transaction is
 * long under way, those that ended beside it are told of again and again: by their versions a caller knows them. `xmin` undefined: nothing is told
 * but where to begin.
 */
export async function changesSince(db: Readable, xmin: string | undefined): Promise<Changes> {
  const { rows } = await db.query<Row>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin, m.venue, m.base, m.quote, m.kind, b.source, b.version,
            b.created >= $1::text::xid8 AS is_new, b.whole_changed >= $1::text::xid8 AS whole, b.whole_version, d.day, d.version AS day_version
     FROM (SELECT 1) AS one
     LEFT JOIN (stored_book b JOIN market m ON m.id = b.market_id) ON b.changed >= $1::text::xid8
     LEFT JOIN stored_day d ON d.market_id = b.market_id AND d.source = b.source AND d.changed >= $1::text::xid8
     ORDER BY b.market_id, b.source, d.day`,
    [xmin ?? null],
  );
  const [first] = rows;
  if (first === undefined) throw new Error('the database did not say which transactions it has seen');
  const books = new Map<string, ChangedBook & { readonly days: ChangedDay[] }>();
  for (const row of rows) {
    if (row.venue === null) continue;
    const market = marketOf({ ...row, venue: row.venue });
    const key = [market.venue, market.base, market.quote, market.kind, row.source].join(' ');
    const book = books.get(key) ?? {
      market,
      source: row.source,
      version: row.version,
      isNew: row.is_new,
      whole: row.whole,
      wholeVersion: row.whole_version,
      days: [],
    };
    books.set(key, book);
    if (row.day !== null) book.days.push({ day: row.day, version: row.day_version });
  }
  return { xmin: first.xmin, books: [...books.values()] };
}
