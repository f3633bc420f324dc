import type { Client } from 'pg';
import { addressOf, placeOf } from '../connection/address';
import { connectFailure, reasonOf, sqlStateOf, SQLSTATE } from '../connection/failures';
import { migrationsMissingIn, UnfitDatabase } from '../connection/migrate';
import { ownClient } from '../connection/ownClient';
import { datasetOf, type Dataset } from '../dataset/dataset';

/** A database as it is found, by statements that only read. */
export interface DatabaseState {
  /** As the server writes it: `18.4`. */
  readonly version: string;
  /** `180004`. */
  readonly versionNumber: number;
  readonly role: string;
  readonly encoding: string;
  readonly dateStyle: string;
  readonly timeZone: string;
  readonly hasStandardStrings: boolean;
  /** A hot standby: it repeats what its primary does. */
  readonly isStandby: boolean;
  readonly isReadOnly: boolean;
  /** Of what the connections are lent for: a pooler lends them per transaction or for a session; none: it is the server itself. */
  readonly pooler: 'transaction' | 'session' | undefined;
  /** On the server's disk. */
  readonly bytes: number | undefined;
  /** How far its clock is ahead of ours, ms, and by how much that may be wrong: half of the time its answer took. */
  readonly clock: { readonly aheadMs: number; readonly uncertaintyMs: number };
  readonly mayCreateTables: boolean;
  /** Tables that the role may not read, and those that it may not write. */
  readonly unreadable: readonly string[];
  readonly unwritable: readonly string[];
  /** Names of those missing; `fault`: one line, with the mend, on a database that these migrations did not make. */
  readonly migrations: { readonly missing: readonly string[] } | { readonly fault: string };
  /** undefined: of none yet, or not readable. */
  readonly dataset: Dataset | undefined;
}

export type Inspected =
  | { readonly kind: 'found'; readonly state: DatabaseState }
  /** The server answers, and has no database of that name. */
  | { readonly kind: 'no-database'; readonly mayMake: boolean }
  /** One line, with the mend. */
  | { readonly kind: 'no-answer'; readonly fault: string };

export interface InspectOptions {
  /** For the connection, and for each statement. */
  readonly timeoutMs: number;
  /** Our clock, ms since 1970. */
  readonly now: () => number;
}

/** Looks at the database; connects twice, writes nothing and never throws for what it finds. */
export async function inspectDatabase(url: string, options: InspectOptions): Promise<Inspected> {
  try {
    return await connected(url, options, async (client) => ({
      kind: 'found',
      state: await stateOf(client, url, options),
    }));
  } catch (failure) {
    if (sqlStateOf(failure) === SQLSTATE.noDatabase)
      return { kind: 'no-database', mayMake: await mayMakeDatabase(url, options) };
    return { kind: 'no-answer', fault: connectFailure(failure, placeOf(url)).message };
  }
}

/** A connection of its own, closed afterwards. No setting is sent with it: poolers refuse them. */
async function connected<T>(
  url: string,
  { timeoutMs }: InspectOptions,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = ownClient(url, { connectMs: timeoutMs, queryMs: timeoutMs });
  try {
    await client.connect();
    return await work(client);
  } finally {
    void client.end().catch(() => undefined);
    // A server that went silent must not keep this process from ending.
    driverOf(client).connection.stream.unref();
  }
}

/** What node-postgres 8 has and its types do not name. */
interface Driver {
  /** The number of the server's process that it told when we connected; null: none was told. */
  readonly processID: number | null;
  readonly connection: { readonly stream: { readonly unref: () => void } };
}

const driverOf = (client: Client): Driver => client as unknown as Driver;

async function mayMakeDatabase(url: string, options: InspectOptions): Promise<boolean> {
  try {
    return await connected(addressOf(new URL(url), 'postgres').href, options, async (client) => {
      const { rows } = await client.query<{ readonly may: boolean }>(
        'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
      );
      return rows[0]?.may === true;
    });
  } catch {
    return false;
  }
}

/** Every value in a form that no setting of the server changes. */
const SETTINGS = `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS "versionNumber",
  current_user::text AS role, current_setting('server_encoding') AS encoding, current_setting('DateStyle') AS "dateStyle",
  current_setting('TimeZone') AS "timeZone", current_setting('standard_conforming_strings') = 'on' AS "hasStandardStrings",
  pg_is_in_recovery() AS "isStandby", current_setting('transaction_read_only') = 'on' AS "isReadOnly",
  coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayCreateTables", pg_backend_pid() AS backend`;

type Settings = Pick<
  DatabaseState,
  | 'version'
  | 'versionNumber'
  | 'role'
  | 'encoding'
  | 'dateStyle'
  | 'timeZone'
  | 'hasStandardStrings'
  | 'isStandby'
  | 'isReadOnly'
  | 'mayCreateTables'
>;

/** `writable`: what a command that records needs; of what only grows, that it may be added to. */
const RIGHTS = `SELECT relname::text AS name, has_table_privilege(oid, 'SELECT') AS readable,
  has_table_privilege(oid, 'INSERT') AND (relname IN ('erratum', '_prisma_migrations')
    OR has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE')) AS writable
  FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = to_regnamespace(current_schema()) ORDER BY relname`;

async function stateOf(client: Client, url: string, options: InspectOptions): Promise<DatabaseState> {
  const { rows } = await client.query<Settings & { readonly backend: number }>(SETTINGS);
  const [row] = rows;
  if (row === undefined) throw new Error('the database answered without a row');
  const { backend, ...settings } = row;
  const clock = await clockOf(client, options.now);
  const { rows: tables } = await client.query<{ name: string; readable: boolean; writable: boolean }>(RIGHTS);
  const bytes = await optional(async () => {
    const found = await client.query<{ readonly bytes: string }>(
      'SELECT pg_database_size(current_database())::text AS bytes',
    );
    return found.rows[0] === undefined ? undefined : Number(found.rows[0].bytes);
  });
  return {
    ...settings,
    clock,
    bytes,
    pooler: await poolerOf(client, backend, url, options),
    unreadable: tables.filter(({ readable }) => !readable).map(({ name }) => name),
    unwritable: tables.filter(({ writable }) => !writable).map(({ name }) => name),
    migrations: await migrationsOf(client),
    dataset: await optional(() => datasetOf(client)),
  };
}

/** What the role may not ask is not known. */
async function optional<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

async function clockOf(client: Client, now: () => number): Promise<DatabaseState['clock']> {
  const before = now();
  const { rows } = await client.query<{ readonly ms: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
  );
  const after = now();
  return { aheadMs: Number(rows[0]?.ms) - (before + after) / 2, uncertaintyMs: (after - before) / 2 };
}

async function migrationsOf(client: Client): Promise<DatabaseState['migrations']> {
  try {
    return { missing: await migrationsMissingIn(client) };
  } catch (failure) {
    // What the role may not read is told with its rights.
    return { fault: failure instanceof UnfitDatabase ? failure.message : reasonOf(failure) };
  }
}

/**
 * A pooler names no process of the server's to whoever connects (PgBouncer makes up a number). It lends per transaction where a second
 * connection meets the process that answered the first, which is still open.
 */
async function poolerOf(
  client: Client,
  backend: number,
  url: string,
  options: InspectOptions,
): Promise<DatabaseState['pooler']> {
  if (driverOf(client).processID === backend) return undefined;
  const other = await optional(() =>
    connected(url, options, async (second) => {
      const { rows } = await second.query<{ readonly backend: number }>('SELECT pg_backend_pid() AS backend');
      return rows[0]?.backend;
    }),
  );
  return other === backend ? 'transaction' : 'session';
}
