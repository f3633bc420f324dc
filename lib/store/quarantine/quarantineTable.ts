import { createHash } from 'node:crypto';
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
  const { rows } = await client.query<{ readonly key: string; readonly inserted: boolean }>(
    `INSERT INTO quarantine (market_id, source, digest, minute, reason, raw, seen_at)
     SELECT DISTINCT ON (market_id, source, digest) * FROM unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::timestamptz[])
       AS fresh (market_id, source, digest, minute, reason, raw, seen_at)
     ORDER BY market_id, source, digest, seen_at
     ON CONFLICT (market_id, source, digest) DO UPDATE SET seen_at = EXCLUDED.seen_at WHERE EXCLUDED.seen_at < quarantine.seen_at
     RETURNING market_id || ' ' || source || ' ' || digest AS key, xmax::text = '0' AS inserted`,
    [
      all.map(({ marketId }) => marketId),
      all.map(({ source }) => source),
      all.map(({ quarantined }) => digestOf(quarantined)),
      all.map(({ quarantined }) => quarantined.minute ?? null),
      all.map(({ quarantined }) => storable(quarantined.reason)),
      all.map(({ quarantined }) => storable(quarantined.raw)),
      all.map(({ seenAtMs }) => new Date(seenAtMs).toISOString()),
    ],
  );
  const inserted = new Set(rows.filter((row) => row.inserted).map(({ key }) => key));
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
