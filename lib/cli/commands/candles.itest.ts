import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle';
import type { Market, Source } from '../../domain/market';
import { plus, type Minute } from '../../domain/minute';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { commandLine } from '../testing/commandLine';
import { contentsOf } from '../../torture/contents';

const folder = mkdtempSync(join(tmpdir(), 'plumbline candles '));
let db: FreshDatabase;

/** Every float64 that a candle may hold, and the hole. */
const anyVolume = fc.oneof(
  { weight: 1, arbitrary: fc.constant(NaN) },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 1e12, noNaN: true }) },
);
const anyCandle = (minute: Minute): fc.Arbitrary<Candle> =>
  fc
    .record({
      prices: fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), { minLength: 4, maxLength: 4 }),
      baseVolume: anyVolume,
      quoteVolume: anyVolume,
      trades: fc.oneof(fc.constant(NaN), fc.nat(1_000_000)),
    })
    .map(({ prices, ...volumes }) => {
      const [low = NaN, open = NaN, close = NaN, high = NaN] = [...prices].sort((a, b) => a - b);
      return candle(minute, open, { open, high, low, close, ...volumes });
    });

const MARKETS: readonly (readonly [Market, Source])[] = [
  [spot('binance', 'ATOM', 'USDT'), 'rest'],
  [spot('binance', 'ATOM', 'USDT'), 'ui'],
  [spot('coinbase', 'ATOM', 'USD'), 'trades'],
  [{ ...spot('binancecoinm', 'ATOM', 'USD'), kind: 'perp' }, 'archive'],
];

beforeAll(async () => {
  db = await freshDatabase('real');
  const ledger = ledgerOf(db);
  // Over midnight, with a stretch never asked and minutes without a trade.
  for (const [i, [market, source]] of MARKETS.entries()) {
    for (const asked of [range(1_380, 1_470), range(1_500, 1_520)]) {
      const minutes = Array.from({ length: asked.to - asked.from }, (_, at) => plus(asked.from, at)).filter(
        (_, at) => (at + i) % 7 !== 0,
      );
      await ledger.record([
        answer({
          market,
          source,
          asked,
          candles: fc.sample(fc.tuple(...minutes.map(anyCandle)), { numRuns: 1, seed: i })[0] ?? [],
        }),
      ]);
    }
  }
});
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const WINDOW = ['--from', '2025-10-10T00:00Z', '--to', '2025-10-12T00:00Z'];

describe.each(['csv', 'csv.gz', 'parquet'])('candles written as %s', (ending) => {
  const file = join(folder, `kept.${ending}`);

  it('are brought back into an empty database to the last bit: candles, minutes without a trade, minutes never asked', async () => {
    const wrote = await commandLine(
      db.url,
      'candles',
      'ATOM',
      ...WINDOW,
      ending === 'parquet' ? '--parquet' : '--csv',
      file,
    );
    expect(wrote).toMatchObject({ code: 0, stderr: `${file} written: 440 minutes\n` });
    const other = await freshDatabase('real');
    try {
      const read = await commandLine(other.url, 'import', file);
      expect(read.code).toBe(0);
      expect(read.stderr).toContain('440 minutes of 4 markets and sources');
      expect(await contentsOf(other)).toEqual(await contentsOf(db));
      expect((await commandLine(other.url, 'import', file)).stderr).toContain('(0 new');
    } finally {
      await other.drop();
    }
  });
});

describe('a file of kept candles', () => {
  const file = join(folder, 'changed.csv');
  const text = (): string => gunzipSync(readFileSync(join(folder, 'kept.csv.gz'))).toString();

  it('has one row a minute in UTC, prices empty where nothing was traded', () => {
    const [header, ...rows] = text().trimEnd().split('\n');
    expect(header).toBe('venue,base,quote,kind,source,minute,open,high,low,close,base_volume,quote_volume,trades');
    expect(rows[0]).toBe('binance,ATOM,USDT,spot,rest,2025-10-10T23:00Z,,,,,,,');
    expect(rows[1]).toMatch(/^binance,ATOM,USDT,spot,rest,2025-10-10T23:01Z,\d/);
  });

  it('says of whom it is: only some of it may be written', async () => {
    const some = join(folder, 'some.csv');
    await commandLine(db.url, 'candles', 'ATOM', ...WINDOW, '--venues', 'coinbase', '--csv', some);
    expect(
      new Set(
        readFileSync(some, 'utf8')
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => line.split(',')[0]),
      ),
    ).toEqual(new Set(['coinbase']));
  });

  it.each([
    ['a price was changed to text', (row: string) => row.replace(/Z,[^,]*/, 'Z,abc'), /line 3: "abc" is not a number/],
    ['a column is gone', (row: string) => row.replace(/,[^,]*$/, ''), /line 3: 12 columns instead of 13/],
    [
      'it is simulated',
      (row: string) => row.replace(',rest,', ',simulated,'),
      /line 3: these candles are simulated; no exchange published them/,
    ],
  ])('is refused with line and mend where %s', async (_, change, line) => {
    const lines = text().split('\n');
    writeFileSync(file, lines.map((row, i) => (i === 2 ? change(row) : row)).join('\n'));
    const ran = await commandLine(db.url, 'import', file);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(line);
  });
});
