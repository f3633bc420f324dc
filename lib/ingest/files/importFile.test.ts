import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle';
import type { Market } from '../../domain/market';
import { epochMs, minute, minuteRange } from '../../domain/minute';
import { importFile, type ImportOptions, type ImportReport } from './importFile';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { at, T } from '../testing/page';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-import-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const COINBASE: Market = {
  venue: 'coinbase' as Market['venue'],
  base: 'ATOM' as Market['base'],
  quote: 'USD',
  kind: 'spot',
};
/** After every row here. */
const NOW = Date.UTC(2026, 5, 1);
const HEADER = 'open_time_ms,open,high,low,close,volume,trades';
const VENDOR = 'exchange,symbol,timestamp,local_timestamp,id,side,price,amount';

interface Imported {
  readonly ledger: MemoryLedger;
  readonly report: ImportReport;
  readonly candles: readonly Candle[];
}

let files = 0;
function written(content: string | Uint8Array, ending = '.csv'): string {
  files += 1;
  const path = join(folder, `${String(files)}${ending}`);
  writeFileSync(path, content);
  return path;
}

async function imported(
  content: string | Uint8Array,
  change: Partial<ImportOptions> = {},
  ending?: string,
): Promise<Imported> {
  const ledger = memoryLedger();
  const options: ImportOptions = { market: COINBASE, source: 'file', ledger, now: () => NOW, ...change };
  const outcome = await importFile(written(content, ending), options);
  if (!outcome.ok) throw new Error(outcome.error);
  return { ledger, report: outcome.value, candles: ledger.answers.flatMap((answer) => answer.candles) };
}

async function refusal(
  content: string | Uint8Array,
  change: Partial<ImportOptions> = {},
  ending?: string,
): Promise<string> {
  const outcome = await importFile(written(content, ending), {
    market: COINBASE,
    source: 'file',
    ledger: memoryLedger(),
    now: () => NOW,
    ...change,
  });
  if (outcome.ok) throw new Error('not refused');
  expect(outcome.error).not.toContain('\n');
  return outcome.error.replace(/^\S+?(, line|: )/, '$1').replace(/^: /, '');
}

const ms = (offset: number): string => String(epochMs(at(offset)));
const candleRow = (offset: number): string => `${ms(offset)},3,4,2,3.5,10,7`;

describe('a candle file', () => {
  it('is read by its header: Coinbase ATOM at 21:20 was 3.56/3.594/3.56/3.594, volume 2425.45', async () => {
    const { candles, ledger, report } = await imported(
      `${HEADER}\n1760131200000,3.56,3.594,3.56,3.594,2425.45000000,16\n`,
    );
    expect(candles).toEqual([
      {
        minute: minute(29_335_520),
        open: 3.56,
        high: 3.594,
        low: 3.56,
        close: 3.594,
        baseVolume: 2425.45,
        quoteVolume: NaN,
        trades: 16,
      },
    ]);
    expect(ledger.answers[0]).toMatchObject({
      market: COINBASE,
      source: 'file',
      asked: minuteRange(minute(29_335_520), minute(29_335_521)),
    });
    expect(report.summary).toContain(
      '1 rows gave 1 candles (1 new), 2025-10-10T21:20Z to 2025-10-10T21:21Z; times read as milliseconds; minutes in between without a row count as no trade',
    );
  });

  it.each([
    ['seconds', 'time,open,high,low,close,volume', '1760131200'],
    ['milliseconds', 'timestamp,open,high,low,close,volume', '1760131200000'],
    ['microseconds', 'open_time,open,high,low,close,volume', '1760131200000000'],
    ['ISO 8601 UTC', 'Date,Open,High,Low,Close,Base Volume', '2025-10-10T21:20:00Z'],
    ['ISO 8601 UTC', 'Time(UTC),o,h,l,c,v', '2025-10-10 21:20:00'],
  ])('its times may be %s (%s)', async (unit, header, time) => {
    const { candles, report } = await imported(`${header}\r\n${time},3,4,2,3.5,10\r\n`);
    expect(candles.map((candle) => [candle.minute, candle.baseVolume, candle.trades])).toEqual([[29_335_520, 10, NaN]]);
    expect(report.summary).toContain(`times read as ${unit}`);
  });

  it('may be Binance’s headerless klines of twelve columns', async () => {
    const { candles } = await imported(
      '1588740120000,9033.34,9039.99,9032.75,9033.15,31.192968,1588740179999,281893.08800082,282,6.3581,57447.26912415,0\n',
    );
    expect(candles).toEqual([
      {
        minute: minute(26_479_002),
        open: 9033.34,
        high: 9039.99,
        low: 9032.75,
        close: 9033.15,
        baseVolume: 31.192968,
        quoteVolume: 281893.08800082,
        trades: 282,
      },
    ]);
  });

  it('may be compressed, with a byte order mark and quotes', async () => {
    const { candles } = await imported(
      gzipSync(
        `\uFEFF"open_time_ms","open","high","low","close","volume","trades"\n"${ms(0)}","3","4","2","3.5","10",""\n`,
      ),
      {},
      '.csv.gz',
    );
    expect(candles).toHaveLength(1);
    expect(candles[0]?.trades).toBeNaN();
  });

  it('answers from its first to its last minute: what has no row in between had no trade', async () => {
    const { ledger } = await imported([HEADER, candleRow(0), candleRow(2), candleRow(5)].join('\n'));
    expect(ledger.held(COINBASE, 'file').asked).toEqual([minuteRange(at(0), at(6))]);
  });

  it('leaves such minutes unknown where the reader says so', async () => {
    const { ledger, report } = await imported([HEADER, candleRow(0), candleRow(1), candleRow(5)].join('\n'), {
      gaps: 'unknown',
    });
    expect(ledger.held(COINBASE, 'file').asked).toEqual([minuteRange(at(0), at(2)), minuteRange(at(5), at(6))]);
    expect(report.summary).toContain('stay unknown');
  });

  it('is recorded in batches of days that leave no gap between them', async () => {
    const days = Array.from({ length: 100 }, (_, day) => candleRow(day * 1_440));
    const { ledger } = await imported([HEADER, ...days, candleRow(99 * 1_440 + 1)].join('\n'));
    expect(ledger.answers.length).toBeGreaterThan(2);
    expect(ledger.held(COINBASE, 'file').asked).toEqual([minuteRange(at(0), at(99 * 1_440 + 2))]);
    expect(ledger.held(COINBASE, 'file').candles.size).toBe(101);
  });

  it('puts rows that break the invariant in quarantine with their line, and keeps the others', async () => {
    const { report, ledger, candles } = await imported(
      [
        HEADER,
        candleRow(0),
        `${ms(1)},3,4,3.2,3.5,10,7`,
        `${ms(2)},3,4,2,x,10,7`,
        `${ms(3)},,4,2,3.5,10,7`,
        candleRow(4),
      ].join('\n'),
    );
    expect(candles.map((candle) => candle.minute - T)).toEqual([0, 4]);
    expect(report.quarantined).toBe(3);
    expect(ledger.quarantined()).toEqual([
      { minute: at(1), reason: 'open 3 is below low 3.2', raw: `line 3: ${ms(1)},3,4,3.2,3.5,10,7` },
      { minute: at(2), reason: 'a price, volume or count is not a number', raw: `line 4: ${ms(2)},3,4,2,x,10,7` },
      { minute: at(3), reason: 'open is not a number', raw: `line 5: ${ms(3)},,4,2,3.5,10,7` },
    ]);
  });

  it('takes a repeated row once, and puts two that differ in quarantine', async () => {
    const { candles, report } = await imported(
      [HEADER, candleRow(0), candleRow(0), candleRow(1), `${ms(1)},3,4,2,3.6,10,7`].join('\n'),
    );
    expect(candles.map((candle) => candle.minute - T)).toEqual([0]);
    expect(report.quarantined).toBe(2);
  });

  it('newest first, or in any order, gives what it gives in the order of time, and says that it was sorted', async () => {
    const rows = [
      ...Array.from({ length: 40 }, (_, i) => candleRow(i * 1_440)),
      candleRow(1),
      `${ms(1)},3,4,2,3.6,10,7`,
      `${ms(2)},3,4,3.2,3.5,10,7`,
    ];
    const sorted = await imported([HEADER, ...[...rows].sort()].join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const { ledger, candles, report } = await imported([HEADER, ...shuffled].join('\n'));
        expect(ledger.contents()).toBe(sorted.ledger.contents());
        expect(candles).toEqual(sorted.candles);
        expect([report.quarantined, report.added]).toEqual([3, 40]);
      }),
      { numRuns: 20 },
    );
    expect((await imported([HEADER, ...[...rows].reverse()].join('\n'))).report.summary).toContain(
      'its rows were not in order of time and were sorted',
    );
    expect(sorted.report.summary).not.toContain('sorted');
  });

  it('leaves the silent minutes unknown around a row whose time cannot be read', async () => {
    const { ledger } = await imported(
      [HEADER, candleRow(0), 'later,3,4,2,3.5,10,7', candleRow(3), candleRow(5)].join('\n'),
    );
    expect(ledger.held(COINBASE, 'file').asked).toEqual([
      minuteRange(at(0), at(1)),
      minuteRange(at(3), at(4)),
      minuteRange(at(5), at(6)),
    ]);
    expect(ledger.quarantined()).toHaveLength(1);
  });

  it('changes nothing when it is imported again', async () => {
    const path = written([HEADER, candleRow(0), candleRow(2), candleRow(5)].join('\n'));
    const ledger = memoryLedger();
    const options: ImportOptions = { market: COINBASE, source: 'file', ledger, now: () => NOW };
    await importFile(path, options);
    const before = ledger.contents();
    expect(await importFile(path, options)).toMatchObject({ ok: true, value: { added: 0, unchanged: 3, revised: 0 } });
    expect(ledger.contents()).toBe(before);
  });
});

describe('contracts (trap 6)', () => {
  const perp = (base: string): Market => ({
    venue: 'binancecoinm' as Market['venue'],
    base: base as Market['base'],
    quote: 'USD',
    kind: 'perp',
  });

  it('of Binance COIN-M are 10 USD each, 100 for BTC: the quote volume is exact, the base volume unknown', async () => {
    const content = [HEADER, `${ms(0)},1.559,1.65,1.263,1.468,2830,87`].join('\n');
    expect((await imported(content, { market: perp('ATOM') })).candles[0]).toMatchObject({
      quoteVolume: 28_300,
      baseVolume: NaN,
    });
    expect((await imported(content, { market: perp('BTC') })).candles[0]).toMatchObject({
      quoteVolume: 283_000,
      baseVolume: NaN,
    });
  });

  it('and volumes in quote are counted as the reader says', async () => {
    const content = [HEADER, candleRow(0)].join('\n');
    expect((await imported(content, { volumeUnit: { kind: 'contracts', size: 5 } })).candles[0]).toMatchObject({
      quoteVolume: 50,
      baseVolume: NaN,
    });
    expect((await imported(content, { volumeUnit: { kind: 'quote' } })).candles[0]).toMatchObject({
      quoteVolume: 10,
      baseVolume: NaN,
    });
  });
});

describe('a file that does not fit is refused in one line that names the mend', () => {
  it.each([
    [
      'columns',
      'a,b,c\n1,2,3\n',
      'the columns are a, b, c; candles need time (or open_time, timestamp, …), open, high, low, close and volume, trades need timestamp, price and amount: rename them',
    ],
    [
      'no header',
      '1760131200000,1,2\n',
      "no header, and 3 columns that are not those of Binance's klines (12), aggTrades (8, of futures 7) or trades (7, of futures 6); add a header line like open_time,open,high,low,close,volume",
    ],
    ['empty', '', 'empty; nothing was imported'],
    ['no rows', `${HEADER}\n`, 'a header without rows; nothing was imported'],
    [
      'a unit that its column denies',
      `${HEADER}\n1760131200,3,4,2,3.5,10,7\n`,
      ', line 2: "1760131200" is not a time in milliseconds; write one like 1760131200000 or 2025-10-10T21:20:00Z',
    ],
    [
      'a time without zone',
      'time,open,high,low,close,volume\n2025-10-10 21:20,3,4,2,3.5,10\n',
      ', line 2: "2025-10-10 21:20" is not a time',
    ],
    [
      'nothing usable',
      'time,open,high,low,close,volume\n1760131201000,3,4,2,3.5,10\n',
      'none of its 1 rows is usable; check its time column',
    ],
  ])('%s', async (_, content, message) => {
    expect(await refusal(content)).toContain(
      message.startsWith(', line 2: "2025-10-10 21:20"') ? 'names no time zone' : message,
    );
  });

  it('not UTF-8, a broken gzip, no such file, a folder', async () => {
    expect(await refusal(Uint8Array.of(0xff, 0xfe, 0x00, 0x41, 0x0a))).toContain('not UTF-8 text');
    expect(await refusal(Uint8Array.of(1, 2, 3), {}, '.csv.gz')).toContain('not UTF-8 text');
    expect(await refusal(gzipSync([HEADER, candleRow(0)].join('\n')).subarray(0, 30), {}, '.csv.gz')).toContain(
      'broken or cut-off gzip',
    );
    const options: ImportOptions = { market: COINBASE, source: 'file', ledger: memoryLedger(), now: () => NOW };
    expect(await importFile(join(folder, 'none.csv'), options)).toMatchObject({
      ok: false,
      error: expect.stringContaining('no such file') as string,
    });
    expect(await importFile(join(folder, 'none.csv.gz'), options)).toMatchObject({
      ok: false,
      error: expect.stringContaining('no such file') as string,
    });
    expect(await importFile(folder, options)).toMatchObject({
      ok: false,
      error: expect.stringContaining('a folder') as string,
    });
  });

  it('candles called trades, and trades of two markets', async () => {
    expect(await refusal([HEADER, candleRow(0)].join('\n'), { source: 'trades' })).toContain(
      'contains candles, not trades',
    );
    const trade = (symbol: string): string => `coinbase,${symbol},${ms(0)}000,0,1,buy,3,1`;
    expect(await refusal([VENDOR, trade('ATOM-USD'), trade('POL-USD')].join('\n'))).toContain(
      ', line 3: the symbol is POL-USD, before it was ATOM-USD; import one market per file',
    );
  });
});

interface Trade {
  readonly us: number;
  readonly id: number;
  readonly price: number;
  readonly amount: number;
}

const tradeRow = (trade: Trade): string =>
  `coinbase,ATOM-USD,${String(trade.us)},${String(trade.us + 900)},${String(trade.id)},buy,${trade.price.toFixed(3)},${trade.amount.toFixed(2)}`;

describe('a trade file in the vendors’ shape', () => {
  const us = (seconds: number): number => epochMs(T) * 1000 + seconds * 1_000_000;

  it('becomes candles of source trades: first and last price by time and id, sums of the amounts', async () => {
    const { candles, ledger, report } = await imported(
      [
        VENDOR,
        tradeRow({ us: us(1), id: 10, price: 3, amount: 1.1 }),
        tradeRow({ us: us(2), id: 11, price: 2.5, amount: 2.2 }),
        tradeRow({ us: us(59.5), id: 13, price: 2.9, amount: 3.3 }),
        tradeRow({ us: us(59.5), id: 12, price: 3.3, amount: 0.1 }),
        tradeRow({ us: us(130), id: 14, price: 2.8, amount: 5 }),
      ].join('\n'),
    );
    expect(candles).toEqual([
      { minute: at(0), open: 3, high: 3.3, low: 2.5, close: 2.9, baseVolume: 6.7, quoteVolume: 18.7, trades: 4 },
      { minute: at(2), open: 2.8, high: 2.8, low: 2.8, close: 2.8, baseVolume: 5, quoteVolume: 14, trades: 1 },
    ]);
    expect(ledger.held(COINBASE, 'trades').asked).toEqual([minuteRange(at(0), at(3))]);
    expect(report).toMatchObject({ kind: 'trades', timeUnit: 'us', rows: 5 });
  });

  it('counts a repeated trade once', async () => {
    const trade = tradeRow({ us: us(1), id: 10, price: 3, amount: 1 });
    const { candles, report } = await imported([VENDOR, trade, trade].join('\n'));
    expect(candles[0]).toMatchObject({ baseVolume: 1, trades: 1 });
    expect(report.duplicates).toBe(1);
  });

  it('leaves a minute unknown where one of its trades cannot be read, and puts that trade in quarantine', async () => {
    const { report, candles } = await imported(
      [
        VENDOR,
        tradeRow({ us: us(1), id: 1, price: 3, amount: 1 }),
        tradeRow({ us: us(2), id: 2, price: 0, amount: 1 }),
        'coinbase,ATOM-USD,x,0,3,buy,3,1',
      ].join('\n'),
    );
    expect(report.quarantined).toBe(2);
    // Without the second trade its low would be 3, whatever that trade was.
    expect(candles).toEqual([]);
  });

  it('refuses a trade that comes days after its successors', async () => {
    const day = 86_400;
    const long = Array.from({ length: 3_000 }, (_, i) => tradeRow({ us: us(i * 60), id: i, price: 3, amount: 1 }));
    expect(
      await refusal([VENDOR, ...long, tradeRow({ us: us(-day), id: 9_999, price: 3, amount: 1 })].join('\n')),
    ).toContain('a trade more than a day older than one before it');
  });

  it('gives the same candles in whatever order the trades of a day stand, as a plain reading of the definition does', async () => {
    const trades = fc.uniqueArray(
      fc.record({
        us: fc.integer({ min: 0, max: 5 * 60_000 }).map((n) => epochMs(T) * 1000 + n * 1000),
        id: fc.nat(100_000),
        price: fc.integer({ min: 1, max: 9_999 }).map((n) => n / 1000),
        amount: fc.integer({ min: 1, max: 9_999 }).map((n) => n / 100),
      }),
      { selector: (trade) => trade.id, minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(trades, async (list) => {
        const sorted = [...list].sort((a, b) => a.us - b.us || a.id - b.id);
        const { candles } = await imported([VENDOR, ...list.map(tradeRow)].join('\n'));
        const minutes = [...new Set(sorted.map((trade) => Math.floor(trade.us / 60_000_000)))];
        expect(candles.map((candle) => candle.minute)).toEqual(minutes);
        candles.forEach((candle) => {
          const mine = sorted.filter((trade) => Math.floor(trade.us / 60_000_000) === candle.minute);
          // In integers of a thousandth and a hundredth, where sums are exact.
          const amount = mine.reduce((sum, trade) => sum + Math.round(trade.amount * 100), 0) / 100;
          const worth =
            mine.reduce((sum, trade) => sum + Math.round(trade.amount * 100) * Math.round(trade.price * 1000), 0) /
            100_000;
          expect(candle).toEqual({
            minute: candle.minute,
            open: mine[0]?.price,
            close: mine.at(-1)?.price,
            high: Math.max(...mine.map((trade) => trade.price)),
            low: Math.min(...mine.map((trade) => trade.price)),
            baseVolume: amount,
            quoteVolume: worth,
            trades: mine.length,
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('reads the same whether its lines end in LF or CRLF, across any cut of the stream', async () => {
    // Longer than one chunk of the stream.
    const rows = Array.from({ length: 6_000 }, (_, i) =>
      tradeRow({ us: us(i / 10), id: i, price: 3 + i / 10_000, amount: 1 }),
    );
    const lf = await imported([VENDOR, ...rows].join('\n'));
    const crlf = await imported(gzipSync(`${[VENDOR, ...rows].join('\r\n')}\r\n`), {}, '.csv.gz');
    expect(lf.report.rows).toBe(6_000);
    expect(crlf.candles).toEqual(lf.candles);
  });
});
