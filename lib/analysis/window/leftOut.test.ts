import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse';
import { flat, marketOf, questionOf, rangeOf, type Slot } from '../testing/markets';
import { MINUTES_PER_DAY, minute, startOf, dayOf } from '../../domain/minute';
import { DEEPEST_MINUTE } from '../testing/markets';

const MIDNIGHT = startOf(dayOf(DEEPEST_MINUTE));

/** Two UTC days of a hundred traded minutes each, at the price that `priceOf` gives. */
const twoDays = (name: string, priceOf: (day: number) => number) =>
  marketOf(
    name,
    Array.from({ length: 2 * MINUTES_PER_DAY }, (_, i): Slot =>
      i % MINUTES_PER_DAY < 100 ? flat(priceOf(Math.floor(i / MINUTES_PER_DAY))) : undefined,
    ),
    { from: minute(MIDNIGHT) },
  );

describe('a book that on two days is the second name of different books', () => {
  it('is listed with each, on its own day', () => {
    const markets = [
      twoDays('okx ATOM/USDT', (day) => [4, 5][day] as number),
      twoDays('okx ATOM/EUR', (day) => [3, 6][day] as number),
      twoDays('okx ATOM/TRY', (day) => [4, 6][day] as number),
    ];
    const range = rangeOf(2 * MINUTES_PER_DAY, minute(MIDNIGHT));
    const { leftOut } = analyse({ question: questionOf(1, { range }), markets, rateMarkets: [] });
    const day = dayOf(DEEPEST_MINUTE);
    expect(leftOut.map(({ market, of, days }) => [market.quote, of?.quote, days])).toEqual([
      ['TRY', 'EUR', [day + 1]],
      ['TRY', 'USDT', [day]],
    ]);
  });
});
