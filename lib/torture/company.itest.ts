import { afterAll, expect, it } from 'vitest';
import type { Asset } from '../domain/market';
import { defaultQuestion } from '../domain/question';
import { deviations } from '../server/deviations/deviations';
import { crashScenario } from '../simulator/crash/scenario';
import { startSimulator } from '../simulator/server';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { contentsOf, type Contents } from './contents';
import { DIGESTED } from './errand';
import { newVictim, translateVictim } from './victims';

const CANDLES = /kline|candle/i;

/** What is stored, and the digest of the event's hours. */
async function storedIn(database: FreshDatabase): Promise<{ readonly contents: Contents; readonly digest: string }> {
  const outcome = await deviations({ database, simulated: true }, defaultQuestion('ATOM' as Asset, DIGESTED));
  if (!outcome.ok) throw new Error(outcome.message);
  return { contents: await contentsOf(database), digest: outcome.value.digest };
}

const takeAway = await translateVictim();
let onRequest: () => void = () => undefined;
const simulator = await startSimulator({
  scenario: crashScenario(),
  log: (line) => {
    if (CANDLES.test(line)) onRequest();
  },
});
const [alone, shared] = [await freshDatabase('rehearsal'), await freshDatabase('rehearsal')];
afterAll(async () => {
  await simulator.close();
  await takeAway();
  await Promise.all([alone.drop(), shared.drop()]);
});

it('two processes that ingest the same into one database, one of them killed amid it, leave what one undisturbed leaves', async () => {
  const [undisturbed, killed, other] = [newVictim(), newVictim(), newVictim()];
  const errand = (url: string) => ({ work: 'ingest' as const, url, origin: simulator.origin, file: '' });
  try {
    let requests = 0;
    onRequest = () => (requests += 1);
    expect(await undisturbed.run(errand(alone.url))).toMatchObject({ killed: false, done: { missing: [] } });
    // Each asks for a candle before the other has everything: half of what both together would ask.
    let asked = 0;
    onRequest = () => {
      asked += 1;
      if (asked === Math.ceil(requests / 2)) killed.kill();
    };
    const [first, second] = await Promise.all([killed.run(errand(shared.url)), other.run(errand(shared.url))]);
    expect([first.killed, second.killed]).toEqual([true, false]);
    expect(await storedIn(shared)).toEqual(await storedIn(alone));
  } finally {
    for (const one of [undisturbed, killed, other]) one.kill();
  }
});
