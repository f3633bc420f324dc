import { expect, it } from 'vitest';
import { MINUTES_PER_DAY } from '../../domain/minute';
import type { LegDay } from './legDay';
import { DayLegs } from './legs';
import { rateDayOf } from './rateDay';
import { RULE } from './rate';

type Closes = readonly number[];

/** A day on which these venues have a direct pair of the quote in USD, from the slot `from` on at these closes; NaN: no trade. */
function dayOf(quote: string, venues: string, closes: Closes, from = 0): LegDay {
  const books = venues.split('').map((venue) => {
    const all = new Float64Array(MINUTES_PER_DAY).fill(NaN);
    all.set(closes, from);
    return { venue, base: quote, quote: 'USD', closes: all };
  });
  const legs = new DayLegs(books, MINUTES_PER_DAY);
  return { legs, leftOut: [], beforeNamesakes: legs };
}
const LAST = MINUTES_PER_DAY - 1;
const none = NaN;

/** `venues`: one letter each; three that say the same leave no error between them. */
it.each<
  readonly [
    string,
    { quote: string; venues: string; closes: Closes; before?: Closes; at: number },
    readonly [value: number, rule: keyof typeof RULE, uncertainty: number],
  ]
>([
  ['USD is 1', { quote: 'USD', venues: '', closes: [], at: 0 }, [1, 'usd', 0]],
  // 1 ÷ 0.5 − 1.
  [
    'a depeg of one minute moves the uncertainty alone',
    { quote: 'EUR', venues: 'abc', closes: [1, 1, 0.5, 1, 1], at: 2 },
    [1, 'legs', 1],
  ],
  // 1.25 ÷ 1 − 1.
  ['and upwards', { quote: 'EUR', venues: 'abc', closes: [1, 1, 1.25, 1, 1], at: 2 }, [1, 'legs', 0.25]],
  ['the middle of five', { quote: 'EUR', venues: 'abc', closes: [1, 2, 4, 5, 8], at: 2 }, [4, 'legs', 0]],
  // (4 + 5) ÷ 2; 4.5 ÷ 4 − 1.
  ['the middle two of four', { quote: 'EUR', venues: 'abc', closes: [1, none, 4, 5, 8], at: 2 }, [4.5, 'legs', 0.125]],
  // 4, 8 | 1, 2, 3: the middle one is 3, and 3 ÷ 1 − 1.
  [
    "the day's first minute reads the last two of the day before",
    { quote: 'EUR', venues: 'abc', closes: [1, 2, 3], before: [4, 8], at: 0 },
    [3, 'legs', 2],
  ],
  // 1, 2, 3; 2 ÷ 1 − 1.
  [
    'nothing of the day before: three minutes',
    { quote: 'EUR', venues: 'abc', closes: [1, 2, 3], at: 0 },
    [2, 'legs', 1],
  ],
  ['no leg of EUR: no rate', { quote: 'EUR', venues: 'abc', closes: [1, none, 1], at: 1 }, [NaN, 'none', NaN]],
  [
    'no leg of USDC: parity, ± 13 %',
    { quote: 'USDC', venues: 'a', closes: [0.5, none, 0.5], at: 1 },
    [1, 'parity', 0.13],
  ],
  // (0.75 + 1.25) ÷ 2; each is 0.25 from 1; 1 ÷ 0.75 − 1 = 1/3.
  [
    'a minute at parity lends nothing',
    { quote: 'USDC', venues: 'a', closes: [0.75, none, 1.25], at: 0 },
    [1, 'thin', 0.25 + 1 / 3],
  ],
  // The middle of the errors 0.5, 0.125, 0.25; 1.25 ÷ 1.25 − 1 = 0.
  [
    'errors are smoothed as rates are',
    { quote: 'USDC', venues: 'a', closes: [1.5, 1.125, 1.25], at: 2 },
    [1.25, 'thin', 0.25],
  ],
  ['one venue of EUR: the error is unknown', { quote: 'EUR', venues: 'a', closes: [2, 2, 2], at: 1 }, [2, 'thin', NaN]],
])('%s', (_, { quote, venues, closes, before, at }, [value, rule, uncertainty]) => {
  const dayBefore = before === undefined ? undefined : dayOf(quote, venues, before, LAST + 1 - before.length);
  const rate = rateDayOf(dayBefore, dayOf(quote, venues, closes), undefined).rate(quote, 'nobody');
  expect([rate.value[at], rate.rule[at]]).toStrictEqual([value, RULE[rule]]);
  expect(rate.uncertainty[at]).toEqual(Number.isNaN(uncertainty) ? NaN : expect.closeTo(uncertainty, 12));
});

it("the day's last minute reads the first two of the day after", () => {
  // 1, 2, 3 | 8, 4: the middle one is 3.
  const day = dayOf('EUR', 'abc', [1, 2, 3], LAST - 2);
  const rate = rateDayOf(undefined, day, dayOf('EUR', 'abc', [8, 4])).rate('EUR', 'nobody');
  expect(rate.value[LAST]).toBe(3);
});
