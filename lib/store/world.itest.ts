import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from './testDatabase';
import { stampWorld, worldOf, type World } from './world';

const insertDay = async (db: FreshDatabase, source: string): Promise<unknown> =>
  db.pool.query('INSERT INTO market_day (market_id, source, day, version) VALUES (1, $1, 20371, 1)', [source]);

const insertOthers = (source: string): readonly [string, string][] => [
  ['coverage', `INSERT INTO coverage (market_id, source, from_minute, to_minute, asked_at) VALUES (1, '${source}', 0, 1, now())`],
  ['revision', `INSERT INTO revision (market_id, source, minute, first_seen, seen_again) VALUES (1, '${source}', 0, now(), now())`],
  ['quarantine', `INSERT INTO quarantine (market_id, source, digest, reason, raw, seen_at) VALUES (1, '${source}', 'd', '', '', now())`],
];

describe.each<{ world: World; other: World; accepts: string; refuses: string }>([
  { world: 'real', other: 'rehearsal', accepts: 'rest', refuses: 'simulated' },
  { world: 'rehearsal', other: 'real', accepts: 'simulated', refuses: 'rest' },
])('a database stamped $world', ({ world, other, accepts, refuses }) => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase(world);
  });
  afterAll(async () => {
    await db.drop();
  });

  it('says which world it holds', async () => {
    expect(await worldOf(db)).toBe(world);
  });

  it('takes the same stamp again', async () => {
    await expect(stampWorld(db, world)).resolves.toBeUndefined();
  });

  it('refuses the stamp of the other world in one line', async () => {
    await expect(stampWorld(db, other)).rejects.toThrow(`this database holds the ${world} world, not the ${other} one`);
    expect(await worldOf(db)).toBe(world);
  });

  it(`keeps ${accepts} candles and refuses ${refuses} ones, whoever writes them`, async () => {
    await expect(insertDay(db, accepts)).resolves.toBeDefined();
    await expect(insertDay(db, refuses)).rejects.toThrow('market_day_is_of_world');
    for (const [table, statement] of insertOthers(accepts)) await expect(db.pool.query(statement), table).resolves.toBeDefined();
    for (const [table, statement] of insertOthers(refuses)) await expect(db.pool.query(statement)).rejects.toThrow(`${table}_is_of_world`);
  });
});
