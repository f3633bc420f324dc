import type { PoolClient } from 'pg';
import type { Database } from '../connection/database';

/** `real`: what venues said. `rehearsal`: what the exchange simulator made. No database holds both. */
export const WORLDS = ['real', 'rehearsal'] as const;
export type World = (typeof WORLDS)[number];

/** Every table that names a source. */
const TABLES = ['market_day', 'coverage', 'revision', 'quarantine', 'reply', 'day_leaf'] as const;

/** The rule each table keeps from the stamp on: the database itself refuses a row of the other world (`isSimulated`). */
const ruleOf = (world: World): string =>
  world === 'rehearsal' ? "source LIKE 'simulated%'" : "source NOT LIKE 'simulated%'";

/** How Postgres writes that rule down. Should a server write it otherwise, the rule is put in place anew at each stamp. */
const writtenOf = (world: World): string =>
  `CHECK ((source ${world === 'rehearsal' ? '~~' : '!~~'} 'simulated%'::text))`;

const constraintOf = (table: string): string => `${table}_is_of_world`;

/** The world this migrated database was stamped with; undefined when it has not been stamped yet. */
export async function worldOf(db: Database): Promise<World | undefined> {
  const row = await db.prisma.world.findUnique({ where: { id: 1 } });
  return WORLDS.find((world) => world === row?.name);
}

/** Puts the rule in place in each table that has none, or one that an older version made. */
async function rule(client: PoolClient, world: World): Promise<void> {
  const { rows } = await client.query<{ name: string; written: string }>(
    `SELECT c.conname AS name, pg_get_constraintdef(c.oid) AS written
     FROM pg_constraint c JOIN unnest($1::text[]) AS t (name) ON c.conrelid = to_regclass(t.name)
     WHERE c.contype = 'c'`,
    [TABLES],
  );
  const held = new Map(rows.map(({ name, written }) => [name, written]));
  for (const table of TABLES) {
    const name = constraintOf(table);
    if (held.get(name) === writtenOf(world)) continue;
    if (held.has(name)) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${ruleOf(world)})`);
  }
}

async function stamp(client: PoolClient, world: World): Promise<void> {
  await client.query('INSERT INTO world (id, name) VALUES (1, $1) ON CONFLICT (id) DO NOTHING', [world]);
  // The row's lock: of several processes that stamp at once, one rules the tables and the others find them ruled.
  const { rows } = await client.query<{ name: string }>('SELECT name FROM world WHERE id = 1 FOR UPDATE');
  const held = rows[0]?.name;
  if (held !== world) {
    throw new Error(
      `this database holds the ${held ?? 'unknown'} world, not the ${world} one; give the ${world} world a database of its own`,
    );
  }
  await rule(client, world);
}

/**
 * Dedicates the database to a world, for good: from now on its tables accept rows of that world alone. Stamping it again
 * alike changes nothing, unless an older version stamped it: then today's rule takes the place of the older one. A database
 * of the other world throws one line. Several processes may stamp at once.
 */
export async function stampWorld(db: Database, world: World): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    await stamp(client, world);
    await client.query('COMMIT');
  } catch (failure) {
    await client.query('ROLLBACK');
    throw failure;
  } finally {
    client.release();
  }
}
