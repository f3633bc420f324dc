import type { Source } from '../../domain/market';
import { minuteRange, plus, type Minute } from '../../domain/minute';
import type { Answer } from '../../domain/observation';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';

/** Ninety minutes from 21:00 on 2025-10-10. */
export const MIXED_FROM: Minute = at('2025-10-10T21:00Z');
export const MIXED_MINUTES = 90;

const BOOKS: readonly (readonly [venue: string, base: string, quote: string, price: number])[] = [
  ['binance', 'ATOM', 'USDT', 4],
  ['bybit', 'ATOM', 'USDT', 4.002],
  ['coinbase', 'ATOM', 'USD', 4.001],
  ['gate', 'ATOM', 'USDC', 3.999],
  ['kraken', 'ATOM', 'USD', 3.998],
  ['okx', 'ATOM', 'USDT', 4.003],
  ['binance', 'DOGE', 'USDT', 0.25],
  ['bybit', 'DOGE', 'USDT', 0.2501],
  ['coinbase', 'DOGE', 'USD', 0.2502],
  ['kraken', 'DOGE', 'USD', 0.2499],
  ['bitstamp', 'BTC', 'USD', 113_000],
  ['coinbase', 'BTC', 'USD', 113_010],
  ['kraken', 'BTC', 'USD', 112_990],
  ['binance', 'BTC', 'USDT', 113_040],
  ['bybit', 'BTC', 'USDT', 113_050],
  ['okx', 'BTC', 'USDT', 113_030],
  ['bybit', 'BTC', 'USDC', 113_020],
  ['okx', 'BTC', 'USDC', 113_015],
];

/** A seeded sequence in [0, 1) (the constants of Numerical Recipes). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A book that is quiet, and now and then strays, says nothing was traded, or was not asked. */
function bookOf([venue, base, quote, price]: (typeof BOOKS)[number], i: number, source: Source): readonly Answer[] {
  const next = sequence(7_919 * (i + 1));
  const isLeg = base === 'BTC';
  const candles = Array.from({ length: MIXED_MINUTES }, (_, m) => {
    const quiet = price * (1 + (next() - 0.5) * 0.001);
    const strays = !isLeg && next() < 0.05;
    const low = strays ? quiet * (0.4 + next() * 0.55) : quiet * 0.9995;
    const high = !isLeg && next() < 0.02 ? quiet * (1.03 + next()) : quiet * 1.0005;
    return next() < 0.04
      ? undefined
      : candle(plus(MIXED_FROM, m), quiet, { low, high, baseVolume: 1 + Math.floor(next() * 1_000) / 8 });
  }).filter((one) => one !== undefined);
  const [end, gap] = [plus(MIXED_FROM, MIXED_MINUTES), plus(MIXED_FROM, 20 + 5 * (i % 10))];
  const asked = isLeg ? [minuteRange(MIXED_FROM, end)] : [minuteRange(MIXED_FROM, gap), minuteRange(plus(gap, 2), end)];
  return asked.map((range) =>
    answer({
      market: spot(venue, base, quote),
      source,
      asked: range,
      candles: candles.filter(({ minute }) => minute >= range.from && minute < range.to),
    }),
  );
}

/** A database, of a rehearsal unless said otherwise: ATOM on six venues in three quotes and DOGE on four, with strays and gaps, and the books that lend their rates. */
export async function mixedQuotes(dataset: 'real' | 'rehearsal' = 'rehearsal'): Promise<FreshDatabase> {
  const db = await freshDatabase(dataset);
  const source = dataset === 'real' ? 'rest' : 'simulated';
  await ledgerOf(db).record(BOOKS.flatMap((book, i) => bookOf(book, i, source)));
  return db;
}
