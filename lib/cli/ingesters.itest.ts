import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chance, streamOf } from '../simulator/chance';
import { crashScenario } from '../simulator/crash/scenario';
import { startSimulator, type Simulator } from '../simulator/server';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { contentsOf, minutesAnswered, spanOf, type Contents } from '../torture/contents';
import { ingestOnce } from './testing/ingestOnce';
import { REQUEST } from './testing/request';

const CANDLES = /kline|candle|OHLC/i;

let simulator: Simulator;
let undisturbed: FreshDatabase;
let wanted: Contents;
/** How many requests for candles an undisturbed run takes. */
let requests: number;

const candleRequests = (): number => simulator.requests.filter(({ path }) => CANDLES.test(path)).length;

beforeAll(async () => {
  simulator = await startSimulator({ scenario: crashScenario() });
  undisturbed = await freshDatabase('rehearsal');
  const report = await ingestOnce(simulator.origin, undisturbed.url);
  expect(report.missing).toEqual([]);
  requests = candleRequests();
  wanted = await contentsOf(undisturbed);
});
afterAll(async () => {
  await undisturbed.drop();
  await simulator.close();
});

describe('an ingest of what is stored', () => {
  it('asks for no candle', async () => {
    const asked = candleRequests();
    await ingestOnce(simulator.origin, undisturbed.url);
    expect(candleRequests()).toBe(asked);
  });
});

describe('two ingesters at once on one database', () => {
  it('leave the rows that one alone leaves', async () => {
    const database = await freshDatabase('rehearsal');
    try {
      const asked = candleRequests();
      const reports = await Promise.all([
        ingestOnce(simulator.origin, database.url),
        ingestOnce(simulator.origin, database.url),
      ]);
      expect(reports.map(({ missing }) => missing)).toEqual([[], []]);
      // They did race: pages were asked twice.
      expect(candleRequests() - asked).toBeGreaterThan(requests);
      expect(await contentsOf(database)).toEqual(wanted);
    } finally {
      await database.drop();
    }
  });
});

describe('an ingest whose clock jumps', () => {
  const DAY_MS = 86_400_000;

  it.each<readonly [name: string, clock: () => () => number]>([
    [
      'to and fro by up to two days each time it is read',
      () => {
        const stream = streamOf(20_251_010, 'clock');
        let reads = 0;
        return () => Math.round(Date.now() + (chance(stream, (reads += 1)) - 1 / 2) * 4 * DAY_MS);
      },
    ],
    ['years ahead, and back amid the run', () => jumpingOnce(6 * 365 * DAY_MS)],
    ['years back, and ahead amid the run', () => jumpingOnce(-6 * 365 * DAY_MS)],
  ])('%s: no candle is another, and the next run has them all', async (_, clock) => {
    const database = await freshDatabase('rehearsal');
    try {
      const report = await ingestOnce(simulator.origin, database.url, clock());
      for (const line of report.missing) expect(line).toMatch(/^[^\n]+; [^\n]+$/);
      const truth = await minutesAnswered(undisturbed, spanOf(REQUEST.windows));
      const { answered, unanswered } = await minutesAnswered(database, spanOf(REQUEST.windows));
      expect(unanswered).toEqual([]);
      expect([...answered].filter(([minute, candle]) => truth.answered.get(minute) !== candle)).toEqual([]);
      // By a clock that is right; and the same asked again, though it seems to have been asked before.
      await ingestOnce(simulator.origin, database.url);
      expect(await contentsOf(database)).toEqual(wanted);
      await ingestOnce(simulator.origin, database.url, Date.now, 'recheck');
      expect(await contentsOf(database)).toEqual(wanted);
    } finally {
      await database.drop();
    }
  });

  /** Off until it has been read so often that the run is amid its pages. */
  function jumpingOnce(offMs: number): () => number {
    let reads = 0;
    return () => Date.now() + ((reads += 1) < 60 ? offMs : 0);
  }
});
