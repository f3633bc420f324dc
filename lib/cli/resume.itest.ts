import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chance, streamOf } from '../simulator/chance';
import { crashScenario } from '../simulator/crash/scenario';
import { startSimulator, type Simulator } from '../simulator/server';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { contentsOf, minutesHeld, spanOf, type Contents } from './testing/contents';
import { ingestOnce } from './testing/ingestOnce';
import { REQUEST } from './testing/request';

const ROOT = join(import.meta.dirname, '..', '..');
const TYPESCRIPT = pathToFileURL(join(ROOT, 'lib', 'launch', 'typescript.mjs')).href;
const PROCESS = fileURLToPath(new URL('./testing/ingestProcess.ts', import.meta.url));
const CANDLES = /kline|candle|OHLC/i;
/** Half of them as a request goes out, half between two statements of the writing. */
const KILLS = 20;
/** One batch of pages takes about ten statements: this many are some twelve batches. */
const STATEMENTS = 120;
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

/** When a process is killed: as the simulator sees its k-th request for candles, or before its own k-th statement. */
type Death = { readonly request: number } | { readonly statement: number };

/** An ingest in a process of its own. */
async function ingestProcess(
  url: string,
  death?: Death,
): Promise<{ signal: NodeJS.Signals | null; code: number | null; stdout: string; stderr: string }> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      TYPESCRIPT,
      PROCESS,
      simulator.origin,
      ...(death !== undefined && 'statement' in death ? [String(death.statement)] : []),
    ],
    {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let seen = 0;
  onCandleRequest = () => {
    seen += 1;
    if (death !== undefined && 'request' in death && seen === death.request) child.kill('SIGKILL');
  };
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  onCandleRequest = () => undefined;
  return { ...ended, ...said };
}

describe('an ingest killed with SIGKILL at random moments', () => {
  it('is resumed to the rows of an undisturbed run, nothing lost or doubled, nothing half-recorded on the way', async () => {
    const database = await freshDatabase('rehearsal');
    try {
      const truth = await minutesHeld(undisturbed, spanOf(REQUEST.windows));
      const stream = streamOf(SEED, 'kills');
      const heldAfter: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        // Of the work that is left a third at most, so that something is left for every later kill.
        const left = 1 - (heldAfter.at(-1) ?? NOTHING) / truth.answered.size;
        const upTo = (most: number): number => 1 + Math.floor(chance(stream, kill) * most * left);
        const death = kill % 2 === 0 ? { request: upTo(requests / 3) } : { statement: upTo(STATEMENTS) };
        expect(await ingestProcess(database.url, death)).toMatchObject({ signal: 'SIGKILL' });
        const { answered, astray } = await minutesHeld(database, spanOf(REQUEST.windows));
        expect(astray).toEqual([]);
        expect([...answered].filter(([minute, candle]) => truth.answered.get(minute) !== candle)).toEqual([]);
        heldAfter.push(answered.size);
      }
      // The kills fell amid the work: something was kept, and something was left to do.
      expect(heldAfter).toEqual([...heldAfter].sort((a, b) => a - b));
      expect(heldAfter.at(-1)).toBeGreaterThan(0);
      expect(heldAfter.at(-1)).toBeLessThan(truth.answered.size);
      expect(await ingestProcess(database.url)).toMatchObject({ code: 0, stdout: '[]' });
      expect(await contentsOf(database)).toEqual(wanted);
      const asked = candleRequests();
      await ingestOnce(simulator.origin, database.url);
      expect(candleRequests()).toBe(asked);
    } finally {
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
