import { describe, expect, it } from 'vitest';
import { pegExample, wrappedExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { ruleWords } from '../rates';
import { deepestStep, deepestSums, noDeepest, ratiosStep, secondOf } from './wrapped';

const deepest = wrappedExample.deepest;
if (deepest === null) throw new Error('the example has a deepest episode');

it.each([
  [wrappedExample, 'WBETH, 2025-10-10 20:00 to 2025-10-11 00:00 UTC, against ETH × ratio'],
  [
    { ...wrappedExample, underlying: null },
    'WBETH, 2025-10-10 20:00 to 2025-10-11 00:00 UTC, against its underlying × ratio',
  ],
  [pegExample, 'USDe, 2025-10-10 20:00 to 2025-10-11 00:00 UTC, against 1 USD'],
])('names the second reference', (second, words) => {
  expect(secondOf(second)).toBe(words);
});

describe('the deepest minute', () => {
  const sums = (...given: Parameters<typeof deepestSums>): readonly string[] => deepestSums(...given).map(plainText);

  it('of a wrapped asset is computed from the underlying', () => {
    expect(sums(wrappedExample, deepest)).toEqual([
      `Its low: 430.65 USDT × 1.001000 (${ruleWords('legs')}, ± 0.08 %) = 431.08 USD`,
      'Its reference: ETH low 3,471 × 1.078000 = 3,741.74 USD, from 4 peers',
      '431.08 ÷ 3,741.74 − 1 = −0.8848 = −88.48 %',
      'The episode around it lasted 3 min, from 2025-10-10 21:19 UTC; 1 min closed 1 % or more below.',
    ]);
  });

  it('of a pegged one has no underlying, and one quoted in USD no rate', () => {
    const own = { ...deepest, quote: 'USD', rate: { rule: 'usd', value: 1, uncertainty: 0 } as const, ratio: null };
    expect(sums(pegExample, own).slice(0, 2)).toEqual([
      'Its low: 430.65 USD = 431.08 USD',
      '431.08 ÷ 3,741.74 − 1 = −0.8848 = −88.48 %',
    ]);
  });

  it('is named with its market', () => {
    expect(deepestStep(deepest)).toBe('The deepest minute: Binance WBETH/USDT, 2025-10-10 21:20 UTC');
  });
});

it.each([
  [pegExample, 'None of the venues measured deviated from this reference by 1 % or more.'],
  [wrappedExample, 'None of the venues measured deviated from this reference by 1 % or more.'],
  [
    { ...wrappedExample, ratios: wrappedExample.ratios.map((one) => ({ ...one, ratio: null })) },
    'Without a ratio nothing can be measured. It needs stored candles of this asset and of its underlying for the UTC day before.',
  ],
])('tells "nothing deviated" from "nothing could be measured"', (second, words) => {
  expect(noDeepest(second)).toBe(words);
});

it('heads the ratios', () => {
  expect(ratiosStep(wrappedExample)).toBe('WBETH ÷ ETH, for each UTC day from the day before it');
});
