import type { Asset, Kind } from '../../domain/market';
import { METHOD_VERSION } from '../../domain/method';
import type { Day } from '../../domain/minute';
import type { Connections, Readable } from '../connection/client';
import type { DayKey } from '../days/dayRows';
import { withTransaction, type Transaction } from '../connection/transactions';
import { rulesNow } from './rules';

/** A day of some market of `base` that was written to. */
export interface Mark {
  readonly base: Asset;
  readonly quote: string;
  readonly kind: Kind;
  readonly day: Day;
}

/** Marks days as written to: in the transaction that writes them. */
export async function markWritten(client: Transaction, days: readonly DayKey[]): Promise<void> {
  if (days.length === 0) return;
  await client.query(
    `INSERT INTO stale_day (base, quote, kind, day)
     SELECT DISTINCT m.base, m.quote, m.kind, written.day FROM unnest($1::int[], $2::int[]) AS written (market_id, day) JOIN market m ON m.id = written.market_id`,
    [days.map(({ marketId }) => marketId), days.map(({ day }) => day)],
  );
}

/** Days of an asset over which its episodes, against a reference, have to be looked for anew. */
export interface StaleDays {
  readonly asset: Asset;
  readonly reference: string;
  readonly days: readonly Day[];
}

/**
 * Turns the marks into stale days: `spread` says which days of which assets rest on the days marked. All or nothing, so that
 * a mark is only ever lost to the stale days it became.
 */
export const spreadMarks = (
  db: Connections,
  spread: (marks: readonly Mark[], client: Readable) => Promise<readonly StaleDays[]>,
): Promise<void> =>
  withTransaction(db, async (client) => {
    const { rows } = await client.query<Mark>(
      'WITH gone AS (DELETE FROM stale_day RETURNING base, quote, kind, day) SELECT DISTINCT base, quote, kind, day FROM gone',
    );
    if (rows.length === 0) return;
    const stale = (await spread(rows, client)).flatMap(({ asset, reference, days }) =>
      days.map((day) => ({ asset, reference, day })),
    );
    await client.query(
      `INSERT INTO kept_day (asset, reference, day, clean, stale, method)
       SELECT DISTINCT asset, reference, day, false, true, $4::int FROM unnest($1::text[], $2::text[], $3::int[]) AS stale (asset, reference, day)
       ORDER BY asset, reference, day
       ON CONFLICT (asset, reference, day) DO UPDATE SET stale = true`,
      [
        stale.map(({ asset }) => asset),
        stale.map(({ reference }) => reference),
        stale.map(({ day }) => day),
        METHOD_VERSION,
      ],
    );
  });

/** Whether any day was written to, or rests on one that was, since episodes were looked for by the rules in force here. */
export async function isOutOfDate(db: Readable): Promise<boolean> {
  const { rows } = await db.query<{ readonly stale: boolean }>(
    'SELECT EXISTS (SELECT FROM stale_day) OR EXISTS (SELECT FROM kept_day WHERE stale OR method <> $1 OR rules <> $2) AS stale',
    [METHOD_VERSION, rulesNow()],
  );
  return rows[0]?.stale === true;
}

/** Of which assets, against which references, some day is stale. */
export async function staleAssets(
  db: Readable,
): Promise<readonly { readonly asset: Asset; readonly reference: string; readonly days: number }[]> {
  const { rows } = await db.query<{ readonly asset: Asset; readonly reference: string; readonly days: number }>(
    'SELECT asset, reference, count(*)::int AS days FROM kept_day WHERE stale OR method <> $1 OR rules <> $2 GROUP BY asset, reference ORDER BY asset, reference',
    [METHOD_VERSION, rulesNow()],
  );
  return rows;
}
