import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Candle } from '../../domain/candle';
import type { Asset, Market, Venue } from '../../domain/market';
import { dayOf, minute, minuteRange, MINUTES_PER_DAY, startOf, type Day } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import { openDatabase, type Database } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { appContext, type Context } from '../context';
import { deviations } from '../deviations/deviations';
import { minuteOf } from '../minutes/minute';
import { legDayOf } from '../../analysis/rates/legDay';
import { fileOfLegDay, legDayOfFile } from './keptLegs';
import { keepRates } from './openRates';
import { ratesFolderOf } from './ratesFolders';

const DAYS = 4;
const FIRST = at('2025-10-09T00:00Z');
const WHOLE = minuteRange(FIRST, minute(FIRST + DAYS * MINUTES_PER_DAY));
/** Over two midnights, beginning and ending inside a day. */
const WINDOW = minuteRange(minute(FIRST + MINUTES_PER_DAY + 100), minute(FIRST + 3 * MINUTES_PER_DAY - 100));
/** A minute before midnight: its rate reaches into the next day. */
const MINUTE = minute(FIRST + 2 * MINUTES_PER_DAY - 1);

/** A candle in most minutes: the price is the venue's own, and steps as a book's ticks do. */
const candlesOf = (seed: number, price: number): readonly Candle[] =>
  Array.from({ length: DAYS * MINUTES_PER_DAY }, (_, i) => i)
    .filter((i) => (i * 7 + seed * 13) % 11 !== 0)
    .map((i) => candle(minute(FIRST + i), price * (1 + (((i * 31 + seed * 17) % 23) - 11) / 10_000)));

const MARKETS: readonly (readonly [Market, price: number])[] = [
  [spot('binance', 'ATOM', 'USDT'), 4],
  [spot('okx', 'ATOM', 'USDT'), 4.01],
  [spot('okx', 'ATOM', 'EUR'), 3.5],
  [spot('kraken', 'ATOM', 'USD'), 4],
  [spot('coinbase', 'ATOM', 'USDC'), 4.002],
  [spot('upbit', 'ATOM', 'KRW'), 5_600],
  [spot('binance', 'WBETH', 'USDT'), 4_300],
  [spot('okx', 'WBETH', 'USDT'), 4_310],
  [spot('binance', 'LINK', 'USDC'), 20],
  [spot('okx', 'LINK', 'USDT'), 20.1],
  [spot('kraken', 'LINK', 'USD'), 20],
  [spot('kraken', 'USDT', 'USD'), 1.001],
  ...['binance', 'okx', 'kraken', 'coinbase'].flatMap((venue, i): (readonly [Market, number])[] => [
    [spot(venue, 'BTC', 'USD'), 112_000 + i],
    [spot(venue, 'BTC', 'USDT'), 112_100 + i],
    [spot(venue, 'ETH', 'USDT'), 4_002 + i],
    [spot(venue, 'ETH', 'USD'), 4_000 + i],
  ]),
  [spot('okx', 'BTC', 'EUR'), 97_000],
  [spot('upbit', 'BTC', 'KRW'), 156_000_000],
];

let db: FreshDatabase;
let home: string;
let opened: Database[];
let said: string[];
beforeAll(async () => {
  db = await freshDatabase('real');
  for (const [i, [market, price]] of MARKETS.entries())
    await ledgerOf(db).record([answer({ market, asked: WHOLE, candles: candlesOf(i + 1, price) })]);
});
afterAll(() => db.drop());
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  opened = [];
  said = [];
});
afterEach(async () => {
  await Promise.all(opened.map((one) => one.close()));
  rmSync(home, { recursive: true, force: true });
});

/** What is remembered hangs on the database that was opened: one more is another process. */
function plainProcess(): Context {
  const database = openDatabase(db.url);
  opened.push(database);
  return { database, simulated: false };
}

async function keepingProcess(): Promise<Context> {
  const context = plainProcess();
  await keepRates({
    database: context.database,
    env: { PLUMBLINE_HOME: home },
    build: 'one',
    mostBytes: 100_000_000,
    say: (line) => said.push(line),
  });
  return context;
}

const asked = (change: Partial<Question> = {}): Question => ({
  ...defaultQuestion('ATOM' as Asset, WINDOW),
  ...change,
});

/** The window in every minute, the same by the hour (read day by day), and a minute with its legs. */
async function saidBy(context: Context, question = asked()): Promise<unknown> {
  return [
    await deviations(context, question, { resolution: 1 }),
    await deviations(context, question, { resolution: 60 }),
    await minuteOf(context, question, MINUTE),
  ];
}

/** Asks a process that keeps rates, and comes to what it said once all is written. */
async function saidKeeping(question = asked()): Promise<unknown> {
  const context = await keepingProcess();
  const all = await saidBy(context, question);
  await ratesFolderOf(context.database)?.written();
  return all;
}

const folder = (): string => {
  const [name = ''] = readdirSync(path.join(home, 'kept')).filter((one) => one.endsWith('.rates'));
  return path.join(home, 'kept', name);
};
const fileOf = (day: Day): string => path.join(folder(), String(day));
const files = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder(), name)).toString('base64')]),
  );
const dayAt = (i: number): Day => (dayOf(FIRST) + i) as Day;

/** Another close of a leg at noon of a day. */
const revise = (i: number, price: number, askedAtMs: number): Promise<unknown> =>
  ledgerOf(db).record([
    answer({
      market: spot('okx', 'BTC', 'USDT'),
      asked: { from: minute(startOf(dayAt(i)) + 719), to: minute(startOf(dayAt(i)) + 723) },
      candles: [720, 721].map((slot) => candle(minute(startOf(dayAt(i)) + slot), price)),
      askedAtMs,
    }),
  ]);

describe('rates that are kept', () => {
  it.each<[string, Partial<Question>, rule: string]>([
    ['in USD', {}, 'legs'],
    ['against one venue', { reference: { kind: 'venue', venue: 'kraken' as Venue } }, 'legs'],
    ['raw', { rate: 'none' }, 'none'],
    ['of a wrapped asset', { asset: 'WBETH' as Asset, reference: { kind: 'wrapped' }, minPeers: 2 }, 'legs'],
    ['of some venues', { venues: ['okx', 'upbit', 'coinbase'] as Venue[], minPeers: 2 }, 'legs'],
  ])('answers are to the bit what they are without, %s', async (_, change, rule) => {
    const plain = await saidBy(plainProcess(), asked(change));
    expect(JSON.stringify(plain)).toContain(`"rateRule":["${rule}"`);
    expect(await saidKeeping(asked(change))).toStrictEqual(plain);
    const before = files();
    // A day before and a day after the window's too: smoothing reaches over midnight.
    expect([...before.keys()]).toEqual(expect.arrayContaining([0, 1, 2, 3].map((i) => String(dayAt(i)))));
    expect(await saidKeeping(asked(change))).toStrictEqual(plain);
    expect(files()).toStrictEqual(before);
    expect(said).toEqual([]);
  });

  it('are read, and not made anew: what a file says is what is answered', async () => {
    const plain = await saidKeeping();
    const file = readFileSync(fileOf(dayAt(2)));
    const name = /"name":"([^"]+)"/.exec(file.toString('latin1'))?.[1] ?? '';
    const pairs = legDayOfFile(file, name)?.pairs ?? [];
    expect(pairs.length).toBeGreaterThan(4);
    writeFileSync(fileOf(dayAt(2)), fileOfLegDay(name, legDayOf([], dayAt(2)), pairs));
    expect(await saidKeeping()).not.toStrictEqual(plain);
  });

  it('of a leg that is revised are made anew, and those of no other day', async () => {
    const before = await saidKeeping();
    const kept = files();
    await revise(2, 90_000, Date.UTC(2026, 5, 1));
    const plain = await saidBy(plainProcess());
    expect(plain).not.toStrictEqual(before);
    expect(await saidKeeping()).toStrictEqual(plain);
    const other = [...files()].filter(([name, bytes]) => kept.get(name) !== bytes);
    expect(other.map(([name]) => name)).toEqual([String(dayAt(2))]);
    expect(await saidKeeping()).toStrictEqual(plain);
  });

  it('of the day beside a window are made anew as well', async () => {
    await saidKeeping();
    const kept = files();
    await ledgerOf(db).record([
      answer({
        market: spot('okx', 'ETH', 'USDT'),
        asked: { from: WHOLE.from, to: minute(WHOLE.from + MINUTES_PER_DAY) },
        candles: candlesOf(3, 4_100).filter(({ minute: m }) => m < WHOLE.from + MINUTES_PER_DAY),
        askedAtMs: Date.UTC(2026, 6, 1),
      }),
    ]);
    expect(await saidKeeping()).toStrictEqual(await saidBy(plainProcess()));
    const other = [...files()].filter(([name, bytes]) => kept.get(name) !== bytes);
    expect(other.map(([name]) => name)).toEqual([String(dayAt(0))]);
  });

  it('that are damaged, or another day’s, are refused and written anew', async () => {
    const plain = await saidKeeping();
    const kept = files();
    const bytes = readFileSync(fileOf(dayAt(1)));
    bytes[bytes.length - 20_000] = (bytes[bytes.length - 20_000] as number) ^ 1;
    writeFileSync(fileOf(dayAt(1)), bytes);
    writeFileSync(fileOf(dayAt(2)), readFileSync(fileOf(dayAt(2))).subarray(0, 1_000));
    writeFileSync(fileOf(dayAt(3)), readFileSync(fileOf(dayAt(0))));
    expect(await saidKeeping()).toStrictEqual(plain);
    expect(files()).toStrictEqual(kept);
  });

  it('of one asset stay when another is asked about, and serve both', async () => {
    const atom = await saidKeeping();
    const link = await saidKeeping(asked({ asset: 'LINK' as Asset }));
    expect(link).toStrictEqual(await saidBy(plainProcess(), asked({ asset: 'LINK' as Asset })));
    const kept = files();
    const context = await keepingProcess();
    expect(await saidBy(context)).toStrictEqual(atom);
    expect(await saidBy(context, asked({ asset: 'LINK' as Asset }))).toStrictEqual(link);
    await ratesFolderOf(context.database)?.written();
    expect(files()).toStrictEqual(kept);
  });

  it('are made anew once another book serves', async () => {
    const before = await saidKeeping();
    const market = spot('gemini', 'BTC', 'USDT');
    await ledgerOf(db).record([answer({ market, asked: WHOLE, candles: candlesOf(9, 113_000) })]);
    const plain = await saidBy(plainProcess());
    expect(plain).not.toStrictEqual(before);
    expect(await saidKeeping()).toStrictEqual(plain);
  });

  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['of a build', { PLUMBLINE_BUILD: 'one' }, true],
    [
      'a build is, and nothing is to be kept on disk, are not',
      { PLUMBLINE_BUILD: 'one', PLUMBLINE_KEPT_MB: '0' },
      false,
    ],
    ['not where it is served from its sources', { PLUMBLINE_BUILD: '' }, false],
  ])('are kept by the app %s', async (_, env, isKept) => {
    vi.stubEnv('DATABASE_URL', db.url).stubEnv('PLUMBLINE_HOME', home);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    globalThis.plumblineContext = undefined;
    try {
      const { database } = await appContext();
      opened.push(database);
      expect(ratesFolderOf(database) !== undefined).toBe(isKept);
    } finally {
      globalThis.plumblineContext = undefined;
      vi.unstubAllEnvs();
    }
  });

  it('are none as of an instant, nor where a day has no hash', async () => {
    await saidKeeping(asked({ asOf: Date.UTC(2026, 2, 1) as NonNullable<Question['asOf']> }));
    expect(readdirSync(home)).toEqual([]);
    // Whoever asks makes the hash anew, and stores it after the answer.
    await db.pool.query("UPDATE stored_day SET leaf = NULL WHERE day = $1 AND source = 'rest'", [dayAt(1)]);
    const context = await keepingProcess();
    const first = await deviations(context, asked());
    await ratesFolderOf(context.database)?.written();
    expect([...files().keys()]).not.toContain(String(dayAt(1)));
    expect([...files().keys()]).toContain(String(dayAt(2)));
    expect(first).toStrictEqual(await deviations(plainProcess(), asked()));
  });
});
