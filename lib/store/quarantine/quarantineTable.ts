import { createHash } from 'node:crypto';
import { grouped } from '../../domain/grouped';
import { dayOf, type Day, type Minute } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import type { Transaction } from '../connection/transactions';
import { storable } from '../storable';

/** A quarantined row of one market and source. */
export interface BookQuarantined {
  readonly marketId: number;
  readonly source: string;
  readonly seenAtMs: number;
  readonly quarantined: Quarantined;
}

const digestOf = ({ minute, reason, raw }: Quarantined): string =>
  createHash('sha256')
    .update(JSON.stringify([minute ?? null, reason, raw]))
    .digest('hex');

/** A row given to `insertQuarantined`. */
export interface InsertedQuarantined {
  readonly marketId: number;
  readonly source: string;
  readonly minute: Minute | undefined;
  /** Of its minute; undefined: it names none that can be read. */
  readonly day: Day | undefined;
  /** false: it was kept before. */
  readonly inserted: boolean;
}

/** Keeps rows that broke the invariant; the same row of the same market and source is kept once, as first seen, in whatever order answers come. Answers each once. */
export async function insertQuarantined(
  client: Transaction,
  all: readonly BookQuarantined[],
): Promise<readonly InsertedQuarantined[]> {
  if (all.length === 0) return [];
  const given = new Map(
    all.map((one) => {
      const digest = digestOf(one.quarantined);
      return [`${String(one.marketId)} ${one.source} ${digest}`, { ...one, digest }];
    }),
  );
  const { rows } = await client.query<{ readonly key: string }>(
    `INSERT INTO quarantine (market_id, source, digest, seen_at, minute, reason, raw)
     SELECT DISTINCT ON (market_id, source, digest) * FROM unnest($1::int[], $2::text[], $3::text[], $4::timestamptz[], $5::int[], $6::text[], $7::text[])
       AS fresh (market_id, source, digest, seen_at, minute, reason, raw)
     ORDER BY market_id, source, digest, seen_at
     ON CONFLICT (market_id, source, digest) DO NOTHING
     RETURNING market_id || ' ' || source || ' ' || digest AS key`,
    [
      all.map(({ marketId }) => marketId),
      all.map(({ source }) => source),
      all.map(({ quarantined }) => digestOf(quarantined)),
      all.map(({ seenAtMs }) => new Date(seenAtMs).toISOString()),
      all.map(({ quarantined }) => quarantined.minute ?? null),
      all.map(({ quarantined }) => storable(quarantined.reason)),
      all.map(({ quarantined }) => storable(quarantined.raw)),
    ],
  );
  const inserted = new Set(rows.map(({ key }) => key));
  if (inserted.size < given.size) await seenEarlier(client, all);
  return [...given].map(
    ([
      key,
      {
        marketId,
        source,
        quarantined: { minute },
      },
    ]) => ({
      marketId,
      source,
      minute,
      day: minute === undefined ? undefined : dayOf(minute),
      inserted: inserted.has(key),
    }),
  );
}

/** Of rows kept before, the earliest time stands, in whatever order they come. */
async function seenEarlier(client: Transaction, all: readonly BookQuarantined[]): Promise<void> {
  for (const [marketId, own] of grouped(all, (one) => one.marketId))
    await client.query(
      `UPDATE quarantine q SET seen_at = given.seen_at
       FROM (SELECT source, digest, min(seen_at) AS seen_at FROM unnest($2::text[], $3::text[], $4::timestamptz[]) AS one (source, digest, seen_at) GROUP BY source, digest) AS given
       WHERE q.market_id = $1 AND q.source = given.source AND q.digest = given.digest AND given.seen_at < q.seen_at`,
      [
        marketId,
        own.map(({ source }) => source),
        own.map(({ quarantined }) => digestOf(quarantined)),
        own.map(({ seenAtMs }) => new Date(seenAtMs).toISOString()),
      ],
    );
}
