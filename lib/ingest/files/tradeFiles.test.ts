import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, minuteRange } from '../../domain/minute';
import { COINBASE_ATOM, importing } from '../testing/importing';
import { at, T } from '../testing/page';

const bench = importing();
const imported: typeof bench.imported = (content, change = {}) =>
  bench.imported(content, { said: { whole: true }, ...change });
const { refusal } = bench;
const VENDOR = 'exchange,symbol,timestamp,local_timestamp,id,side,price,amount';

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
    expect(ledger.book(COINBASE_ATOM, 'trades').asked).toEqual([minuteRange(at(0), at(1)), minuteRange(at(2), at(3))]);
    expect(report).toMatchObject({
      kind: 'trades',
      rows: 5,
      findings: { timeUnit: 'us', gaps: 'unknown', gapsBecause: 'default' },
    });
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
    ).toContain('a trade more than a day away from one before it');
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

  it('reads the same whether its lines end in LF, CRLF or CR, across any cut of the stream', async () => {
    // Longer than one chunk of the stream.
    const rows = Array.from({ length: 6_000 }, (_, i) =>
      tradeRow({ us: us(i / 10), id: i, price: 3 + i / 10_000, amount: 1 }),
    );
    const lf = await imported([VENDOR, ...rows].join('\n'));
    const crlf = await imported(gzipSync(`${[VENDOR, ...rows].join('\r\n')}\r\n`), { name: '.csv.gz' });
    expect(lf.report.rows).toBe(6_000);
    expect(crlf.candles).toEqual(lf.candles);
    const cr = await imported(`${[VENDOR, ...rows].join('\r')}\r`);
    expect(cr.report.rows).toBe(6_000);
    expect(cr.candles).toEqual(lf.candles);
  });
});
