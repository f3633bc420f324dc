import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/database';
import { markSpread } from '../testing/nodes';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { isSpread } from './isSpread';

let db: FreshDatabase;
let program: Database;
beforeAll(async () => {
  db = await freshDatabase('real');
  program = openDatabase(db.url);
});
afterAll(async () => {
  await program.close();
  await db.drop();
});

it('is asked once while a program is connected, and again once a connection has ended', async () => {
  expect(await isSpread(program)).toBe(false);
  await markSpread(db);
  expect(await isSpread(program)).toBe(false);
  const ended = once(program.pool, 'remove');
  (await program.pool.connect()).release(true);
  await ended;
  expect(program.pool.totalCount).toBe(0);
  expect(await isSpread(program)).toBe(true);
});
