import type { Asset, Market, Source } from '../../domain/market';
import type { Minute, MinuteRange } from '../../domain/minute';
import type { Provenance } from '../../domain/observation';
import { multirangeText } from '../books/multirange';
import type { Readable } from '../connection/client';
import type { Database } from '../connection/database';
import { withTransaction } from '../connection/transactions';
import {
  bookOrder,
  LISTED,
  listedMarkets,
  marketColumns,
  marketOf,
  storedMarkets,
  type ListedMarkets,
} from '../markets';
import { unpacked } from './replyTable';

/** A reply that stored candles were read from. */
export interface Reply extends Omit<Provenance, 'body'> {
  readonly market: Market;
  readonly source: Source;
  /** What was asked for: the minutes that the answer read from this reply speaks of. */
  readonly range: MinuteRange;
  /** Whether `replyOfHash` gives it as it came; only its address, time and SHA-256 are kept for good. */
  readonly hasBody: boolean;
}

export interface ReplyFilter {
  readonly asset?: Asset | undefined;
  readonly market?: Market | undefined;
  readonly range: MinuteRange;
}

interface ReplyRow {
  readonly venue: string;
  readonly base: string;
  readonly quote: string;
  readonly kind: string;
  readonly source: Source;
  readonly from_minute: Minute;
  readonly to_minute: Minute;
  readonly received_at: Date;
  readonly sha256: string;
  readonly address: string;
  readonly reader: string;
  readonly has_body: boolean;
}

async function marketsAsked(
  db: Readable,
  asset: Asset | undefined,
  market: Market | undefined,
): Promise<ListedMarkets> {
  if (market === undefined) return listedMarkets(db, asset);
  const id = asset === undefined || asset === market.base ? (await storedMarkets(db, [market]))(market) : undefined;
  return id === undefined ? [[], [], [], [], []] : [[id], ...marketColumns([market])];
}

/** The replies with minutes that overlap the range, of an asset, of one market or of all: by market and source, oldest first. */
export async function provenanceOf(db: Readable, { asset, market, range }: ReplyFilter): Promise<readonly Reply[]> {
  const { rows } = await db.query<ReplyRow>(
    `SELECT m.venue, m.base, m.quote, m.kind, r.source, r.from_minute, r.to_minute, r.received_at, r.sha256, r.address, r.reader, r.body IS NOT NULL AS has_body
     FROM ${LISTED} JOIN reply r ON r.market_id = m.id
     WHERE r.market_id = ANY($1::int[]) AND r.timeframe IS NULL AND r.from_minute < $6 AND r.to_minute > $7
     ORDER BY ${bookOrder('r.source')}, r.received_at, r.from_minute, r.digest`,
    [...(await marketsAsked(db, asset, market)), range.to, range.from],
  );
  return rows.map((row) => ({
    market: marketOf(row),
    source: row.source,
    range: { from: row.from_minute, to: row.to_minute },
    address: row.address,
    receivedAtMs: row.received_at.getTime(),
    sha256: row.sha256,
    reader: row.reader,
    hasBody: row.has_body,
  }));
}

/**
 * A reply of an asset, on whichever market, by the SHA-256 of its bytes: its body where any row still has it, undefined where its
 * bytes are not stored (any more). undefined altogether: no reply of the asset has this hash.
 */
export async function replyOfHash(
  db: Readable,
  asset: Asset,
  sha256: string,
): Promise<{ readonly body: string | undefined } | undefined> {
  const { rows } = await db.query<{ body: Buffer | null }>(
    'SELECT r.body FROM reply r WHERE r.market_id = ANY($1::int[]) AND r.sha256 = $2 ORDER BY r.body IS NULL LIMIT 1',
    [(await listedMarkets(db, asset))[0], sha256],
  );
  const [found] = rows;
  if (found === undefined) return undefined;
  return { body: found.body === null ? undefined : await unpacked(found.body) };
}

/** Minutes of an asset, on all its markets, whose replies are worth their space. */
export interface RepliesWorthKeeping {
  readonly base: Asset;
  readonly ranges: readonly MinuteRange[];
}

/** The bodies of some markets' replies that overlap no kept range and lie wholly in a window, where there is one. */
const PRUNABLE = `market_id = ANY($1::int[]) AND body IS NOT NULL AND ($2::int IS NULL OR (from_minute >= $2 AND to_minute <= $3::int))
  AND NOT int4range(from_minute, to_minute) && $4::int4multirange`;

const prunable = async (
  db: Readable,
  { base, ranges }: RepliesWorthKeeping,
  inside: MinuteRange | undefined,
): Promise<unknown[]> => [
  (await listedMarkets(db, base))[0],
  inside?.from ?? null,
  inside?.to ?? null,
  multirangeText(ranges),
];

/** How many bodies `pruneReplies` would delete of everything, and how many bytes they take as they are stored. */
export async function prunableReplies(
  db: Readable,
  keep: readonly RepliesWorthKeeping[],
): Promise<{ readonly replies: number; readonly bytes: number }> {
  let [replies, bytes] = [0, 0];
  for (const one of keep) {
    const { rows } = await db.query<{ readonly replies: string; readonly bytes: string }>(
      `SELECT count(*)::text AS replies, coalesce(sum(octet_length(body)), 0)::text AS bytes FROM reply WHERE ${PRUNABLE}`,
      await prunable(db, one, undefined),
    );
    replies += Number(rows[0]?.replies);
    bytes += Number(rows[0]?.bytes);
  }
  return { replies, bytes };
}

/**
 * Deletes the bodies (never the rows) of the named assets' replies that overlap no kept range of theirs, and answers how many. `inside`
 * leaves alone every reply that does not lie wholly in it: what lies outside was not looked at when `keep` was drawn up.
 * undefined: all of them.
 */
export const pruneReplies = (
  db: Database,
  keep: readonly RepliesWorthKeeping[],
  inside: MinuteRange | undefined,
): Promise<number> =>
  withTransaction(db, async (client) => {
    let pruned = 0;
    for (const one of keep) {
      const { rowCount } = await client.query(
        `UPDATE reply SET body = NULL WHERE ${PRUNABLE}`,
        await prunable(client, one, inside),
      );
      if (rowCount === null) throw new Error('the database did not say how many replies it pruned');
      pruned += rowCount;
    }
    return pruned;
  });
