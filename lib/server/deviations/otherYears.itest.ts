import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeviationsAnswer } from '../../api/deviations';
import type { Answer, Ledger } from '../../domain/observation';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { asset, NINE, question, valueOf } from '../testing/fourVenues';
import { deviations } from './deviations';

const MINUTES = 12;

let db: FreshDatabase;
let context: Context;
let ledger: Ledger;
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  ledger = ledgerOf(db);
});
afterAll(() => db.drop());

/** One price through the window. */
const answerAt = (venue: string, base: string, quote: string, price: number): Answer =>
  answer({
    market: spot(venue, base, quote),
    asked: range(NINE, NINE + MINUTES),
    candles: Array.from({ length: MINUTES }, (_, i) => candle(at(NINE + i), price)),
  });

const ofShib = async (): Promise<DeviationsAnswer> =>
  valueOf(await deviations(context, question({ asset: asset('SHIB') })));

it('a book that answered in another year alone changes neither the digest of a window nor a figure of it', async () => {
  await ledger.record([
    ...['binance', 'bybit', 'gate', 'okx'].map((venue) => answerAt(venue, 'SHIB', 'USDT', 0.0000124)),
    answerAt('kraken', 'BTC', 'USD', 100_000),
    answerAt('bitstamp', 'BTC', 'USD', 100_100),
    // Read as BTC/USD, whose second name it is: that book is not stored here.
    answerAt('coinbase', 'BTC', 'USDC', 100_900),
    ...['binance', 'okx'].map((venue) => answerAt(venue, 'BTC', 'USDT', 100_000)),
  ]);
  const before = await ofShib();
  const depeg = at('2023-03-11T07:09Z');
  await ledger.record(
    ['coinbase', 'gemini'].map((venue) =>
      answer({
        market: spot(venue, 'BTC', 'USD'),
        asked: { from: depeg, to: at('2023-03-11T07:10Z') },
        candles: [candle(depeg, 20_000)],
      }),
    ),
  );
  const after = await ofShib();
  expect(after.digest).toBe(before.digest);
  expect(after).toEqual(before);
  // Of a market that has its say in the window both differ.
  await ledger.record([answerAt('gemini', 'BTC', 'USD', 100_500)]);
  const asked = await ofShib();
  expect(asked.digest).not.toBe(before.digest);
  expect(asked.markets[0]?.rate?.legs).not.toBeNull();
});
