import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Ledger } from '../../domain/observation';
import { candlesOf } from '../days/candles';
import { openDatabase } from '../connection/database';
import { ledgerOf } from './ledger';
import { answer, ASKED_AT, at, candle, range, spot } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { revisions, storedCandles } from '../testing/stored';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';

let db: FreshDatabase;
let ledger: Ledger;
beforeAll(async () => {
  db = await freshDatabase('real');
  ledger = ledgerOf(db);
});
afterAll(async () => {
  await db.drop();
});
beforeEach(async () => {
  await emptied(db);
});

describe('several writers at once', () => {
  it('lose and double nothing, though they write the same days of the same markets', async () => {
    const venues = ['binance', 'coinbase', 'kraken'];
    const others = [1, 2, 3].map(() => openDatabase(db.url));
    const writers = [db, ...others].map((connection) => ledgerOf(connection));
    // Writer w brings every fourth page of 25 minutes, of every venue, over two days, in its own order.
    const pagesOf = (w: number): Answer[] =>
      venues.flatMap((venue) =>
        Array.from({ length: 29 }, (_, i) => 25 * (4 * i + w)).map((from) =>
          answer({
            market: spot(venue, 'ATOM', 'USDT'),
            asked: range(from, from + 25),
            candles: Array.from({ length: 24 }, (_, k) => candle(at(from + k), 1 + ((from + k) % 97))),
          }),
        ),
      );
    try {
      const added = await Promise.all(
        writers.map(async (writer, w) => {
          const pages = w % 2 === 0 ? pagesOf(w) : pagesOf(w).reverse();
          let count = 0;
          for (let i = 0; i < pages.length; i += 5) count += (await writer.record(pages.slice(i, i + 5))).added;
          return count;
        }),
      );
      expect(added).toEqual([0, 1, 2, 3].map(() => 3 * 29 * 24));
    } finally {
      await Promise.all(others.map((connection) => connection.close()));
    }
    for (const venue of venues) {
      const [columns] = await candlesOf(db, [{ market: spot(venue, 'ATOM', 'USDT'), source: 'rest' }], range(0, 2_900));
      for (let i = 0; i < 2_900; i += 1) {
        expect([columns?.close[i], columns?.answered[i]], `${venue} minute ${String(i)}`).toEqual([
          i % 25 === 24 ? NaN : 1 + (i % 97),
          1,
        ]);
      }
    }
    expect(await revisions(db)).toEqual([]);
  });

  it('that say different things of one minute leave one candle and the others as revisions', async () => {
    await ledger.record([answer({ asked: range(0, 1), candles: [candle(at(0), 100)] })]);
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        ledger.record([answer({ asked: range(0, 1), candles: [candle(at(0), i + 1)], askedAtMs: ASKED_AT + 1 })]),
      ),
    );
    const rows = await revisions(db);
    const chain = [
      ...rows.map((row) => row['close_before'] as number),
      (await storedCandles(db, 0, 1)).closes[0] ?? NaN,
    ];
    expect([...chain].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 100]);
    expect(rows.map((row) => row['close_after'])).toEqual(chain.slice(1));
  });

  it('taking turns page by page on one day, each finds what the other wrote', async () => {
    const other = openDatabase(db.url);
    try {
      const writers = [ledger, ledgerOf(other)];
      for (let page = 0; page < 6; page += 1) {
        const asked = range(page * 10, page * 10 + 10);
        expect(await writers[page % 2]?.record([answer({ asked, candles: [candle(asked.from, page + 1)] })])).toEqual({
          added: 1,
          unchanged: 0,
          revised: 0,
        });
        expect(
          await writers[(page + 1) % 2]?.record([answer({ asked, candles: [candle(asked.from, page + 1)] })]),
        ).toEqual({ added: 0, unchanged: 1, revised: 0 });
      }
    } finally {
      await other.close();
    }
    expect((await storedCandles(db, 0, 60)).closes.filter((close) => !Number.isNaN(close))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('do not bring back a day that somebody deleted meanwhile', async () => {
    await ledger.record([answer({ asked: range(0, 10), candles: [candle(at(0), 1)] })]);
    await db.pool.query('DELETE FROM market_day');
    await ledger.record([answer({ asked: range(10, 20), candles: [candle(at(10), 2)] })]);
    expect((await storedCandles(db, 0, 20)).closes.filter((close) => !Number.isNaN(close))).toEqual([2]);
  });

  it('go on from what is stored after a recording that failed', async () => {
    await ledger.record([answer({ asked: range(0, 10), candles: [candle(at(0), 1)] })]);
    const lost = answer({ asked: range(10, 20), candles: [candle(at(10), 9)] });
    await expect(ledger.record([lost, { ...lost, source: 'simulated' }])).rejects.toThrow('is_of_world');
    expect(await ledger.record([answer({ asked: range(10, 20), candles: [candle(at(10), 2)] })])).toEqual({
      added: 1,
      unchanged: 0,
      revised: 0,
    });
    expect(await revisions(db)).toEqual([]);
    expect((await storedCandles(db, 0, 20)).closes.filter((close) => !Number.isNaN(close))).toEqual([1, 2]);
  });
});
