import { expect, it } from 'vitest';
import type { AnalysedMarket } from './deviations';
import { quoteRates } from './quoteRates';

const none = { none: 0, usd: 0, legs: 0, thin: 0, parity: 0 };
const market = (pair: string, rate: Partial<NonNullable<AnalysedMarket['rate']>>): AnalysedMarket =>
  ({
    market: pair,
    rate: { minutes: { ...none, legs: 240 }, median: 1, uncertainty: 0.001, venues: [], ...rate },
  }) as unknown as AnalysedMarket;

it('one for each quote, in the method’s order, with the least and the most of its markets’ rates', () => {
  expect(
    quoteRates([
      market('ATOM/KRW', { median: null, uncertainty: null, minutes: { ...none, none: 240 } }),
      market('ATOM/USDT', { median: 1.0004, venues: ['okx', 'kraken'] }),
      market('ATOM/USDT', { uncertainty: 0.13, venues: ['okx', 'gate'], minutes: { ...none, thin: 40, parity: 200 } }),
      market('ATOM/USD', { uncertainty: 0, minutes: { ...none, usd: 240 } }),
    ]),
  ).toEqual([
    { quote: 'USD', rules: ['usd'], medians: { least: 1, most: 1 }, uncertainty: 0, lenders: [] },
    {
      quote: 'USDT',
      rules: ['legs', 'parity', 'thin'],
      medians: { least: 1, most: 1.0004 },
      uncertainty: 0.13,
      lenders: ['gate', 'kraken', 'okx'],
    },
    { quote: 'KRW', rules: [], medians: undefined, uncertainty: null, lenders: [] },
  ]);
});

it('an uncertainty that is unknown on one venue is no smaller than any that is known on another', () => {
  const [krw] = quoteRates([
    market('ATOM/KRW', { median: 0.0007, uncertainty: 0.02 }),
    market('ATOM/KRW', { median: 0.0007, uncertainty: null }),
    market('ATOM/KRW', { median: null, uncertainty: null }),
  ]);
  expect(krw?.uncertainty).toBeNull();
  const [usdt] = quoteRates([
    market('ATOM/USDT', { uncertainty: 0.02 }),
    market('ATOM/USDT', { median: null, uncertainty: null }),
  ]);
  expect(usdt?.uncertainty).toBe(0.02);
});
