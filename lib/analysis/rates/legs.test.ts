import { describe, expect, it } from 'vitest';
import { PlainRates } from './block/plainRates';
import { VectorRates } from './block/vectorRates';
import { DayLegs, type LegBook } from './legs';
import { RULE } from './rate';

/** A book of `venue BASE/QUOTE` and its closes minute by minute; NaN: no trade. */
const book = (name: string, ...closes: readonly number[]): LegBook => {
  const [venue = '', base = '', quote = ''] = name.split(/[ /]/);
  return { venue, base, quote, closes: Float64Array.from(closes) };
};
type Books = readonly (readonly [name: string, close: number])[];
const legsOf = (books: Books, kernel = new PlainRates()): DayLegs =>
  new DayLegs(
    books.map(([name, close]) => book(name, close)),
    1,
    kernel,
  );

/** A direct pair a venue: a EUR/USD, b EUR/USD, … */
const direct = (quote: string, ...closes: readonly number[]): Books =>
  closes.map((close, i) => [`${'abcdefgh'.charAt(i)} ${quote}/USD`, close]);
const DOLLARS: Books = [
  ['gemini BTC/USD', 100_000],
  ['kraken BTC/USD', 100_000],
];
/** BTC in USD on a third venue, and one book in EUR. */
const BESIDE_OKX: Books = [...DOLLARS, ['okx BTC/USD', 104_000], ['bybit BTC/EUR', 80_000]];

describe('the legs of one minute (method, section 2): median, rule, number of legs, relative error', () => {
  it.each<
    readonly [
      string,
      { books: Books; quote: string; leftOut?: string },
      readonly [median: number, rule: keyof typeof RULE, legs: number, error: number],
    ]
  >([
    // Half the range: (1.5 − 1) ÷ 2 ÷ 1.25.
    [
      'three direct pairs: the middle one',
      { books: direct('EUR', 1, 1.25, 1.5), quote: 'EUR' },
      [1.25, 'legs', 3, 0.2],
    ],
    // (1 + 1.5) ÷ 2; (1.5 − 1) ÷ 2 ÷ 1.25.
    [
      'four: the mean of the middle two',
      { books: direct('EUR', 1, 1.5, 1, 1.5), quote: 'EUR' },
      [1.25, 'legs', 4, 0.2],
    ],
    // From 1.25: 0, 0.25, 0.25, 0.25, 0.75, so the MAD is 0.25: 1.4826 × 0.25 ÷ 1.25.
    [
      'five of five venues: the error is 1.4826 × MAD ÷ median',
      { books: direct('EUR', 1, 1, 1.25, 1.5, 2), quote: 'EUR' },
      [1.25, 'legs', 5, 0.296_52],
    ],
    // 100,000 ÷ 80,000.
    [
      'one cross of one venue: of EUR its error is unknown',
      { books: [...DOLLARS, ['okx BTC/EUR', 80_000]], quote: 'EUR' },
      [1.25, 'thin', 1, NaN],
    ],
    [
      'one cross of one venue: of a USD stablecoin its error is its distance from 1',
      { books: [...DOLLARS, ['okx BTC/USDT', 80_000]], quote: 'USDT' },
      [1.25, 'thin', 1, 0.25],
    ],
    // Half the range is 0.25 ÷ 1.25 = 0.2, the distance from 1 is 0.25.
    [
      'two of a stablecoin: the larger of both',
      { books: direct('USDC', 1, 1.5), quote: 'USDC' },
      [1.25, 'thin', 2, 0.25],
    ],
    ['two of EUR: half the range', { books: direct('EUR', 1, 1.5), quote: 'EUR' }, [1.25, 'thin', 2, 0.2]],
    // 1 ÷ 0.5.
    ['USD/Q: 1 ÷ its close', { books: [['okx USD/EUR', 0.5]], quote: 'EUR' }, [2, 'thin', 1, NaN]],
    [
      'no cross where one venue alone has the base in USD',
      { books: [...DOLLARS.slice(1), ['okx BTC/EUR', 80_000]], quote: 'EUR' },
      [NaN, 'none', 0, NaN],
    ],
    // The median of 100,000, 100,000 and 104,000 is 100,000.
    ['the median of the base in USD', { books: BESIDE_OKX, quote: 'EUR' }, [1.25, 'thin', 1, NaN]],
    // Without Kraken (100,000 + 104,000) ÷ 2 = 102,000; ÷ 80,000.
    [
      'without the dollars of the venue left out',
      { books: BESIDE_OKX, quote: 'EUR', leftOut: 'kraken' },
      [1.275, 'thin', 1, NaN],
    ],
    [
      'without the legs of the venue left out',
      { books: direct('EUR', 1, 1.5, 1.5), quote: 'EUR', leftOut: 'a' },
      [1.5, 'thin', 2, 0],
    ],
    // 4,000 ÷ 0.03125 = 128,000 beside 100,000 twice: (128,000 − 100,000) ÷ 2 ÷ 100,000.
    [
      'ETH crosses BTC as a quote; BTC does not cross itself',
      {
        books: [...DOLLARS, ['gemini ETH/USD', 4_000], ['kraken ETH/USD', 4_000], ['okx ETH/BTC', 0.031_25]],
        quote: 'BTC',
      },
      [100_000, 'legs', 3, 0.14],
    ],
    [
      'a minute without a trade gives no leg',
      { books: direct('EUR', 1, NaN, 1.5), quote: 'EUR' },
      [1.25, 'thin', 2, 0.2],
    ],
    [
      '3.5 is further than a factor 3 from 1: dropped',
      { books: direct('EUR', 1, 1, 1, 3.5), quote: 'EUR' },
      [1, 'legs', 3, 0],
    ],
    // (3 − 1) ÷ 2 ÷ 1.
    ['exactly a factor 3: not dropped', { books: direct('EUR', 1, 1, 1, 3), quote: 'EUR' }, [1, 'legs', 4, 1]],
    ['two further apart than that: neither stays', { books: direct('EUR', 1, 4), quote: 'EUR' }, [NaN, 'none', 0, NaN]],
  ])('%s', (_, { books, quote, leftOut = 'nobody' }, [median, rule, legs, error]) => {
    for (const kernel of [new PlainRates(), new VectorRates()]) {
      const medians = legsOf(books, kernel).medians(quote, leftOut);
      expect([medians.median[0], medians.rule[0], medians.legs[0]]).toStrictEqual([median, RULE[rule], legs]);
      expect(medians.error[0]).toEqual(Number.isNaN(error) ? NaN : expect.closeTo(error, 12));
    }
  });

  it('lists them by venue with what each was made from, the dropped one too', () => {
    const legs = legsOf([
      ...DOLLARS,
      ['okx BTC/EUR', 80_000],
      ['kraken EUR/USD', 1],
      ['gate EUR/USD', 1],
      ['bybit USD/EUR', 0.125],
    ]);
    expect(legs.legsAt('EUR', 'nobody', 0)).toStrictEqual([
      // 1 ÷ 0.125 = 8; the median of 1, 1 and 1.25 is 1. Of the others of each 1: 1, 1.25, 8; of 1.25: 1, 1, 8.
      { venue: 'bybit', base: undefined, pair: 'USD/EUR', close: 0.125, over: 1, value: 8, isDropped: true },
      { venue: 'gate', base: undefined, pair: 'EUR/USD', close: 1, over: undefined, value: 1, isDropped: false },
      { venue: 'kraken', base: undefined, pair: 'EUR/USD', close: 1, over: undefined, value: 1, isDropped: false },
      { venue: 'okx', base: 'BTC', pair: 'BTC/EUR', close: 80_000, over: 100_000, value: 1.25, isDropped: false },
    ]);
  });

  it('names the venues that lent one in any minute', () => {
    const legs = new DayLegs(
      [book('okx EUR/USD', NaN, 1), book('kraken EUR/USD', 1, NaN), book('bybit EUR/USD', NaN, NaN)],
      2,
    );
    expect(legs.lenders('EUR', 'nobody')).toStrictEqual(['kraken', 'okx']);
    expect(legs.lenders('EUR', 'okx')).toStrictEqual(['kraken']);
  });
});
