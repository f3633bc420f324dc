import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PoolClient } from 'pg';
import type { Database } from './database';

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
  if (found === undefined)
    throw new Error(`prisma/migrations was not found below ${roots.join(' or ')}; run from the checkout`);
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

async function appliedIn(
  client: PoolClient,
): Promise<ReadonlyMap<string, { readonly checksum: string; readonly finished: boolean }>> {
  await client.query(MIGRATIONS_TABLE);
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `migration ${migration.name} could not be applied: ${reason}; the database was left as it was before it`,
      { cause },
    );
  }
}

/** Throws when what the database holds was not made by exactly these migrations. */
function refuseForeign(migrations: readonly Migration[], applied: Awaited<ReturnType<typeof appliedIn>>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, { checksum, finished }] of applied) {
    if (!finished)
      throw new Error(`migration ${name} was left half applied by another tool; mend it with "prisma migrate resolve"`);
    const migration = known.get(name);
    if (migration === undefined)
      throw new Error(
        `the database holds migration ${name}, which this version does not know; use a newer version of plumbline`,
      );
    if (migration.checksum !== checksum) {
      throw new Error(
        `migration ${name} was changed after it was applied; restore its text in prisma/migrations and add a new migration instead`,
      );
    }
  }
}

/**
 * Brings the database to the schema of `prisma/migrations`: each missing migration in its own transaction, in the order
 * of their names. Answers the names it applied. Several processes may call it at once; one works, the others wait.
 * A changed, unknown or half-applied migration throws one line that names it.
 */
export async function migrate(db: Database, folder: string = migrationsFolder()): Promise<readonly string[]> {
  const migrations = await migrationsIn(folder);
  const client = await db.pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      const applied = await appliedIn(client);
      refuseForeign(migrations, applied);
      const missing = migrations.filter((migration) => !applied.has(migration.name));
      for (const migration of missing) await apply(client, migration);
      return missing.map((migration) => migration.name);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    client.release();
  }
}
