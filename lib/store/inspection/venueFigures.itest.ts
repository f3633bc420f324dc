import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ledgerOf } from '../ledger/ledger';
import { emptied } from '../testing/emptied';
import { answer, ASKED_AT, at, attempt, candle, range, spot } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { venueFigures } from './venueFigures';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => emptied(db));

const NONE = { gapMinutes: 0, revisedMinutes: 0, quarantinedRows: 0 };

it('counts what is stored of each venue over its books', async () => {
  expect(await venueFigures(db)).toEqual([]);
  const ledger = ledgerOf(db);
  const doge = spot('binance', 'DOGE', 'USDT');
  const kraken = spot('kraken', 'ATOM', 'USD');
  const okx = spot('okx', 'ATOM', 'USDT');
  await ledger.record([
    answer({ asked: range(0, 5), candles: [candle(at(0), 10), candle(at(3), 11)] }),
    answer({ asked: range(105, 110), candles: [candle(at(107), 10)] }),
    // The newest minute of the venue ends at 110, ten minutes behind this one's.
    answer({ market: doge, asked: range(90, 100), candles: [candle(at(99), 1)] }),
    answer({ market: kraken, asked: range(0, 1), candles: [] }),
  ]);
  // What was asked in vain is no answer.
  await ledger.attempted([attempt({ market: okx, asked: range(0, 10) })]);
  // The same minute, answered otherwise.
  await ledger.record([answer({ asked: range(3, 4), candles: [candle(at(3), 12)], askedAtMs: ASKED_AT + 60_000 })]);
  expect(await venueFigures(db)).toEqual([
    {
      ...NONE,
      venue: 'binance',
      books: 2,
      currentBooks: 1,
      newestEnd: at(110),
      answeredMinutes: 20,
      gapMinutes: 100,
      revisedMinutes: 1,
    },
    { ...NONE, venue: 'kraken', books: 1, currentBooks: 1, newestEnd: at(1), answeredMinutes: 1 },
    { ...NONE, venue: 'okx', books: 0, currentBooks: 0, newestEnd: null, answeredMinutes: 0 },
  ]);
});
