import type { Asset, Market, Source } from '../../domain/market';
import type { Minute, MinuteRange } from '../../domain/minute';
import type { Provenance } from '../../domain/observation';
import type { Readable } from '../connection/client';
import type { Database } from '../connection/database';
import { withTransaction } from '../connection/transactions';
import { marketOf } from '../markets';
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

/** The replies with minutes that overlap the range, of an asset, of one market or of all: by market and source, oldest first. */
export async function provenanceOf(db: Readable, { asset, market, range }: ReplyFilter): Promise<readonly Reply[]> {
  const { rows } = await db.query<ReplyRow>(
    `SELECT m.venue, m.base, m.quote, m.kind, r.source, r.from_minute, r.to_minute, r.received_at, r.sha256, r.address, r.reader, r.body IS NOT NULL AS has_body
     FROM reply r JOIN market m ON m.id = r.market_id
     WHERE r.timeframe IS NULL AND r.from_minute < $1 AND r.to_minute > $2 AND ($3::text IS NULL OR m.base = $3)
       AND ($4::text IS NULL OR (m.venue, m.base, m.quote, m.kind) = ($4, $5, $6, $7))
     ORDER BY m.base, m.venue, m.quote, m.kind, r.source, r.received_at, r.from_minute, r.digest`,
    [
      range.to,
      range.from,
      asset ?? null,
      market?.venue ?? null,
      market?.base ?? null,
      market?.quote ?? null,
      market?.kind ?? null,
    ],
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
    `SELECT r.body FROM reply r JOIN market m ON m.id = r.market_id
     WHERE m.base = $1 AND r.sha256 = $2 ORDER BY r.body IS NULL LIMIT 1`,
    [asset, sha256],
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

/** The bodies of the named assets' replies that overlap no kept range of theirs and lie wholly in a window, where there is one. */
const PRUNABLE = `m.id = r.market_id AND r.body IS NOT NULL AND m.base = ANY($6::text[])
  AND ($1::int IS NULL OR (r.from_minute >= $1 AND r.to_minute <= $2::int))
  AND NOT EXISTS (
    SELECT FROM unnest($3::text[], $4::int[], $5::int[]) AS spared (base, from_minute, to_minute)
    WHERE spared.base = m.base AND spared.from_minute < r.to_minute AND spared.to_minute > r.from_minute
  )`;

function prunable(keep: readonly RepliesWorthKeeping[], inside: MinuteRange | undefined): unknown[] {
  const spared = keep.flatMap(({ base, ranges }) => ranges.map((range) => ({ base, range })));
  return [
    inside?.from ?? null,
    inside?.to ?? null,
    spared.map(({ base }) => base),
    spared.map(({ range }) => range.from),
    spared.map(({ range }) => range.to),
    keep.map(({ base }) => base),
  ];
}

/** How many bodies `pruneReplies` would delete of everything, and how many bytes they take as they are stored. */
export async function prunableReplies(
  db: Readable,
  keep: readonly RepliesWorthKeeping[],
): Promise<{ readonly replies: number; readonly bytes: number }> {
  const { rows } = await db.query<{ readonly replies: string; readonly bytes: string }>(
    `SELECT count(*)::text AS replies, coalesce(sum(octet_length(r.body)), 0)::text AS bytes FROM reply r, market m WHERE ${PRUNABLE}`,
    prunable(keep, undefined),
  );
  const [row] = rows;
  return { replies: Number(row?.replies), bytes: Number(row?.bytes) };
}

/**
 * Deletes the bodies (never the rows) of the named assets' replies that overlap no kept range of theirs, and answers how many. `inside`
 * leaves alone every reply that does not lie wholly in it: what lies outside was not looked at when `keep` was drawn up.
 * undefined: all of them.
 */
export async function pruneReplies(
  db: Database,
  keep: readonly RepliesWorthKeeping[],
  inside: MinuteRange | undefined,
): Promise<number> {
  const { rowCount } = await withTransaction(db, (client) =>
    client.query(`UPDATE reply r SET body = NULL FROM market m WHERE ${PRUNABLE}`, prunable(keep, inside)),
  );
  if (rowCount === null) throw new Error('the database did not say how many replies it pruned');
  return rowCount;
}
