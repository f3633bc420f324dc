import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase, freshDatabase } from '../store/testing/testDatabase';
import { datasetOf, fileText } from './errand';
import { killsIn, LEAST_KILLS, torture } from './torture';

const SEED = 20_251_010;
/** `npm run torture` kills a thousand. */
const KILLS = 60;
/** With what is done undisturbed and the last database, forty seconds where the machine is idle. */
const LIMIT_MS = 34_000;

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-torture-'));
  file = join(folder, 'rows.csv');
  writeFileSync(file, fileText());
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('processes killed at any moment leave what an undisturbed one leaves, once another has come to its end', async () => {
  const tally = await torture({
    kills: KILLS,
    limitMs: LIMIT_MS,
    seed: SEED,
    file,
    newDatabase: (work, isEmpty) => (isEmpty ? emptyDatabase() : freshDatabase(datasetOf(work))),
  });
  expect(tally.rounds).toBeGreaterThan(0);
  expect(killsIn(tally)).toBeGreaterThanOrEqual(LEAST_KILLS);
});
