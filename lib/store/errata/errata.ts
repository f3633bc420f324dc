import { formatInstant, instant } from '../../domain/instant';
import type { ErratumKind, ErratumScope } from '../../domain/erratum';
import { formatMinute, type Minute } from '../../domain/minute';
import type { Asset } from '../../domain/market';
import type { Connections, Readable } from '../connection/client';
import { withTransaction } from '../connection/transactions';

/** What is entered. Minutes half-open, undefined: open; an undefined asset or venue: every one. */
export interface NewErratum {
  readonly kind: ErratumKind;
  readonly asset: Asset | undefined;
  readonly from: Minute | undefined;
  readonly to: Minute | undefined;
  readonly venue: string | undefined;
  readonly digest: string | undefined;
  readonly address: string | undefined;
  readonly reason: string;
  /** Of a venue's answer what it says, and of nothing else. */
  readonly statement: string | undefined;
  readonly by: string | undefined;
  readonly link: string | undefined;
}

/** An entry, with its withdrawal where there is one. */
export interface StoredErratum extends ErratumScope {
  readonly id: number;
  readonly recorded: string;
  readonly kind: ErratumKind;
  readonly digest: string | null;
  readonly address: string | null;
  readonly reason: string;
  readonly statement: string | null;
  readonly by: string | null;
  readonly link: string | null;
  readonly withdrawn: { readonly recorded: string; readonly reason: string; readonly by: string | null } | null;
}

/** Records an entry; returns its number. Whatever was answered of its asset is answered anew. */
export const addErratum = (db: Connections, entry: NewErratum): Promise<number> =>
  withTransaction(db, async (client) => {
    const { rows } = await client.query<{ readonly id: number }>(
      `INSERT INTO erratum (kind, asset, from_minute, to_minute, venue, digest, address, reason, statement, said_by, link)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
      [
        entry.kind,
        ...[entry.asset, entry.from, entry.to, entry.venue, entry.digest, entry.address].map((one) => one ?? null),
        entry.reason,
        ...[entry.statement, entry.by, entry.link].map((one) => one ?? null),
      ],
    );
    await answersAreStale(client, entry.asset ?? null);
    return (rows[0] as { readonly id: number }).id;
  });

/** Enters that one is withdrawn. `none`: there is no such entry; `already`: it is withdrawn. */
export const withdrawErratum = (
  db: Connections,
  id: number,
  { reason, by }: { readonly reason: string; readonly by: string | undefined },
): Promise<'done' | 'none' | 'already'> =>
  withTransaction(db, async (client) => {
    // Two at once would both enter it.
    await client.query('LOCK TABLE erratum IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await client.query<{ readonly asset: string | null; readonly withdrawn: boolean }>(
      `SELECT asset, EXISTS (SELECT FROM erratum w WHERE w.withdraws = e.id) AS withdrawn FROM erratum e WHERE id = $1 AND kind <> 'withdrawal'`,
      [id],
    );
    const [found] = rows;
    if (found === undefined) return 'none';
    if (found.withdrawn) return 'already';
    await client.query("INSERT INTO erratum (kind, reason, said_by, withdraws) VALUES ('withdrawal', $1, $2, $3)", [
      reason,
      by ?? null,
      id,
    ]);
    await answersAreStale(client, found.asset);
    return 'done';
  });

/**
 * To whoever keeps answers, an entry is a write that concerns no single day of any book of its asset (`changesSince`). Where nothing is stored of the
 * asset, lists name the entry all the same: then it concerns every book.
 */
const answersAreStale = (client: Readable, asset: string | null): Promise<unknown> =>
  client.query(
    `WITH own AS (SELECT b.market_id FROM stored_book b JOIN market m ON m.id = b.market_id WHERE m.base = $1)
     UPDATE stored_book SET version = version + 1, changed = pg_current_xact_id(), whole_version = whole_version + 1, whole_changed = pg_current_xact_id()
     WHERE market_id IN (SELECT market_id FROM own) OR NOT EXISTS (SELECT FROM own)`,
    [asset],
  );

/** The entries that concern an asset, those that concern all among them, or every one there is: the newest first, whatever minutes they are about. */
export async function errataOf(db: Readable, asset?: Asset): Promise<readonly StoredErratum[]> {
  const { rows } = await db.query<
    Omit<StoredErratum, 'recorded' | 'from' | 'to' | 'withdrawn'> & {
      readonly recorded_at: Date;
      readonly from_minute: Minute | null;
      readonly to_minute: Minute | null;
      readonly withdrawn_at: Date | null;
      readonly withdrawn_reason: string | null;
      readonly withdrawn_by: string | null;
    }
  >(
    `SELECT e.id, e.recorded_at, e.kind, e.asset, e.from_minute, e.to_minute, e.venue, e.digest, e.address, e.reason, e.statement, e.said_by AS by, e.link,
       w.recorded_at AS withdrawn_at, w.reason AS withdrawn_reason, w.said_by AS withdrawn_by
     FROM erratum e LEFT JOIN erratum w ON w.withdraws = e.id
     WHERE e.kind <> 'withdrawal' AND ($1::text IS NULL OR e.asset IS NULL OR e.asset = $1)
     ORDER BY e.recorded_at DESC, e.id DESC`,
    [asset ?? null],
  );
  return rows.map(
    ({
      recorded_at,
      from_minute,
      to_minute,
      withdrawn_at,
      withdrawn_reason,
      withdrawn_by,
      ...entry
    }): StoredErratum => ({
      ...entry,
      recorded: iso(recorded_at),
      from: from_minute === null ? null : formatMinute(from_minute),
      to: to_minute === null ? null : formatMinute(to_minute),
      withdrawn:
        withdrawn_at === null || withdrawn_reason === null
          ? null
          : { recorded: iso(withdrawn_at), reason: withdrawn_reason, by: withdrawn_by },
    }),
  );
}

const iso = (time: Date): string => formatInstant(instant(time.getTime()));
