import { formatInstant, type Instant } from '../../domain/instant';
import type { Asset, Market, Source } from '../../domain/market';
import type { Minute, MinuteRange } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import type { Readable } from '../connection/client';
import { bookOrder, LISTED, listedMarkets, marketOf } from '../markets';

/** A row that broke the candle invariant, as it was first seen. */
export interface StoredQuarantined extends Quarantined {
  readonly market: Market;
  readonly source: Source;
  readonly seenAtMs: number;
}

export interface QuarantineFilter {
  readonly asset?: Asset | undefined;
  /** Leaves out the rows whose minute cannot be read, too. */
  readonly range?: MinuteRange | undefined;
  /** At most this many: the newest seen. */
  readonly limit: number;
  /** Only what had been seen by then. */
  readonly asOf?: Instant | undefined;
}

interface Row {
  readonly venue: string;
  readonly base: string;
  readonly quote: string;
  readonly kind: string;
  readonly source: Source;
  readonly minute: Minute | null;
  readonly reason: string;
  readonly raw: string;
  readonly seen_at: Date;
}

/** What is in quarantine, of an asset or of all, in a range or everywhere: newest seen first. */
export async function quarantineOf(
  db: Readable,
  { asset, range, limit, asOf }: QuarantineFilter,
): Promise<readonly StoredQuarantined[]> {
  const { rows } = await db.query<Row>(
    `SELECT m.venue, m.base, m.quote, m.kind, q.source, q.minute, q.reason, q.raw, q.seen_at
     FROM ${LISTED} JOIN quarantine q ON q.market_id = m.id
     WHERE q.market_id = ANY($1::int[]) AND ($6::int IS NULL OR (q.minute >= $6 AND q.minute < $7::int)) AND ($9::timestamptz IS NULL OR q.seen_at <= $9)
     ORDER BY q.seen_at DESC, ${bookOrder('q.source')}, q.minute, q.digest
     LIMIT $8`,
    [
      ...(await listedMarkets(db, asset)),
      range?.from ?? null,
      range?.to ?? null,
      limit,
      asOf === undefined ? null : formatInstant(asOf),
    ],
  );
  return rows.map((row) => ({
    market: marketOf(row),
    source: row.source,
    minute: row.minute ?? undefined,
    reason: row.reason,
    raw: row.raw,
    seenAtMs: row.seen_at.getTime(),
  }));
}
