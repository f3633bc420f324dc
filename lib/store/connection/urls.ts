import type { Client } from 'pg';
import { databaseUncountedUnwritable, databaseUrlMalformed, PRIMARY_NOT_NAMED } from '../../words/en/database';
import { recount } from '../books/recount';
import { homeOf } from '../embedded/home';
import { startEmbedded } from '../embedded/server';
import { stampDataset, type Dataset } from '../dataset/dataset';
import { addressOf, databaseNameOf, parseAddress, placeOf } from './address';
import { openDatabase, type Database, type DatabaseOptions } from './database';
import { connectFailure, reasonOf, sqlStateOf, SQLSTATE, WritesRefused } from './failures';
import { migrate, UnfitDatabase } from './migrate';
import { ownClient } from './ownClient';

/** The address of each dataset's database. */
export type DatabaseUrls = Readonly<Record<Dataset, string>>;

/** The databases on the embedded server. */
export const NAMES: Readonly<Record<Dataset, string>> = { real: 'plumbline', rehearsal: 'plumbline_rehearsal' };

/** What DATABASE_URL or DATABASE_READ_URL says cannot be used as it stands. */
export class MalformedAddress extends Error {}

type Env = Readonly<Record<string, string | undefined>>;

/** On the server that DATABASE_URL names; undefined: it names none. Throws `MalformedAddress`, one line. */
export const givenUrls = (env: Env): DatabaseUrls | undefined => urlsIn(env, 'DATABASE_URL');

/** On the server that DATABASE_READ_URL names for readers: a standby of the other, or the same; undefined: it names none. */
export const readUrls = (env: Env): DatabaseUrls | undefined => urlsIn(env, 'DATABASE_READ_URL');

function urlsIn(env: Env, variable: 'DATABASE_URL' | 'DATABASE_READ_URL'): DatabaseUrls | undefined {
  const text = env[variable] ?? '';
  if (text === '') return undefined;
  const url = parseAddress(text);
  if (url === undefined) throw new MalformedAddress(databaseUrlMalformed(variable));
  return { real: url.href, rehearsal: addressOf(url, `${databaseNameOf(url)}_rehearsal`).href };
}

/**
 * The databases of both datasets: on the user's server when DATABASE_URL is set (the rehearsal beside it, its name ending
 * in `_rehearsal`), else on the embedded server, which is started when it does not run. The databases may not exist yet. Throws `MalformedAddress`
 * where only a server for reading is named: what is recorded elsewhere would never be read there.
 */
export async function databaseUrls(env: Env, log: (line: string) => void): Promise<DatabaseUrls> {
  const given = givenUrls(env);
  if (given !== undefined) return given;
  if (readUrls(env) !== undefined) throw new MalformedAddress(PRIMARY_NOT_NAMED);
  const server = await startEmbedded({ home: homeOf(env), log });
  return { real: server.url(NAMES.real), rehearsal: server.url(NAMES.rehearsal) };
}

/** SQLSTATE duplicate_database and unique_violation: another process made it first. */
const MADE_BY_ANOTHER = ['42P04', '23505'];
/** A server that does not answer at all in this time is not there. */
const CONNECT_TIMEOUT_MS = 10_000;

async function within<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = ownClient(url, { connectMs: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database where it does not exist yet. Throws `CannotConnect` when the server cannot be used. */
export async function ensureDatabase(url: string): Promise<void> {
  const target = new URL(url);
  try {
    await within(url, () => Promise.resolve());
  } catch (failure) {
    if (sqlStateOf(failure) !== SQLSTATE.noDatabase) throw connectFailure(failure, placeOf(url));
    try {
      await within(addressOf(target, 'postgres').href, (client) =>
        client.query(`CREATE DATABASE ${client.escapeIdentifier(databaseNameOf(target))}`),
      );
    } catch (refusal) {
      if (!MADE_BY_ANOTHER.includes(sqlStateOf(refusal) ?? '')) throw notMade(failure, refusal, url);
    }
  }
}

/** Why there is no database, and why we could not make it. */
const notMade = (missing: unknown, refusal: unknown, url: string): Error => {
  const both = new AggregateError([missing, refusal]);
  return connectFailure(both, placeOf(url));
};

export interface Counting {
  /** After each book counted, of a database filled before there were counts. */
  readonly onCounting?: (done: number, of: number) => void;
}

/** Counts the books stored before there were counts: the migration only notes them, for SQL cannot tell a traded minute. */
async function countUncounted(db: Database, onProgress: Counting['onCounting']): Promise<void> {
  try {
    await recount(db, { uncounted: true, ...(onProgress === undefined ? {} : { onProgress }) });
  } catch (cause) {
    if (!(cause instanceof WritesRefused)) throw cause;
    throw new UnfitDatabase(databaseUncountedUnwritable(reasonOf(cause.cause)), { cause });
  }
}

/** The database of a dataset, made, migrated, stamped and counted as far as it was not; of a read-only one it is checked that it was. */
export async function readyDatabase(
  urls: DatabaseUrls,
  dataset: Dataset,
  { onCounting, ...options }: DatabaseOptions & Counting = {},
): Promise<Database> {
  const url = urls[dataset];
  await ensureDatabase(url);
  const db = openDatabase(url, options);
  try {
    await migrate(db);
    await stampDataset(db, dataset);
    await countUncounted(db, onCounting);
    return db;
  } catch (failure) {
    await db.close();
    throw failure;
  }
}
