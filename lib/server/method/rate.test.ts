import { describe, expect, it } from 'vitest';
import { rateDaysOf } from '../../analysis/rates/rateDays';
import { DEEPEST_MINUTE, flat, marketOf } from '../../analysis/testing/markets';
import type { MarketColumns } from '../../analysis/types';
import type { RateExample } from '../../api/method';
import { parseMinute, plus, type Minute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { rateExampleOf } from './rate';

const AT = plus(DEEPEST_MINUTE, 2);
type Closes = readonly (number | undefined)[];
/** Five minutes of one book, the middle one is AT. */
const book = (name: string, ...closes: Closes): MarketColumns =>
  marketOf(
    name,
    closes.map((close) => (close === undefined ? undefined : flat(close))),
  );
/** A book that traded in AT alone. */
const once = (name: string, close: number): MarketColumns =>
  book(name, undefined, undefined, close, undefined, undefined);

const example = (quote: string, venue: string, markets: readonly MarketColumns[], at: Minute = AT): RateExample =>
  rateExampleOf(quote, venue, at, rateDaysOf(markets));

/** BTC at 100 and 102 USD without Bybit's own, so at 101. */
const DOLLARS = [once('kraken BTC/USD', 100), once('coinbase BTC/USD', 102), once('bybit BTC/USD', 500)];
/** Cross legs of 1.01 and 4, and one of the venue whose books are converted. */
const CROSSES = [once('okx BTC/USDC', 100), once('binance BTC/USDC', 25.25), once('bybit BTC/USDC', 90)];
/** Direct legs: 0.99 among five minutes on Kraken, and 1 ÷ 1.25 on Gate. */
const PAIRS = [book('kraken USDC/USD', 0.97, undefined, 0.99, 0.98, 1), once('gate USD/USDC', 1.25)];

describe('a rate taken apart, by the numbers of a case worked on paper', () => {
  const worked = example('USDC', 'bybit', [...DOLLARS, ...CROSSES, ...PAIRS]);

  it('lists its legs by value, each with its division, the far one as dropped, and none of the venue itself', () => {
    expect(worked.legs).toEqual([
      { venue: 'gate', base: null, pair: 'USD/USDC', close: 1.25, over: 1, value: 0.8, isDropped: false },
      { venue: 'kraken', base: null, pair: 'USDC/USD', close: 0.99, over: null, value: 0.99, isDropped: false },
      { venue: 'okx', base: 'BTC', pair: 'BTC/USDC', close: 100, over: 101, value: 1.01, isDropped: false },
      { venue: 'binance', base: 'BTC', pair: 'BTC/USDC', close: 25.25, over: 101, value: 4, isDropped: true },
    ]);
  });

  it('has the median and the error of each of the five minutes: half the range of three legs, the distance from 1 of a single one', () => {
    expect(worked.around.map(({ minute, legs, venues, median }) => [minute, legs, venues, median])).toEqual([
      ['2025-10-10T21:20Z', 1, 1, 0.97],
      ['2025-10-10T21:21Z', 0, 0, null],
      ['2025-10-10T21:22Z', 3, 3, 0.99],
      ['2025-10-10T21:23Z', 1, 1, 0.98],
      ['2025-10-10T21:24Z', 1, 1, 1],
    ]);
    // (1.01 − 0.8) ÷ 2 ÷ 0.99.
    [0.03, null, 0.1060606, 0.02, 0].forEach((error, i) => {
      if (error === null) expect(worked.around[i]?.error).toBeNull();
      else expect(worked.around[i]?.error).toBeCloseTo(error, 7);
    });
  });

  it('comes to the median of the medians, and to an uncertainty that the smoothing does not hide', () => {
    expect(worked.rule).toBe('legs');
    // Of 0.97, 0.98, 0.99 and 1 the mean of the middle two; of the errors 0, 0.02, 0.03 and 0.106 likewise.
    expect(worked.value).toBeCloseTo(0.985, 12);
    expect(worked.error).toBeCloseTo(0.025, 12);
    // 0.99 ÷ 0.985 − 1.
    expect(worked.smoothing).toBeCloseTo(0.0050761, 7);
    expect(worked.uncertainty).toBeCloseTo(0.0300761, 7);
    expect((worked.error ?? NaN) + (worked.smoothing ?? NaN)).toBe(worked.uncertainty);
  });
});

describe('a rate that no legs made', () => {
  it('is an assumed parity of 13 % for a USD stablecoin', () => {
    expect(example('USDT', 'okx', [])).toMatchObject({
      legs: [],
      rule: 'parity',
      value: 1,
      error: null,
      smoothing: null,
      uncertainty: 0.13,
    });
  });

  it('is none of any other quote', () => {
    expect(example('KRW', 'upbit', [])).toMatchObject({ legs: [], rule: 'none', value: null, uncertainty: null });
  });

  it('is thin with the legs of one venue, and of no known error unless its parity is one to lean on', () => {
    const thin = example('EUR', 'kraken', [once('coinbase EUR/USD', 1.1)]);
    expect(thin).toMatchObject({ rule: 'thin', value: 1.1, error: null, uncertainty: null });
    expect(thin.around[2]).toMatchObject({ legs: 1, venues: 1, median: 1.1, error: null });
  });
});

it('reaches over midnight for the minutes around', () => {
  const midnight = promised(parseMinute('2025-10-11T00:00Z'));
  const pair = marketOf(
    'kraken USDT/USD',
    [1, 1.01, 1.02, 1.03, 1.04].map((price) => flat(price)),
    { from: plus(midnight, -2) },
  );
  const { around, value } = example('USDT', 'okx', [pair], midnight);
  expect(around.map(({ minute, median }) => [minute, median])).toEqual([
    ['2025-10-10T23:58Z', 1],
    ['2025-10-10T23:59Z', 1.01],
    ['2025-10-11T00:00Z', 1.02],
    ['2025-10-11T00:01Z', 1.03],
    ['2025-10-11T00:02Z', 1.04],
  ]);
  expect(value).toBe(1.02);
});
