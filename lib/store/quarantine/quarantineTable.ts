import { createHash } from 'node:crypto';
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

/** Keeps rows that broke the invariant; the same row of the same market and source is kept once, as first seen, in whatever order answers come. */
export async function insertQuarantined(client: Transaction, all: readonly BookQuarantined[]): Promise<void> {
  if (all.length === 0) return;
  await client.query(
    `INSERT INTO quarantine (market_id, source, digest, minute, reason, raw, seen_at)
     SELECT DISTINCT ON (market_id, source, digest) * FROM unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::timestamptz[])
       AS fresh (market_id, source, digest, minute, reason, raw, seen_at)
     ORDER BY market_id, source, digest, seen_at
     ON CONFLICT (market_id, source, digest) DO UPDATE SET seen_at = EXCLUDED.seen_at WHERE EXCLUDED.seen_at < quarantine.seen_at`,
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
}
