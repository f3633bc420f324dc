import { build } from 'esbuild';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import { defaultQuestion } from '../../domain/question';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { deviations } from '../deviations/deviations';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
/** Below the checkout, whose packages it loads. */
const BUILT = path.join(ROOT, '.cache', `web-process-${String(process.pid)}.mjs`);

const IS_BOT = 'next/dist/shared/lib/router/utils/is-bot';

const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-10T20:10Z';
const ATOM = `/api/v1/deviations?asset=ATOM&${WINDOW}`;
const DOGE = `/api/v1/deviations?asset=DOGE&${WINDOW}`;
const MINUTE = '/api/v1/minutes/ATOM/2025-10-10T20:03Z';
const PATHS = [ATOM, DOGE, MINUTE, '/api/v1/coverage'];
/** Minutes of the window are 1,200 to 1,210 of its day. */
const FROM = 1_200;

interface Web {
  readonly child: ChildProcess;
  readonly said: (address: string) => Promise<string>;
  /** How many answers it has made so far. */
  readonly made: () => Promise<number>;
}

let db: FreshDatabase;
const webs: Web[] = [];

/** Ten minutes of a venue's book of the asset. */
const record = (asset: string, venue: string, price: number): Promise<unknown> =>
  ledgerOf(db).record([
    answer({
      market: spot(venue, asset, 'USD'),
      asked: range(FROM, FROM + 10),
      candles: Array.from({ length: 10 }, (_, i) => candle(at(FROM + i), price + i / 100)),
      askedAtMs: Date.UTC(2026, 0, 1) + 1_000 * price,
    }),
  ]);

async function startWeb(): Promise<Web> {
  const child = fork(BUILT, {
    cwd: ROOT,
    execArgv: [],
    env: { ...process.env, DATABASE_URL: db.url, PLUMBLINE_KEPT_MB: '0' },
  });
  const began = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`a web process ended with ${String(child.exitCode)}`);
  const port = began[0] as number;
  const said = async (address: string): Promise<string> => {
    const reply = await fetch(`http://127.0.0.1:${String(port)}${address}`);
    return `${String(reply.status)} ${await reply.text()}`;
  };
  return { child, said, made: async () => Number((await said('/made')).slice('200 '.length)) };
}

beforeAll(async () => {
  db = await freshDatabase('real');
  for (const venue of ['binance', 'kraken', 'okx']) for (const asset of ['ATOM', 'DOGE']) await record(asset, venue, 4);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join('lib', 'server', 'kept', 'testing', 'webProcess.ts')],
    outfile: BUILT,
    bundle: true,
    packages: 'external',
    // Node wants the ends of files' names.
    alias: { [IS_BOT]: `${IS_BOT}.js` },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  webs.push(...(await Promise.all([startWeb(), startWeb()])));
});
afterAll(async () => {
  for (const { child } of webs) child.kill('SIGKILL');
  await rm(BUILT, { force: true });
  await db.drop();
});

/** What both say to every address, which is the same. */
async function both(): Promise<readonly string[]> {
  const [one, other] = await Promise.all(webs.map(({ said }) => Promise.all(PATHS.map(said))));
  expect(one).toEqual(other);
  return one ?? [];
}
/** Of what is stored now, by this process. */
async function digestNow(): Promise<string> {
  const found = await deviations(
    { database: db, simulated: false },
    defaultQuestion('ATOM' as Asset, range(FROM, FROM + 10)),
  );
  if (!found.ok) throw new Error(found.message);
  return found.value.digest;
}

const madeByEach = (): Promise<readonly number[]> => Promise.all(webs.map(({ made }) => made()));

it('two web processes on one database say the same, and what a third process writes is in the next answer of both', async () => {
  const first = await both();
  expect(first.map((one) => one.slice(0, 4))).toEqual(PATHS.map(() => '200 '));
  const made = await madeByEach();
  expect(await both()).toEqual(first);
  // Both kept them all.
  expect(await madeByEach()).toEqual(made);
  for (const price of [5, 6, 7]) {
    const before = await both();
    const madeBefore = await madeByEach();
    await record('ATOM', 'kraken', price);
    // Nobody waits in between: what was written before a request is in its answer.
    const after = await both();
    expect([ATOM, DOGE, MINUTE].filter((_, i) => after[i] === before[i])).toEqual([DOGE]);
    expect(after[0]).toContain(await digestNow());
    // Each made anew what rests on the write, coverage too, and no more.
    expect(await madeByEach()).toEqual(madeBefore.map((count) => count + 3));
  }
});

it('one of them that is killed leaves the other as it was', async () => {
  const [killed, other] = webs;
  if (killed === undefined || other === undefined) throw new Error('two were started');
  const said = await both();
  const ended = once(killed.child, 'exit');
  killed.child.kill('SIGKILL');
  await ended;
  expect(await Promise.all(PATHS.map(other.said))).toEqual(said);
  await record('ATOM', 'okx', 9);
  expect(await other.said(ATOM)).not.toBe(said[0]);
});
