import { describe, expect, it } from 'vitest';
import { exampleRate, methodExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { ruleWords } from '../rates';
import { legsStep, noLegs, noRateNeeded, partOf, rateOf, rateSum, uncertaintySum } from './currency';

const noLeg = { ...exampleRate, legs: [], around: [], error: null, smoothing: null };

describe('a rate with its rule', () => {
  it.each([
    [
      exampleRate,
      `Rate at 21:20 UTC: 1.001000 USD per USDT, by the rule “${ruleWords('legs')}”, from 3 legs of 3 venues.`,
    ],
    [
      {
        ...exampleRate,
        rule: 'thin' as const,
        value: 0.99,
        around: [{ minute: exampleRate.minute, legs: 1, venues: 1, median: 0.99, error: 0.01 }],
      },
      `Rate at 21:20 UTC: 0.990000 USD per USDT, by the rule “${ruleWords('thin')}”, from 1 leg of 1 venue.`,
    ],
    [
      { ...noLeg, rule: 'parity' as const, value: 1 },
      `Rate at 21:20 UTC: 1 USD per USDT, by the rule “${ruleWords('parity')}”.`,
    ],
    [{ ...noLeg, rule: 'none' as const, value: null }, 'There is no rate for USDT at 21:20 UTC.'],
  ])('is stated', (rate, words) => {
    expect(plainText(rateSum(rate))).toBe(words);
  });
});

describe('the uncertainty of a rate', () => {
  it.each([
    [
      { ...exampleRate, error: 0.045, smoothing: 0.0011, uncertainty: 0.0461 },
      'Uncertainty: 4.50 % (median of the errors) + 0.11 % (distance of the minute’s median from the rate) = 4.61 %',
    ],
    [
      { ...noLeg, rule: 'parity' as const, value: 1, uncertainty: 0.13 },
      'Uncertainty: 13.00 %, as of every assumed parity.',
    ],
    [
      { ...exampleRate, rule: 'thin' as const, error: null, uncertainty: null },
      'Uncertainty: unknown, because the error of this minute is.',
    ],
    [{ ...noLeg, rule: 'none' as const, value: null, uncertainty: null }, 'Without a rate there is no uncertainty.'],
  ])('is the sum of two, a constant, unknown, or none', (rate, words) => {
    expect(plainText(uncertaintySum(rate))).toBe(words);
  });
});

it('says which legs take part, and where there is none', () => {
  const [near, far] = [{ isDropped: false }, { isDropped: true }];
  expect([partOf(near, false), partOf(near, true), partOf(far, false)]).toEqual([
    'yes',
    'yes, in the middle',
    'no: too far from the others',
  ]);
  expect(noLegs(exampleRate)).toBe('No venue but Binance gave a leg of USDT in that minute.');
});

it('names the example and the venue left out, and says where no rate is needed', () => {
  expect(legsStep(exampleRate)).toBe('The legs of USDT without Binance, in USD per USDT');
  expect(rateOf(methodExample, exampleRate)).toBe(
    'ATOM, 2025-10-10 21:20 UTC: USD per USDT, as Binance’s books are converted',
  );
  expect(noRateNeeded(methodExample)).toBe(
    'Every stored market of ATOM is quoted in USD in this minute. By rule 1 the rate is 1, and nothing is converted.',
  );
});
