import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../ledger/ledger';
import { emptied } from '../testing/emptied';
import { attempt, fiveMinutes, KRAKEN, range, spot } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { storedAssets } from './storedAssets';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => emptied(db));

const BTC = spot('binance', 'BTC', 'USDT');

describe('what is stored of each asset', () => {
  it('is summed over its books: candles of each, minutes answered of any', async () => {
    await ledgerOf(db).record([fiveMinutes(0), fiveMinutes(3, KRAKEN), fiveMinutes(20), fiveMinutes(0, BTC)]);
    expect(await storedAssets(db)).toEqual([
      {
        asset: 'ATOM',
        venues: ['binance', 'kraken'],
        spotVenues: 2,
        candles: 3,
        answered: [range(0, 8), range(20, 25)],
        span: range(0, 25),
      },
      { asset: 'BTC', venues: ['binance'], spotVenues: 1, candles: 1, answered: [range(0, 5)], span: range(0, 5) },
    ]);
  });

  it('is summed again where a book of it was written, and taken as it was where none was', async () => {
    const ledger = ledgerOf(db);
    await ledger.record([fiveMinutes(0), fiveMinutes(0, KRAKEN), fiveMinutes(0, BTC)]);
    const [, btc] = await storedAssets(db);
    await ledger.record([fiveMinutes(10, KRAKEN)]);
    const [atom, sameBtc] = await storedAssets(db);
    expect(atom).toMatchObject({ candles: 3, answered: [range(0, 5), range(10, 15)], span: range(0, 15) });
    expect(sameBtc).toBe(btc);
  });

  it('has a venue more where a book came to it', async () => {
    const ledger = ledgerOf(db);
    await ledger.record([fiveMinutes(0)]);
    await storedAssets(db);
    await ledger.record([fiveMinutes(0, KRAKEN)]);
    expect((await storedAssets(db))[0]).toMatchObject({ venues: ['binance', 'kraken'], spotVenues: 2, candles: 2 });
  });

  it('is not said of an asset of which nothing was answered', async () => {
    await ledgerOf(db).attempted([attempt({ market: BTC, asked: range(0, 10) })]);
    expect(await storedAssets(db)).toEqual([]);
  });
});
