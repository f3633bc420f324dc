import { describe, expect, it } from 'vitest';
import type { MarketColumns } from '../../../domain/marketColumns';
import { minute } from '../../../domain/minute';
import { DEEPEST_MINUTE, flat, marketOf } from '../markets';
import { MIDNIGHT, steady } from './asked';
import { ratesFrom, type Usd } from './rates';

/** BTC/USD at 100,000 on three venues that have no other book. */
const DOLLARS = ['bitstamp', 'gemini', 'kraken'].map((venue) => steady(`${venue} BTC/USD`, 100_000));

const rateOf = (markets: readonly MarketColumns[], quote: string, except = 'nobody', at = 0): Usd =>
  ratesFrom(markets).of(quote, except, DEEPEST_MINUTE + at);

/** Numbers to nine digits. */
const near = (value: number): unknown => expect.closeTo(value, 9);

describe('the rate of a quote, by hand', () => {
  it('is 1 of USD, measured by nobody and certain', () => {
    expect(rateOf([], 'USD')).toMatchObject({ value: 1, rule: 'usd', uncertainty: 0, legs: 0 });
  });

  it('is the median of the crosses and the direct pairs of every venue', () => {
    const markets = [
      ...DOLLARS,
      // 100,000 ÷ 101,000 = 0.990099…
      steady('okx BTC/USDT', 101_000),
      // 100,000 ÷ 99,000 = 1.010101…
      steady('bybit BTC/USDT', 99_000),
      steady('kraken USDT/USD', 1.002),
      // 1 ÷ 1.25 = 0.8
      steady('gate USD/USDT', 1.25),
    ];
    // The legs are 0.8, 0.9901, 1.002, 1.0101, of four venues; four legs: half the range is (1.0101 − 0.8) ÷ 2.
    const median = (100 / 101 + 1.002) / 2;
    expect(rateOf(markets, 'USDT')).toMatchObject({
      value: near(median),
      rule: 'legs',
      legs: 4,
      uncertainty: near((100 / 99 - 0.8) / 2 / median),
    });
  });

  it('has no cross where fewer than two venues say what the base is worth in USD', () => {
    const two = [steady('kraken BTC/USD', 100_000), steady('gemini BTC/USD', 102_000), steady('okx BTC/USDT', 100_000)];
    expect(rateOf(two, 'USDT')).toMatchObject({ value: 1.01, rule: 'thin', legs: 1 });
    expect(rateOf(two.slice(1), 'USDT')).toMatchObject({ value: 1, rule: 'parity' });
    // Gemini's own books may not use Gemini's dollars.
    expect(rateOf(two, 'USDT', 'gemini')).toMatchObject({ value: 1, rule: 'parity' });
  });

  it('leaves out the legs of one venue, and its dollars', () => {
    const markets = [
      steady('kraken BTC/USD', 100_000),
      steady('gemini BTC/USD', 100_000),
      steady('okx BTC/USD', 104_000),
      steady('okx BTC/EUR', 80_000),
      steady('kraken EUR/USD', 1.2),
    ];
    // U is 100,000: 100,000 ÷ 80,000 = 1.25 and 1.2.
    expect(rateOf(markets, 'EUR')).toMatchObject({ value: near(1.225), legs: 2, rule: 'thin' });
    expect(rateOf(markets, 'EUR', 'okx')).toMatchObject({ value: 1.2, legs: 1 });
    // Without Kraken U is (100,000 + 104,000) ÷ 2.
    expect(rateOf(markets, 'EUR', 'kraken')).toMatchObject({ value: 102_000 / 80_000, legs: 1 });
  });

  it('crosses both BTC and ETH, but never a quote with itself', () => {
    const ethers = ['kraken', 'gemini'].map((venue) => steady(`${venue} ETH/USD`, 4_000));
    const markets = [...DOLLARS, ...ethers, steady('okx BTC/USDT', 100_000), steady('okx ETH/USDT', 5_000)];
    // 1 and 0.8.
    expect(rateOf(markets, 'USDT')).toMatchObject({ value: 0.9, legs: 2 });
    // Of BTC as a quote: 4,000 ÷ 0.05 = 80,000, and three venues that say 100,000.
    expect(rateOf([...DOLLARS, ...ethers, steady('okx ETH/BTC', 0.05)], 'BTC')).toMatchObject({
      value: 100_000,
      legs: 4,
      rule: 'legs',
      uncertainty: 0.1,
    });
  });

  it('drops a leg further than a factor 3 from the median of the others, not one at exactly 3', () => {
    const direct = (rates: readonly number[]): readonly MarketColumns[] =>
      rates.map((rate, i) => steady(`v${String(i)} EUR/USD`, rate));
    expect(rateOf(direct([1, 1.01, 0.99, 3.5]), 'EUR')).toMatchObject({ value: 1, legs: 3, uncertainty: near(0.01) });
    expect(rateOf(direct([1, 1, 1, 3]), 'EUR')).toMatchObject({ value: 1, legs: 4, uncertainty: 1 });
    expect(rateOf(direct([3, 3, 3, 0.5]), 'EUR')).toMatchObject({ value: 3, legs: 3 });
    // Of three with one too high by more than 5 none is: to each of the two that agree, the others' median is far off.
    expect(rateOf(direct([1, 1, 5]), 'EUR')).toMatchObject({ value: 1, legs: 2 });
    expect(rateOf(direct([1, 1, 5.01]), 'EUR')).toMatchObject({ value: undefined, rule: 'none' });
    expect(rateOf(direct([1, 1, 0.01]), 'EUR')).toMatchObject({ value: 1, legs: 2 });
    // Of two that far apart neither is believed; one alone has nothing to be compared with.
    expect(rateOf(direct([1, 4]), 'EUR')).toMatchObject({ value: undefined, rule: 'none', legs: 0 });
    expect(rateOf(direct([400]), 'EUR')).toMatchObject({ value: 400, rule: 'thin', legs: 1 });
    // Two pairs that far apart: the others of each 1 are 1, 4, 4.1, those of 4 are 1, 1, 4.1. None is believed.
    expect(rateOf(direct([1, 1, 4, 4.1]), 'EUR')).toMatchObject({ value: undefined, legs: 0 });
    // 1 is dropped against 3.05, between 2 and 4.1; 4.1 stays, compared with 1.5, for 1 was still there.
    expect(rateOf(direct([1, 2, 4.1]), 'EUR')).toMatchObject({ value: 3.05, legs: 2 });
  });
});

describe('the error of a minute, by hand', () => {
  const direct = (
    quote: string,
    rates: readonly (readonly [venue: string, rate: number])[],
  ): readonly MarketColumns[] => rates.map(([venue, rate]) => steady(`${venue} ${quote}/USD`, rate));

  it('is 1.4826 × MAD ÷ median with five legs of three venues, half the range with fewer of either', () => {
    const five = [0.98, 0.99, 1, 1.01, 1.04].map((rate, i) => [`v${String(i)}`, rate] as const);
    // From 1 they lie 0.02, 0.01, 0, 0.01, 0.04: the middle one is 0.01.
    expect(rateOf(direct('EUR', five), 'EUR')).toMatchObject({ rule: 'legs', legs: 5, uncertainty: near(0.014826) });
    // Four: 0.98 to 1.01, the median 0.995.
    expect(rateOf(direct('EUR', five.slice(0, 4)), 'EUR').uncertainty).toBeCloseTo(0.015 / 0.995, 12);
  });

  it('is half the range with five legs of two venues', () => {
    const markets = [
      ...['a', 'b'].map((venue) => steady(`${venue} BTC/USD`, 100_000)),
      ...['a', 'b'].map((venue) => steady(`${venue} ETH/USD`, 4_000)),
      // 1, 0.98, 1.02 and 1.01, 0.99.
      steady('a BTC/EUR', 100_000),
      steady('b BTC/EUR', 100_000 / 0.98),
      steady('a ETH/EUR', 4_000 / 1.02),
      steady('b ETH/EUR', 4_000 / 1.01),
      steady('a EUR/USD', 0.99),
    ];
    expect(rateOf(markets, 'EUR')).toMatchObject({ rule: 'legs', legs: 5, value: 1, uncertainty: near(0.02) });
  });

  it('of a thin rate is unknown where all legs are of one venue, but of a USD stablecoin its distance from 1 at least', () => {
    const one = [
      ...DOLLARS,
      ...['kraken', 'gemini'].map((venue) => steady(`${venue} ETH/USD`, 4_000)),
      steady('okx BTC/EUR', 80_000),
      steady('okx ETH/EUR', 3_200),
      steady('okx EUR/USD', 1.25),
    ];
    // Three legs, one venue.
    expect(rateOf(one, 'EUR')).toMatchObject({ value: 1.25, rule: 'thin', legs: 3, uncertainty: undefined });
    // One leg, 3 % above 1; two legs, 1.03 and 0.99, half of whose range is 0.02 and whose median is 1.01.
    expect(rateOf(direct('USDC', [['kraken', 1.03]]), 'USDC').uncertainty).toBeCloseTo(0.03, 12);
    const apart = direct('USDC', [
      ['kraken', 1.03],
      ['okx', 0.99],
    ]);
    expect(rateOf(apart, 'USDC')).toMatchObject({ value: 1.01, uncertainty: near(0.02 / 1.01) });
    const euros = direct('EUR', [
      ['kraken', 1.03],
      ['okx', 0.99],
    ]);
    expect(rateOf(euros, 'EUR')).toMatchObject({ rule: 'thin', uncertainty: near(0.02 / 1.01) });
  });

  it('is 13 % where the parity of a USD stablecoin is assumed, and nothing is assumed of KRW or EUR', () => {
    expect(rateOf(DOLLARS, 'USDC')).toMatchObject({ value: 1, rule: 'parity', uncertainty: 0.13, legs: 0 });
    for (const quote of ['KRW', 'EUR', 'USDE'])
      expect(rateOf(DOLLARS, quote)).toMatchObject({ value: undefined, rule: 'none', uncertainty: undefined });
  });
});

describe('the five minutes around one, by hand', () => {
  /** Euros on three venues, all at the same rate, minute by minute. */
  const euros = (rates: readonly (number | undefined)[]): readonly MarketColumns[] =>
    ['a', 'b', 'c'].map((venue) =>
      marketOf(
        `${venue} EUR/USD`,
        rates.map((rate) => (rate === undefined ? undefined : flat(rate))),
      ),
    );

  it('hide a depeg of one minute from the rate, and show it in the uncertainty', () => {
    const markets = euros([1, 1, 0.9, 1, 1]);
    expect(rateOf(markets, 'EUR', 'nobody', 2)).toMatchObject({
      value: 1,
      median: 0.9,
      uncertainty: near(1 / 0.9 - 1),
    });
    // The other way round it is the rate that is above the median.
    expect(rateOf(euros([1, 1, 1.25, 1, 1]), 'EUR', 'nobody', 2)).toMatchObject({ value: 1, uncertainty: 0.25 });
  });

  it('give the median of those that have one: the mean of the middle two where they are even', () => {
    expect(rateOf(euros([1, 2, 4, 5, 8]), 'EUR', 'nobody', 2).value).toBe(4);
    expect(rateOf(euros([1, undefined, 4, 5, 8]), 'EUR', 'nobody', 2).value).toBe(4.5);
    // At the edge of what is stored three are left.
    expect(rateOf(euros([1, 2, 4, 5, 8]), 'EUR', 'nobody', 0).value).toBe(2);
  });

  it('lend nothing to a minute without a leg, and a minute at assumed parity lends them nothing', () => {
    expect(rateOf(euros([1, 1, undefined, 1, 1]), 'EUR', 'nobody', 2)).toMatchObject({ rule: 'none' });
    const stable = marketOf('kraken USDC/USD', [undefined, undefined, flat(0.9), undefined, flat(0.92)]);
    expect(rateOf([stable], 'USDC', 'nobody', 1)).toMatchObject({ value: 1, rule: 'parity', uncertainty: 0.13 });
    expect(rateOf([stable], 'USDC', 'nobody', 2)).toMatchObject({ value: near(0.91), rule: 'thin' });
  });

  it('smooth the errors too, of those known, but of a minute whose own error is unknown nothing is known', () => {
    // Distances from 1 of a stablecoin: 0.02, 0.04, 0.03; the medians 1.02, 1.04, 1.03.
    const stable = marketOf('kraken USDC/USD', [flat(1.02), flat(1.04), flat(1.03)]);
    // The rate is 1.03, the middle error 0.03, and the minute's own median lies 1.04 ÷ 1.03 − 1 from the rate.
    expect(rateOf([stable], 'USDC', 'nobody', 1).uncertainty).toBeCloseTo(0.03 + (1.04 / 1.03 - 1), 9);
    // Euros of one venue in the second minute alone: unknown there; its neighbours leave it out: 0.1 ÷ 1.1.
    const kraken = marketOf('kraken EUR/USD', [flat(1), flat(1.1), flat(1)]);
    const okx = marketOf('okx EUR/USD', [flat(1.2), undefined, flat(1.2)]);
    expect(rateOf([kraken, okx], 'EUR', 'nobody', 1).uncertainty).toBeUndefined();
    expect(rateOf([kraken, okx], 'EUR', 'nobody', 0).uncertainty).toBeCloseTo(0.1 / 1.1, 9);
  });

  it('reach over midnight, each with the books of its own day', () => {
    // In the day's last minutes Kraken's comes from two sources: the file answered most of that day.
    const last = minute(MIDNIGHT - 2);
    const markets = [
      marketOf('kraken USDC/USD', ['unasked', flat(5), flat(1.01), flat(1.02), flat(1.03)], { from: last }),
      marketOf('kraken USDC/USD', [flat(0.98), flat(0.99)], { from: last, source: 'file' }),
    ];
    const rates = ratesFrom(markets);
    // 0.98, 0.99, 1.01, 1.02, 1.03.
    expect(rates.of('USDC', 'nobody', MIDNIGHT)).toMatchObject({ value: 1.01 });
    // The minute before: 0.98, 0.99, 1.01, 1.02.
    expect(rates.of('USDC', 'nobody', MIDNIGHT - 1).value).toBeCloseTo(1, 12);
  });
});

describe('a second name of a book', () => {
  const coinbase = [steady('coinbase BTC/USD', 100_000), steady('coinbase BTC/USDC', 100_000)];

  it('gives no leg where the first is stored: the USDC of three other books', () => {
    const markets = [
      ...DOLLARS,
      ...coinbase,
      steady('okx BTC/USDC', 100_000 / 0.97),
      steady('bybit BTC/USDC', 100_000 / 0.89),
      steady('kraken USDC/USD', 0.88),
    ];
    expect(rateOf(markets, 'USDC')).toMatchObject({ value: near(0.89), legs: 3 });
    expect(rateOf(markets, 'USDC')).toStrictEqual(
      rateOf(
        markets.filter((one) => one !== coinbase[1]),
        'USDC',
      ),
    );
  });

  it('is read as USD where the first is not stored, and gives dollars', () => {
    const markets = [
      steady('kraken BTC/USD', 100_000),
      steady('coinbase BTC/USDC', 102_000),
      steady('okx BTC/USDT', 101_000),
    ];
    expect(rateOf(markets, 'USDC')).toMatchObject({ rule: 'parity' });
    expect(rateOf(markets, 'USDT')).toMatchObject({ value: 1, legs: 1 });
  });

  it('is one on Coinbase alone, of spot books alone', () => {
    const others = [...DOLLARS, steady('gemini BTC/USDC', 125_000)];
    expect(rateOf(others, 'USDC')).toMatchObject({ value: 0.8, legs: 1 });
  });
});
