import { expect, it } from 'vitest';
import { bar, marketOf, type Slot } from '../testing/markets';
import { rateOfOne, RULE } from '../rates/rate';
import { blocsAt, type BlocBook } from './blocs';

/** Spot books of one minute, one a venue, at 1 USD for each unit of their quote. */
const books = (of: Readonly<Record<'USD' | 'USDT', readonly Slot[]>>): readonly BlocBook[] =>
  (['USD', 'USDT'] as const).flatMap((quote) =>
    of[quote].map((slot, i) => ({
      book: { ...marketOf(`venue${String(i)} ATOM/${quote}`, [slot]), quote, otherSources: [] },
      rate: rateOfOne(1, RULE.legs),
      shift: 0,
    })),
  );
const low = (price: number): Slot => bar(8, 8, price, 8);

it('two blocs part where the medians of two books each differ by more than T, and not at T', () => {
  const apart = books({ USD: [low(5), low(5)], USDT: [low(3), low(5)] });
  // 5 ÷ 4 − 1 is 25 % to the bit.
  expect(blocsAt(apart, 'below', 0, 0.25)).toBeUndefined();
  expect(blocsAt(apart, 'below', 0, 0.249)).toStrictEqual({ usd: 5, usdt: 4 });
  expect(blocsAt(books({ USD: [low(4), low(4)], USDT: [low(5), low(5)] }), 'below', 0, 0.249)).toStrictEqual({
    usd: 4,
    usdt: 5,
  });
});

it('above they are compared by their highs', () => {
  const high = (price: number): Slot => bar(2, price, 2, 2);
  const apart = books({ USD: [high(5), high(5)], USDT: [high(4), high(4)] });
  expect(blocsAt(apart, 'below', 0, 0.1)).toBeUndefined();
  expect(blocsAt(apart, 'above', 0, 0.1)).toStrictEqual({ usd: 5, usdt: 4 });
});

it('of a bloc with one book, or with a second that did not trade, nothing is said', () => {
  expect(blocsAt(books({ USD: [low(5), low(5)], USDT: [low(1)] }), 'below', 0, 0.02)).toBeUndefined();
  expect(blocsAt(books({ USD: [low(5), low(5)], USDT: [low(1), undefined] }), 'below', 0, 0.02)).toBeUndefined();
  expect(blocsAt(books({ USD: [low(5)], USDT: [low(1), low(1)] }), 'below', 0, 0.02)).toBeUndefined();
});
