import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chance, streamOf } from '../simulator/chance';
import { crashScenario } from '../simulator/crash/scenario';
import { startSimulator, type Simulator } from '../simulator/server';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { contentsOf, minutesAnswered, spanOf, type Contents } from './testing/contents';
import { ingestChild, type IngestChild, type IngestEnded } from './testing/ingestChild';
import { ingestOnce } from './testing/ingestOnce';
import { REQUEST } from './testing/request';

const CANDLES = /kline|candle|OHLC/i;
/** Half of them as a request goes out, half between two statements of a transaction that writes. */
const KILLS = 8;
/** The batch that is written first takes four or five, however many pages it holds: how many batches a run takes, its pace decides. */
const INSERTS = 3;
/** Of the second batch, which a run that has everything before it never lacks: so the first is kept. */
const SECOND_BATCH = 7;
const SEED = 20_251_010;
const NOTHING = 0;

let simulator: Simulator;
/** Called with every request for candles, as it comes in. */
let onCandleRequest: () => void = () => undefined;
let undisturbed: FreshDatabase;
let wanted: Contents;
/** How many requests for candles an undisturbed run takes. */
let requests: number;

const candleRequests = (): number => simulator.requests.filter(({ path }) => CANDLES.test(path)).length;

beforeAll(async () => {
  simulator = await startSimulator({
    scenario: crashScenario(),
    log: (line) => {
      if (CANDLES.test(line)) onCandleRequest();
    },
  });
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

/** When a process is killed: as the simulator sees its k-th request for candles, or before its own k-th INSERT. */
type Death = { readonly request: number } | { readonly insert: number };

/** The child's ingest, killed at that moment; without one it comes to its own end. */
async function ingestUntil(child: IngestChild, url: string, death?: Death): Promise<IngestEnded> {
  let seen = 0;
  onCandleRequest = () => {
    seen += 1;
    if (death !== undefined && 'request' in death && seen === death.request) child.kill();
  };
  const insert = death !== undefined && 'insert' in death ? { insert: death.insert } : {};
  const ended = await child.ingest({ origin: simulator.origin, url, ...insert });
  onCandleRequest = () => undefined;
  return ended;
}

describe('an ingest killed with SIGKILL at random moments', () => {
  it('is resumed to the rows of an undisturbed run, nothing lost or doubled, nothing half-recorded on the way', async () => {
    const database = await freshDatabase('rehearsal');
    // The next process loads while one works.
    let next = ingestChild();
    try {
      const truth = await minutesAnswered(undisturbed, spanOf(REQUEST.windows));
      const stream = streamOf(SEED, 'kills');
      const answeredAfter: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        // Of the work that is left a third at most, so that something is left for every later kill.
        const left = 1 - (answeredAfter.at(-1) ?? NOTHING) / truth.answered.size;
        const upTo = (most: number): number => 1 + Math.floor(chance(stream, kill) * most * left);
        const death =
          kill % 2 === 0 ? { request: upTo(requests / 3) } : { insert: kill === 1 ? SECOND_BATCH : upTo(INSERTS) };
        const child = next;
        next = ingestChild();
        expect(await ingestUntil(child, database.url, death)).toMatchObject({ signal: 'SIGKILL' });
        const { answered, unanswered } = await minutesAnswered(database, spanOf(REQUEST.windows));
        expect(unanswered).toEqual([]);
        expect([...answered].filter(([minute, candle]) => truth.answered.get(minute) !== candle)).toEqual([]);
        answeredAfter.push(answered.size);
      }
      // The kills fell amid the work: something was kept, and something was left to do.
      expect(answeredAfter).toEqual([...answeredAfter].sort((a, b) => a - b));
      expect(answeredAfter.at(-1)).toBeGreaterThan(0);
      expect(answeredAfter.at(-1)).toBeLessThan(truth.answered.size);
      expect(await ingestUntil(next, database.url)).toMatchObject({ code: 0, stdout: '[]' });
      expect(await contentsOf(database)).toEqual(wanted);
      const asked = candleRequests();
      await ingestOnce(simulator.origin, database.url);
      expect(candleRequests()).toBe(asked);
    } finally {
      next.kill();
      await database.drop();
    }
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
