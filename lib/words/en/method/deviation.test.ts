import { expect, it } from 'vitest';
import { binanceAt, methodExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { deviationOf, deviationSum, formulaOf, noDeviation, outsideSum } from './deviation';

it.each([
  [0.001, 3.6, -0.9997222, '0.001 ÷ 3.6 − 1 = −0.999722 = −99.97 %'],
  [3.672, 3.6, 0.02, '3.672 ÷ 3.6 − 1 = 0.02 = +2.00 %'],
  [3.6, 3.6, 0, '3.6 ÷ 3.6 − 1 = 0 = 0.00 %'],
  [3.6, null, null, '3.6 ÷ none − 1 = none'],
])('writes the deviation of %s from %s as the division it is', (price, reference, ratio, words) => {
  expect(plainText(deviationSum(price, reference, ratio))).toBe(words);
});

const [lowest, highest] = [
  { venue: 'okx', value: 3.58 },
  { venue: 'coinbase', value: 3.65 },
];
it.each([
  [-0.99972, lowest, '0.001 ÷ 3.58 − 1 = −0.99972 = −99.97 %; the lowest low of the 4 others was on OKX'],
  [0.0137, lowest, '3.7 ÷ 3.65 − 1 = 0.0137 = +1.37 %; the highest high of the 4 others was on Coinbase'],
  [0, lowest, '0: within the range of the others, from 3.58 (OKX) to 3.65 (Coinbase)'],
  [null, lowest, 'none: no other venue traded'],
  [-0.5, undefined, 'none: no other venue traded'],
])('says where %s lies against the range of the others', (outside, low, words) => {
  expect(plainText(outsideSum({ row: { ...binanceAt, outside }, others: 4, lowest: low, highest }))).toBe(words);
});

it('names the example, the formula, and why there is no deviation', () => {
  expect(deviationOf(methodExample, binanceAt)).toBe('ATOM, 2025-10-10 21:20 UTC: Binance ATOM/USDT, in USD');
  expect(formulaOf('high')).toBe(
    'the deviation of the high is the venue’s high divided by its reference high, minus 1',
  );
  expect(noDeviation(methodExample)).toBe(
    'ATOM, 2025-10-10 21:20 UTC: no market can be measured (no trade (Gate)), so there is no deviation.',
  );
});
