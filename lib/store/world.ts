import type { Source } from '../domain/market';
import type { Database } from './database';

/** `real`: what venues said. `rehearsal`: what the exchange simulator made. No database holds both. */
export const WORLDS = ['real', 'rehearsal'] as const;
export type World = (typeof WORLDS)[number];

const SIMULATED: Source = 'simulated';
/** Every table that names a source. */
const TABLES = ['market_day', 'coverage', 'revision', 'quarantine'] as const;

/** The rule each table keeps from the stamp on: the database itself refuses a row of the other world. */
const ruleOf = (world: World): string => (world === 'rehearsal' ? `source = '${SIMULATED}'` : `source <> '${SIMULATED}'`);

/** The world this migrated database was stamped with; undefined when it has not been stamped yet. */
export async function worldOf(db: Database): Promise<World | undefined> {
  const row = await db.prisma.world.findUnique({ where: { id: 1 } });
  return WORLDS.find((world) => world === row?.name);
}

/**
 * Dedicates the database to a world, for good: from now on its tables accept rows of that world alone. Stamping it again
 * alike changes nothing; a database of the other world throws one line. Several processes may stamp at once.
 */
export async function stampWorld(db: Database, world: World): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    const { rowCount } = await client.query('INSERT INTO world (id, name) VALUES (1, $1) ON CONFLICT (id) DO NOTHING', [world]);
    if (rowCount === 1) {
      for (const table of TABLES) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${table}_is_of_world CHECK (${ruleOf(world)})`);
    }
    await client.query('COMMIT');
  } catch (failure) {
    await client.query('ROLLBACK');
    throw failure;
  } finally {
    client.release();
  }
  const held = await worldOf(db);
  if (held !== world) {
    throw new Error(`this database holds the ${held ?? 'unknown'} world, not the ${world} one; give the ${world} world a database of its own`);
  }
}
