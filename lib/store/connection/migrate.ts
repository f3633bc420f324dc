import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  migrationChanged,
  migrationFailed,
  migrationHalfApplied,
  migrationsMissingUnwritable,
  migrationsNotFound,
  migrationUnknown,
} from '../../words/en/database';
import type { Connections, Readable } from './client';
import { DatabaseFailure, reasonOf, WritesRefused } from './failures';
import { withSnapshot, withTransaction, type Transaction } from './transactions';

/** Prisma's own lock for migrations, so that `prisma migrate deploy` and this function never run at once. */
const MIGRATION_LOCK = 72_707_369;

/** The table as Prisma makes it, so that `prisma migrate status` reads what was applied here. */
const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Where the migrations lie: beside the code in a checkout; below the working folder where the code was bundled, and so
 * moved away from them.
 */
function migrationsFolder(): string {
  const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
  const roots = [checkout, process.cwd()];
  const found = roots.map((root) => path.join(root, 'prisma', 'migrations')).find((folder) => existsSync(folder));
  if (found === undefined) throw new UnfitDatabase(migrationsNotFound(roots));
  return found;
}

async function migrationsIn(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The database is not as these migrations make it, or cannot be made so; one line that names the mend. */
export class UnfitDatabase extends Error {}

type Applied = ReadonlyMap<string, { readonly checksum: string; readonly finished: boolean }>;

/** What was applied; undefined: nothing ever was. Asks for no right but to read. */
async function appliedIn(client: Readable): Promise<Applied | undefined> {
  // FROM pg_class: a session that met no such table before hears of a new one only when it opens a table.
  const { rows: found } = await client.query<{ readonly there: boolean }>(
    "SELECT count(*) > 0 AS there FROM pg_class WHERE oid = to_regclass('_prisma_migrations')",
  );
  if (found[0]?.there !== true) return undefined;
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

async function apply(client: Transaction, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
  } catch (cause) {
    if (cause instanceof DatabaseFailure) throw cause;
    throw new UnfitDatabase(migrationFailed(migration.name, reasonOf(cause)), { cause });
  }
}

/** Throws when what the database has was not made by exactly these migrations. */
function refuseForeign(migrations: readonly Migration[], applied: Applied): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, { checksum, finished }] of applied) {
    if (!finished) throw new UnfitDatabase(migrationHalfApplied(name));
    const migration = known.get(name);
    if (migration === undefined) throw new UnfitDatabase(migrationUnknown(name));
    if (migration.checksum !== checksum) throw new UnfitDatabase(migrationChanged(name));
  }
}

/** The migrations still missing, in order; throws where the database was made by others. */
async function missingIn(client: Readable, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const applied: Applied = (await appliedIn(client)) ?? new Map();
  refuseForeign(migrations, applied);
  return migrations.filter(({ name }) => !applied.has(name));
}

/**
 * The names of the migrations that the database lacks, in order; asks for no right but to read. A changed, unknown or half-applied one throws
 * `UnfitDatabase`.
 */
export const missingMigrations = (of: Connections): Promise<readonly string[]> => withSnapshot(of, migrationsMissingIn);

/** The same over one connection of whoever asks. */
export async function migrationsMissingIn(client: Readable): Promise<readonly string[]> {
  return (await missingIn(client, await migrationsIn(migrationsFolder()))).map(({ name }) => name);
}

/** Applies the first missing migration up to `last`, if any is missing; answers its name. One process at a time. */
const applyNext = (
  of: Connections,
  migrations: readonly Migration[],
  last: string | undefined,
): Promise<string | undefined> =>
  withTransaction(of, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const [next] = await missingIn(client, migrations);
    if (next === undefined || (last !== undefined && next.name > last)) return undefined;
    await client.query(MIGRATIONS_TABLE);
    await apply(client, next);
    return next.name;
  });

/** What was applied to the database, in the order of the names; each with the SHA-256 of its text. */
export async function appliedMigrations(
  client: Readable,
): Promise<readonly { readonly name: string; readonly checksum: string }[]> {
  return [...((await appliedIn(client)) ?? new Map<string, { checksum: string }>())]
    .map(([name, { checksum }]) => ({ name, checksum }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Throws `UnfitDatabase` where this version does not have exactly these migrations among its own. */
export async function refuseUnknownMigrations(
  applied: readonly { readonly name: string; readonly checksum: string }[],
): Promise<void> {
  refuseForeign(
    await migrationsIn(migrationsFolder()),
    new Map(applied.map(({ name, checksum }) => [name, { checksum, finished: true }])),
  );
}

/**
 * Brings the database to the schema of `prisma/migrations`: each missing migration in its own transaction, in the order
 * of their names. Answers the names it applied. Several processes may call it at once; each
 * migration is applied by one of them. Where
 * nothing is missing nothing is written: a standby and a role that may only read will do. A changed, unknown or half-applied
 * migration throws `UnfitDatabase`, one line that names it; so does a missing one where we may not write. `last`: the last one to
 * apply, for rows of an earlier schema.
 */
export async function migrate(
  of: Connections,
  folder: string = migrationsFolder(),
  last?: string,
): Promise<readonly string[]> {
  const migrations = await migrationsIn(folder);
  const missing = await withSnapshot(of, (snapshot) => missingIn(snapshot, migrations));
  const applied: string[] = [];
  if (missing.length === 0) return applied;
  try {
    for (;;) {
      const name = await applyNext(of, migrations, last);
      if (name === undefined) return applied;
      applied.push(name);
    }
  } catch (cause) {
    if (!(cause instanceof WritesRefused)) throw cause;
    const names = missing.map(({ name }) => name);
    throw new UnfitDatabase(migrationsMissingUnwritable(names, reasonOf(cause.cause)), { cause });
  }
}
