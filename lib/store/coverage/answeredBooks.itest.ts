import { afterAll, beforeAll, expect, it } from 'vitest';
import { ledgerOf } from '../ledger/ledger';
import { attempt, fiveMinutes, KRAKEN, range, spot } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { answeredBooks } from './answeredBooks';
import { coverageOf } from './storedCoverage';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());

/** As a full look at the coverage has them. */
const lookedUp = async (): ReturnType<typeof answeredBooks> =>
  (await coverageOf(db)).flatMap(({ market, source, answered }) =>
    answered.length === 0 ? [] : [{ market, source, answered }],
  );

it('the answered books are those a full look finds, without a market that was asked in vain, and again after a write', async () => {
  const ledger = ledgerOf(db);
  await ledger.record([fiveMinutes(0), fiveMinutes(20), fiveMinutes(3, KRAKEN)]);
  await ledger.attempted([attempt({ market: spot('okx', 'ATOM', 'USDT'), asked: range(0, 10) })]);
  const before = await answeredBooks(db);
  expect(before).toEqual(await lookedUp());
  expect(before.map(({ market, answered }) => [market.venue, answered])).toEqual([
    ['binance', [range(0, 5), range(20, 25)]],
    ['kraken', [range(3, 8)]],
  ]);
  await ledger.record([fiveMinutes(5), fiveMinutes(0, spot('binance', 'BTC', 'USDT'))]);
  const after = await answeredBooks(db);
  expect(after).toEqual(await lookedUp());
  expect(after.map(({ market }) => `${market.venue} ${market.base}`)).toEqual([
    'binance ATOM',
    'kraken ATOM',
    'binance BTC',
  ]);
});
