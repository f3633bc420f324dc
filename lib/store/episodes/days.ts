import type { Asset } from '../../domain/market';
import { METHOD_VERSION } from '../../domain/method';
import { startOf, type Day } from '../../domain/minute';
import type { Connections, Readable } from '../connection/client';
import { withLock, type Transaction } from '../connection/transactions';
import { insertEpisodes, type StoredEpisode } from './episodes';
import { rulesNow } from './rules';

/** Keeps locks of this purpose apart from others' in the same database. */
const LOCKS = 1_886_155_893;

/**
 * Lends one moment of the database and the right to change an asset's stored episodes, all or nothing: of several processes one
 * at a time, and each sees what the one before it wrote. Where a day became stale meanwhile the work is done again.
 */
export const changingEpisodes = <T>(
  db: Connections,
  asset: Asset,
  work: (client: Transaction) => Promise<T>,
): Promise<T> => withLock(db, { purpose: LOCKS, name: asset }, work);

/** What is known of a day's state. */
export interface DayState {
  readonly clean: boolean;
  readonly stale: boolean;
}

/** The days over which episodes of an asset were looked for, or have to be. */
export async function dayStates(
  client: Readable,
  asset: Asset,
  reference: string,
): Promise<ReadonlyMap<Day, DayState>> {
  const { rows } = await client.query<DayState & { readonly day: Day }>(
    'SELECT day, clean, stale OR method <> $3 OR rules <> $4 AS stale FROM kept_day WHERE asset = $1 AND reference = $2 ORDER BY day',
    [asset, reference, METHOD_VERSION, rulesNow()],
  );
  return new Map(rows.map(({ day, clean, stale }) => [day, { clean, stale }]));
}

/** The days with any candle or answer of an asset, in order. */
export async function storedDays(client: Readable, asset: Asset): Promise<readonly Day[]> {
  const { rows } = await client.query<{ readonly day: Day }>(
    'SELECT DISTINCT d.day FROM stored_day d JOIN market m ON m.id = d.market_id WHERE m.base = $1 AND d.row_version > 0 ORDER BY d.day',
    [asset],
  );
  return rows.map(({ day }) => day);
}

/** What was found over a stretch of days, from its first midnight up to its last; no end: to whatever comes after. */
export interface SearchedStretch {
  readonly from: Day;
  readonly to: Day | undefined;
  readonly days: readonly { readonly day: Day; readonly clean: boolean }[];
  readonly episodes: readonly StoredEpisode[];
}

/** Replaces what is stored of the stretch by what was found. */
export async function replaceStretch(
  client: Transaction,
  asset: Asset,
  reference: string,
  { from, to, days, episodes }: SearchedStretch,
): Promise<void> {
  await client.query(
    'DELETE FROM kept_episode WHERE asset = $1 AND reference = $2 AND start_minute >= $3 AND ($4::int IS NULL OR start_minute < $4)',
    [asset, reference, startOf(from), to === undefined ? null : startOf(to)],
  );
  await client.query(
    'DELETE FROM kept_day WHERE asset = $1 AND reference = $2 AND day >= $3 AND ($4::int IS NULL OR day < $4)',
    [asset, reference, from, to ?? null],
  );
  await client.query(
    'INSERT INTO kept_day (asset, reference, day, clean, stale, method, rules) SELECT $1, $2, day, clean, false, $5, $6 FROM unnest($3::int[], $4::bool[]) AS looked (day, clean)',
    [asset, reference, days.map(({ day }) => day), days.map(({ clean }) => clean), METHOD_VERSION, rulesNow()],
  );
  await insertEpisodes(client, episodes);
}

/** Forgets all that is stored of an asset against a reference: of one that it is not held against any more. */
export async function forgetEpisodes(client: Transaction, asset: Asset, reference: string): Promise<void> {
  await client.query('DELETE FROM kept_episode WHERE asset = $1 AND reference = $2', [asset, reference]);
  await client.query('DELETE FROM kept_day WHERE asset = $1 AND reference = $2', [asset, reference]);
}
