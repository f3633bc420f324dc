import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, missingMigrations } from './migrate';
import { emptyDatabase, type FreshDatabase } from '../testing/testDatabase';

const OURS = path.join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations');

describe('migrating a database', () => {
  let db: FreshDatabase;
  let folder: string;
  const write = async (name: string, sql: string): Promise<void> => {
    await mkdir(path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, name, 'migration.sql'), sql);
  };
  beforeEach(async () => {
    db = await emptyDatabase();
    folder = await mkdtemp(path.join(os.tmpdir(), 'migrations with spaces '));
  });
  afterEach(async () => {
    await db.drop();
    await rm(folder, { recursive: true });
  });

  it('applies every migration once, in the order of their names', async () => {
    const names = (await readdir(OURS, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
    expect(names.length).toBeGreaterThan(0);
    expect(await missingMigrations(db)).toEqual(names);
    expect(await migrate(db)).toEqual(names);
    expect(await migrate(db)).toEqual([]);
    expect(await missingMigrations(db)).toEqual([]);
  });

  it('makes every table and column that schema.prisma names', async () => {
    await migrate(db);
    const { market, marketDay, coverage, reply, revision, quarantine, ingestRun, ingestProgress, world } = db.prisma;
    const rows = await Promise.all([
      market.findMany(),
      marketDay.findMany(),
      coverage.findMany(),
      reply.findMany(),
      revision.findMany(),
      quarantine.findMany(),
      ingestRun.findMany(),
      ingestProgress.findMany(),
      world.findMany(),
    ]);
    expect(rows).toEqual(rows.map(() => []));
    const models = [
      ...(await readFile(path.join(OURS, '..', 'schema.prisma'), 'utf8')).matchAll(/@@map\("(\w+)"\)/g),
    ].map((found) => found[1]);
    const tables = await db.pool.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    expect(
      tables.rows
        .map(({ name }) => name)
        .filter((name) => name !== '_prisma_migrations')
        .sort(),
    ).toEqual(models.sort());
  });

  it('lets several processes migrate at once, each migration applied by one of them', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(db)));
    const { rows } = await db.pool.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations');
    expect(rows.length).toBeGreaterThan(1);
    expect(applied.flat().sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it('writes down the SHA-256 of the text, as Prisma does', async () => {
    await migrate(db);
    const { rows } = await db.pool.query<{ migration_name: string; checksum: string; applied_steps_count: number }>(
      'SELECT * FROM _prisma_migrations ORDER BY migration_name',
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const text = await readFile(path.join(OURS, row.migration_name, 'migration.sql'));
      expect(row).toMatchObject({ checksum: createHash('sha256').update(text).digest('hex'), applied_steps_count: 1 });
    }
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await write('1_first', 'CREATE TABLE a (b int);');
    await migrate(db, folder);
    await write('1_first', 'CREATE TABLE a (b text);');
    await expect(migrate(db, folder)).rejects.toThrow('migration 1_first was changed after it was applied');
  });

  it('refuses a database that a newer version has migrated', async () => {
    await write('1_first', 'CREATE TABLE a (b int);');
    await write('2_newer', 'CREATE TABLE c (d int);');
    await migrate(db, folder);
    await rm(path.join(folder, '2_newer'), { recursive: true });
    await expect(migrate(db, folder)).rejects.toThrow(
      'the database has migration 2_newer, which this version does not know',
    );
  });

  it('leaves nothing of a migration that fails, and applies it once it is mended', async () => {
    await write('1_first', 'CREATE TABLE a (b int); SELECT nonsense;');
    await expect(migrate(db, folder)).rejects.toThrow('migration 1_first could not be applied');
    const { rows } = await db.pool.query<{ held: boolean }>("SELECT to_regclass('a') IS NOT NULL AS held");
    expect(rows).toEqual([{ held: false }]);
    await write('1_first', 'CREATE TABLE a (b int);');
    expect(await migrate(db, folder)).toEqual(['1_first']);
  });
});
