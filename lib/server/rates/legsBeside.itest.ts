import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle';
import { installAssets, installedAdditions, withAssets, type AssetAddition } from '../../domain/asset';
import type { Asset, Market } from '../../domain/market';
import { minute, minuteRange, MINUTES_PER_DAY } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { promised } from '../../domain/unit';
import { openDatabase, type Database } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { deviations } from '../deviations/deviations';
import { legFilesOf } from './legFiles';
import { LegsThread, type LegsTask, type LegsWith, type LegsWorker } from './legsThread';
import { makeLegsBeside } from './legsThreads';
import { keepRates } from './openRates';
import { ratesFolderOf } from './ratesFolders';

/** Over 2025-09-21, where one piece ends and the next begins; of the second so many days are new that another thread makes their legs. */
const DAYS = 36;
const FIRST = at('2025-09-18T00:00Z');
const WHOLE = minuteRange(FIRST, minute(FIRST + DAYS * MINUTES_PER_DAY));
const WINDOW = minuteRange(minute(FIRST + 425), minute(WHOLE.to - MINUTES_PER_DAY - 333));
/** 2025-09-22 to 2025-10-23; the days before are those of the first piece, and the one that its last rates reach into. */
const BESIDE = 32;

/** Of two books that are one: each of its traded minutes has a base volume, for unknown ones equal no other. */
const TWICE = 99;

/** A candle about every twelfth minute; some traded without base volume, some flat fillers. */
const candlesOf = (seed: number, price: number): readonly Candle[] =>
  Array.from({ length: (DAYS * MINUTES_PER_DAY) / 12 }, (_, i) => {
    const close = price * (1 + (((i * 31 + seed * 17) % 23) - 11) / 10_000);
    return candle(
      minute(FIRST + 12 * i + ((i * seed) % 3)),
      close,
      i % 11 === 0
        ? { baseVolume: 0, quoteVolume: 0, trades: i % 2 }
        : i % 7 === 0 && seed !== TWICE
          ? { baseVolume: NaN, quoteVolume: 12 * close }
          : {},
    );
  });

const MARKETS: readonly (readonly [Market, price: number, seed?: number])[] = [
  [spot('binance', 'ATOM', 'USDT'), 4],
  [spot('okx', 'ATOM', 'USDT'), 4.01],
  [spot('kraken', 'ATOM', 'USD'), 4],
  [spot('coinbase', 'ATOM', 'USD'), 4.002],
  [spot('kraken', 'USDT', 'USD'), 1.001],
  ...['binance', 'okx', 'kraken', 'coinbase'].flatMap((venue, i): (readonly [Market, number])[] => [
    [spot(venue, 'BTC', 'USD'), 112_000 + i],
    [spot(venue, 'BTC', 'USDT'), 112_100 + i],
    [spot(venue, 'ETH', 'USDT'), 4_002 + i],
  ]),
  [spot('gemini', 'BTC', 'USDT'), 112_050, TWICE],
];

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  for (const [i, [market, price, seed = i + 1]] of MARKETS.entries())
    await ledgerOf(db).record([answer({ market, asked: WHOLE, candles: candlesOf(seed, price) })]);
  // In the last days the book of gemini in USDC is that in USDT under a second name; those before are read by their closes alone.
  const last = minuteRange(minute(FIRST + 29 * MINUTES_PER_DAY), WHOLE.to);
  await ledgerOf(db).record([
    answer({
      market: spot('gemini', 'BTC', 'USDC'),
      asked: last,
      candles: candlesOf(TWICE, 112_050).filter((one) => one.minute >= last.from),
    }),
    answer({
      market: spot('okx', 'BTC', 'USDT'),
      asked: minuteRange(minute(FIRST + 9 * MINUTES_PER_DAY), minute(FIRST + 9 * MINUTES_PER_DAY + 40)),
      quarantined: [{ minute: minute(FIRST + 9 * MINUTES_PER_DAY + 31), reason: 'bad', raw: '?' }],
      askedAtMs: ASKED_AT + 1,
    }),
  ]);
});
afterAll(() => db.drop());

let opened: Database[];
let said: string[];
let home: string;
beforeEach(() => {
  opened = [];
  said = [];
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
});
afterEach(async () => {
  await Promise.all(opened.map((one) => one.close()));
  rmSync(home, { recursive: true, force: true });
});

/** Tasks that wait while others are handed over. */
const WAITING = 2;

/** A thread that does its work in this one, as late as it may: of columns that were written over it would make others. */
class Near extends EventEmitter implements LegsWorker {
  days = 0;
  readonly #fate: 'works' | 'cannot' | 'dies';
  readonly #tasks: LegsTask[] = [];

  constructor(fate: 'works' | 'cannot' | 'dies' = 'works') {
    super();
    this.#fate = fate;
  }

  postMessage(task: LegsTask): void {
    this.#tasks.push(structuredClone(task));
    this.days += task.days.length;
    if (this.#fate === 'dies') queueMicrotask(() => this.emit('error', new Error('out of memory')));
    else while (this.#tasks.length > (this.days === BESIDE ? 0 : WAITING)) this.#do(this.#tasks.shift() as LegsTask);
  }

  #do({ id, ...asked }: LegsTask): void {
    const files = this.#fate === 'works' ? legFilesOf(asked) : undefined;
    queueMicrotask(() => this.emit('message', { id, files }));
  }

  ref(): void {
    // Nothing of it keeps a process alive.
  }

  unref(): void {
    // The same.
  }
}

/** What a new process says of the window whose legs the thread makes, where one is given. */
async function saidBy(begin?: () => LegsWorker, keeps = ''): Promise<unknown> {
  const database = openDatabase(db.url);
  opened.push(database);
  if (begin !== undefined) makeLegsBeside(database, new LegsThread(begin, ({ message }) => said.push(message)));
  if (keeps !== '')
    await keepRates({
      database,
      env: { PLUMBLINE_HOME: path.join(home, keeps) },
      build: 'one',
      mostBytes: 100_000_000,
      say: (line) => said.push(line),
    });
  const found = await deviations({ database, simulated: false }, defaultQuestion('ATOM' as Asset, WINDOW));
  await ratesFolderOf(database)?.written();
  return found;
}

const filesIn = (name: string): readonly (readonly [string, string])[] => {
  const kept = path.join(home, name, 'kept');
  const folder = path.join(kept, readdirSync(kept).find((one) => one.endsWith('.rates')) ?? '');
  return readdirSync(folder)
    .sort()
    .map((day) => [day, readFileSync(path.join(folder, day)).toString('latin1')]);
};

const TYPESCRIPT = pathToFileURL(join(import.meta.dirname, '..', '..', 'launch', 'typescript.mjs')).href;

describe('legs of a long window that another thread makes', () => {
  it('say to the bit what they say otherwise, and are kept as the same files', async () => {
    const near = new Near();
    const plain = await saidBy(undefined, 'plain');
    expect(filesIn('plain').filter(([, bytes]) => bytes.includes('"why":"suspected-alias"'))).not.toEqual([]);
    expect(await saidBy(() => near, 'beside')).toStrictEqual(plain);
    expect(near.days).toBe(BESIDE);
    expect(filesIn('beside')).toStrictEqual(filesIn('plain'));
    // Those that were kept are read, and asked of nobody.
    expect(await saidBy(() => near, 'beside')).toStrictEqual(plain);
    expect(near.days).toBe(BESIDE);
    expect(said).toEqual([]);
  });

  it.each<[string, readonly AssetAddition[]]>([
    ['as shipped', []],
    [
      'of a user, to whom USDT is no stablecoin',
      [{ asset: 'USDT' as Asset, name: undefined, nature: { kind: 'plain' }, aliases: [] }],
    ],
  ])('are made by a thread of Node’s by the registry %s', async (_, additions) => {
    const before = globalThis.plumblineAssets;
    globalThis.plumblineAssets = undefined;
    installAssets(promised(withAssets(additions)));
    const workerData: LegsWith = { additions: installedAdditions() };
    const worker = new Worker(new URL('./legsEntry.ts', import.meta.url), {
      execArgv: ['--import', TYPESCRIPT],
      workerData,
    });
    let days = 0;
    worker.on('message', ({ files }: { readonly files: readonly unknown[] }) => (days += files.length));
    try {
      expect(await saidBy(() => worker)).toStrictEqual(await saidBy());
      expect(days).toBe(BESIDE);
    } finally {
      await worker.terminate();
      globalThis.plumblineAssets = before;
    }
  });

  it.each<[string, 'cannot' | 'dies', readonly string[]]>([
    ['fails over them', 'cannot', []],
    ['dies over them', 'dies', ['out of memory']],
  ])('are made by whoever asks where the thread %s', async (_, fate, lines) => {
    expect(await saidBy(() => new Near(fate))).toStrictEqual(await saidBy());
    expect([...new Set(said)]).toEqual(lines);
  });
});
