import { Client, DatabaseError } from 'pg';
import { homeOf } from '../embedded/home';
import { startEmbedded } from '../embedded/server';
import { openDatabase, type Database } from './database';
import { migrate } from './migrate';
import { stampWorld, type World } from '../world/world';

/** The address of each world's database. */
export type DatabaseUrls = Readonly<Record<World, string>>;

const NAMES: Readonly<Record<World, string>> = { real: 'plumbline', rehearsal: 'plumbline_rehearsal' };

/** The name of the database an address leads to; Postgres takes the user's name where the address gives none. */
export const databaseNameOf = (url: URL): string =>
  decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username);

function userUrls(text: string): DatabaseUrls {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new Error(
      'DATABASE_URL is not the address of a Postgres; write it like postgresql://user:password@host:5432/database',
    );
  }
  const rehearsal = new URL(text);
  rehearsal.pathname = `/${encodeURIComponent(`${databaseNameOf(url)}_rehearsal`)}`;
  return { real: text, rehearsal: rehearsal.href };
}

/**
 * The databases of both worlds: on the user's server when DATABASE_URL is set (the rehearsal beside it, its name ending
 * in `_rehearsal`), else on the embedded server, which is started when it does not run. The databases may not exist yet.
 */
export async function databaseUrls(
  env: Readonly<Record<string, string | undefined>>,
  log: (line: string) => void,
): Promise<DatabaseUrls> {
  const given = env['DATABASE_URL'];
  if (given !== undefined && given !== '') return userUrls(given);
  const server = await startEmbedded({ home: homeOf(env), log });
  return { real: server.url(NAMES.real), rehearsal: server.url(NAMES.rehearsal) };
}

/** SQLSTATE invalid_catalog_name: no such database; duplicate_database and unique_violation: another process made it first. */
const MISSING = '3D000';
const MADE_BY_ANOTHER = ['42P04', '23505'];

const codeOf = (failure: unknown): string | undefined => (failure instanceof DatabaseError ? failure.code : undefined);

async function within<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database where it does not exist yet. Throws one line, without the password, when the server cannot be used. */
export async function ensureDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = databaseNameOf(target);
  try {
    await within(url, () => Promise.resolve());
  } catch (failure) {
    if (codeOf(failure) !== MISSING) throw unusable(target, failure);
    const maintenance = new URL(url);
    maintenance.pathname = '/postgres';
    try {
      await within(maintenance.href, (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`));
    } catch (refusal) {
      if (!MADE_BY_ANOTHER.includes(codeOf(refusal) ?? '')) throw unusable(target, refusal);
    }
  }
}

function unusable(url: URL, cause: unknown): Error {
  const said =
    cause instanceof AggregateError
      ? cause.errors.map(String).join(', ')
      : cause instanceof Error
        ? cause.message
        : String(cause);
  return new Error(
    `the database ${databaseNameOf(url)} at ${url.host} cannot be used: ${said}; check DATABASE_URL and that the server runs`,
    { cause },
  );
}

/** The database of a world, made, migrated and stamped as far as it was not. */
export async function readyDatabase(urls: DatabaseUrls, world: World): Promise<Database> {
  const url = urls[world];
  await ensureDatabase(url);
  const db = openDatabase(url);
  try {
    await migrate(db);
    await stampWorld(db, world);
    return db;
  } catch (failure) {
    await db.close();
    throw failure;
  }
}
