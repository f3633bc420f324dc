import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Kind, Market } from '../../domain/market';
import { epochMs, minuteRange, subtract } from '../../domain/minute';
import { settingsOf, type Said } from '../testing/importing';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { at } from '../testing/page';
import { mayName } from './claims';
import { importFile, type ImportReport } from './importFile';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-refusals-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const market = (venue: string, base: string, quote: string, kind: Kind = 'spot'): Market => ({
  venue: venue as Market['venue'],
  base: base as Market['base'],
  quote,
  kind,
});
const ATOM = market('binance', 'ATOM', 'USDT');
/** 2026-06-01. */
const NOW = Date.UTC(2026, 5, 1);
const ms = (offset: number): number => epochMs(at(offset));

let files = 0;
async function imported(
  lines: readonly string[],
  of = ATOM,
  nowMs = NOW,
  said: Said = { whole: true },
): Promise<{ readonly ledger: MemoryLedger; readonly report: ImportReport }> {
  files += 1;
  const path = join(folder, `${String(files)}.csv`);
  writeFileSync(path, lines.join('\n'));
  const ledger = memoryLedger();
  const settings = settingsOf(said, of);
  const outcome = await importFile(path, { market: of, source: 'file', ledger, now: () => nowMs, settings });
  if (!outcome.ok) {
    expect(ledger.answers).toEqual([]);
    throw new Error(outcome.error.replace(path, 'FILE'));
  }
  return { ledger, report: outcome.value };
}

const OHLCV = 'open_time,open,high,low,close,volume';
const row = (offset: number, volume = '10'): string => `${String(ms(offset))},3,4,2,3.5,${volume}`;
const every = (step: number, rows: number): readonly string[] => Array.from({ length: rows }, (_, i) => row(i * step));

describe('a file of other candles than 1-minute ones is refused', () => {
  it.each([
    [
      'hourly bars',
      every(60, 6),
      'multiples of 1h apart, not 1-minute candles; --read-as interval=1h stores them as 1h candles',
    ],
    [
      'bars of three minutes through a month',
      every(3, 14_400),
      'multiples of 3m apart, not 1-minute candles; import 1-minute candles, or say --read-as interval=1m',
    ],
    [
      'daily bars with days left out',
      [row(0), row(1_440), row(7_200)],
      'multiples of 1d apart, not 1-minute candles; --read-as interval=1d stores them as 1d candles',
    ],
  ])('%s, by the steps between its rows', async (_, rows, cause) => {
    await expect(imported([OHLCV, ...rows])).rejects.toThrow(cause);
  });

  it('bars of seconds, by their times off the minute', async () => {
    const seconds = Array.from({ length: 120 }, (_, i) => `${String(ms(0) + i * 1_000)},3,4,2,3.5,10`);
    await expect(imported([OHLCV, ...seconds])).rejects.toThrow('118 of 120 rows do not start on a whole minute');
  });

  it('by their closing time', async () => {
    const klines = [0, 1].map((i) => `${String(ms(i * 60))},3,4,2,3.5,10,${String(ms(i * 60 + 60) - 1)},30,5,1,3,0`);
    await expect(imported(klines)).rejects.toThrow(
      'line 1: the candle closes 3600 s after it opens, not 1-minute candles; --read-as interval=1h stores them as 1h candles',
    );
  });

  it('by an interval column', async () => {
    const rows = [0, 5].map((i) => `${String(ms(i))},5m,3,4,2,3.5,10`);
    await expect(imported(['open_time,interval,open,high,low,close,volume', ...rows])).rejects.toThrow(
      'line 2: the interval is 5m, not 1-minute candles; --read-as interval=5m stores them as 5m candles',
    );
  });

  it('but minutes of a thin market are taken: by their steps, or by an interval column that says 1m', async () => {
    const thin = await imported([OHLCV, row(0), row(2), row(7)]);
    expect(thin.report.candles).toBe(3);
    const two = [0, 60].map((i) => `${String(ms(i))},1m,3,4,2,3.5,10`);
    expect((await imported(['open_time,interval,open,high,low,close,volume', ...two])).report.candles).toBe(2);
  });
});

describe('a candle file that does not say what was traded', () => {
  it.each([
    ['without a volume column', 'time,open,high,low,close', `${String(ms(0))},3,4,2,3.5`],
    [
      'with volume columns whose names do not say of what',
      'time,open,high,low,close,vol,amount',
      `${String(ms(0))},3,4,2,3.5,10,30`,
    ],
    [
      'with one of those and a trade count',
      'time,open,high,low,close,vol,tradecount',
      `${String(ms(0))},3,4,2,3.5,10,5`,
    ],
    ['with the volume of another asset', 'time,open,high,low,close,Volume ETH', `${String(ms(0))},3,4,2,3.5,10`],
  ])('%s is refused, its columns named', async (_, header, line) => {
    await expect(imported([header, line])).rejects.toThrow(
      `FILE: no known volume column, so minutes with trades cannot be told from minutes without; the columns are ${header.replaceAll(',', ', ')}: name one with --column volume=NAME, and with --volume-unit base, quote or contracts:SIZE what it counts, or say --column volume=none`,
    );
  });

  it('is taken where the prices are computed: mark prices have no volume', async () => {
    const { report } = await imported(
      ['time,open,high,low,close', `${String(ms(0))},3,4,2,3.5`],
      market('binanceusdm', 'ATOM', 'USDT', 'mark'),
    );
    expect(report.candles).toBe(1);
  });

  it('in one row leaves that minute in quarantine, not without trade', async () => {
    const { ledger, report } = await imported([OHLCV, row(0), row(1, ''), row(2)]);
    expect([report.candles, report.quarantined]).toEqual([2, 1]);
    expect(ledger.quarantined()).toMatchObject([
      { minute: at(1), reason: expect.stringContaining('no volume') as string },
    ]);
  });

  it('in a row that is cut off leaves that minute in quarantine', async () => {
    const { ledger } = await imported([OHLCV, row(0), `${String(ms(1))},3,4,2,3.5`]);
    expect(ledger.quarantined()).toMatchObject([{ minute: at(1), reason: '5 cells where there are 6 columns' }]);
  });
});

describe('rows that cannot be read never become minutes without a trade', () => {
  it('more than 10,000 flawed rows: the minutes of those whose text is not stored stay unanswered', async () => {
    const flawed = Array.from({ length: 12_000 }, (_, i) => `${String(ms(i))},3,4,3.2,3.5,10`);
    const { ledger, report } = await imported([OHLCV, ...flawed, row(12_000), row(12_002)], ATOM, NOW, {
      gaps: 'no-trade',
    });
    expect(report.quarantined).toBe(12_000);
    expect(ledger.book(ATOM, 'file').asked).toEqual([
      minuteRange(at(0), at(10_000)),
      minuteRange(at(12_000), at(12_003)),
    ]);
  });

  it('a time that cannot be read late in an unsorted file of many days: no minute without a row is answered', async () => {
    const days = Array.from({ length: 90 }, (_, day) => row(day * 1_440)).reverse();
    const { ledger, report } = await imported([OHLCV, row(1), 'later,3,4,2,3.5,10', ...days]);
    expect(ledger.book(ATOM, 'file').asked).toHaveLength(90);
    expect(report.summary).toContain('stay unknown, because the times of 1 row cannot be read or are off the grid');
  });

  it('a trade time that cannot be read: minutes without a trade stay unknown in the whole file', async () => {
    const trades = [0, 1, 60 * 24 * 40].map((i) => `${String(ms(i))},${String(i)},3,10`);
    const { ledger } = await imported(['timestamp,id,price,amount', ...trades, 'x,9,3,10']);
    expect(subtract(minuteRange(at(0), at(10)), ledger.book(ATOM, 'trades').asked)).toEqual([
      minuteRange(at(2), at(10)),
    ]);
  });

  it('a sale of a negative amount spoils its minute instead of leaving its price out', async () => {
    const lines = ['timestamp,id,price,amount', `${String(ms(0))},1,3.5,10`, `${String(ms(0) + 1_000)},2,3.0,-500`];
    const { ledger } = await imported([...lines, `${String(ms(1))},3,3.4,20`]);
    expect([...ledger.book(ATOM, 'trades').candles.keys()]).toEqual([at(1)]);
    expect(ledger.quarantined()).toMatchObject([{ minute: at(0) }]);
  });

  it('amounts with exponents are summed with their decimals: 0.27000002, not 0.27', async () => {
    const lines = ['1,4.091,1e-8', '2,4.09,0.27', '3,4.092,1e-8'].map((cells, i) => `${String(ms(0) + i)},${cells}`);
    const { ledger } = await imported(['timestamp,id,price,amount', ...lines]);
    expect([...ledger.book(ATOM, 'trades').candles.values()]).toMatchObject([{ baseVolume: 0.27000002 }]);
  });
});

describe('a file that contradicts what it is imported as is refused', () => {
  const candle = (symbol: string): readonly string[] => [
    'timestamp,symbol,open,high,low,close,volume',
    `${String(ms(0))},${symbol},3,4,2,3.5,10`,
  ];

  it('another symbol', async () => {
    await expect(imported(candle('ETHUSDT'))).rejects.toThrow(
      'FILE, line 2: the symbol is ETHUSDT, but the file is imported as Binance ATOM/USDT; name the market in the file, or correct the column',
    );
  });

  it('two symbols', async () => {
    await expect(imported([...candle('ATOMUSDT'), `${String(ms(1))},BTCUSDT,3,4,2,3.5,10`])).rejects.toThrow(
      'line 3: the symbol is BTCUSDT, before it was ATOMUSDT; import one market per file',
    );
  });

  it('another exchange', async () => {
    const trade = (exchange: string): readonly string[] => [
      'exchange,symbol,timestamp,local_timestamp,id,side,price,amount',
      `${exchange},ATOMUSDT,${String(ms(0))}000,${String(ms(0))}500,1,buy,3.5,3`,
    ];
    await expect(imported(trade('coinbase'))).rejects.toThrow(
      'line 2: the exchange is coinbase, but the file is imported as Binance',
    );
    expect((await imported(trade('binance'))).report.candles).toBe(1);
    expect((await imported(trade('an exchange nobody knows'))).report.candles).toBe(1);
  });

  it.each([
    ['ATOMUSDT', ATOM, true],
    ['ATOM/USDT', ATOM, true],
    ['atom_usdt', ATOM, true],
    ['ATOM-USDT-SWAP', market('okx', 'ATOM', 'USDT', 'perp'), true],
    ['ATOM/USDT:USDT', market('bybit', 'ATOM', 'USDT', 'perp'), true],
    ['ATOMUSD_PERP', market('binancecoinm', 'ATOM', 'USD', 'perp'), true],
    ['tBTCUST', market('bitfinex', 'BTC', 'USDT'), true],
    ['XXBTZUSD', market('kraken', 'BTC', 'USD'), true],
    ['MATICUSDT', market('binance', 'POL', 'USDT'), true],
    ['17', ATOM, true],
    ['', ATOM, true],
    ['ATOMUSDC', ATOM, false],
    ['ATOMUSDT', market('binance', 'ATOM', 'USD'), false],
    ['ETHUSDT', ATOM, false],
    ['BTCUSD_251226', market('binancecoinm', 'BTC', 'USD', 'perp'), false],
  ])('the symbol %s may name %o: %s', (symbol, of, may) => {
    expect(mayName(symbol, of)).toBe(may);
  });
});

describe('a file of the future is refused', () => {
  const header = 'timestamp,open,high,low,close,volume';

  it('a candle of 2029', async () => {
    await expect(imported([header, '1888131240000,3.5,3.6,3.4,3.55,120.5'])).rejects.toThrow(
      'line 2: "1888131240000" is not over yet by this machine\'s clock; check the time column and the clock (nothing was imported)',
    );
  });

  it('a candle whose minute is not over, and a trade that is yet to come', async () => {
    await expect(imported([header, row(0)], ATOM, ms(1) - 1)).rejects.toThrow('not over yet');
    expect((await imported([header, row(0)], ATOM, ms(1))).report.candles).toBe(1);
    await expect(imported(['timestamp,id,price,amount', `${String(ms(0) + 1)},1,3,10`], ATOM, ms(0))).rejects.toThrow(
      'not over yet',
    );
  });
});
