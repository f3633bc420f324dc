import { describe, expect, it } from 'vitest';
import { exampleDoubt, methodExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { certaintySum, doubtOf, doubtSum, ownSum } from './certainty';

describe('a deviation less its uncertainty', () => {
  it.each([
    [
      { ...exampleDoubt, deviation: -0.08, uncertainty: 0.0461 },
      '8.00 % − 4.61 % = 3.39 %, at least 2 %: beyond the rate’s uncertainty.',
    ],
    [
      { ...exampleDoubt, deviation: 0.9, uncertainty: 0.13, certainty: 'weak' as const },
      '90.00 % − 13.00 % = 77.00 %, at least 2 %: beyond it, on a weak rate.',
    ],
    [
      { ...exampleDoubt, deviation: 0.0415, uncertainty: 0.0461, certainty: 'within-rate' as const },
      '4.15 % − 4.61 % = −0.46 %, less than 2 %: within the rate’s uncertainty.',
    ],
    [
      { ...exampleDoubt, deviation: 0.0415, uncertainty: null, certainty: 'within-rate' as const },
      'The deviation is +4.15 %, and its uncertainty unknown: within the rate’s uncertainty.',
    ],
    [
      { ...exampleDoubt, deviation: -0.01, certainty: null },
      'The deviation, −1.00 %, does not reach 2 %: there is nothing to be certain of.',
    ],
  ])('stands against the entry level', (doubt, words) => {
    expect(plainText(certaintySum(doubt, methodExample))).toBe(words);
  });
});

it.each([
  [exampleDoubt, 'The median of 4 is 0.05 %. It rests on no weak rate. In another quote, 0 of 4 peers have one.'],
  [
    { ...exampleDoubt, uncertainty: null, isWeak: true, weakPeers: 3 },
    'The median of 4 is unknown. It rests on a weak rate. In another quote, 3 of 4 peers have one.',
  ],
])('says what the peers come to', (doubt, words) => {
  expect(plainText(doubtSum(doubt))).toBe(words);
});

it('names the market and its own rate', () => {
  expect(doubtOf(methodExample, 'binance')).toBe(
    'ATOM, 2025-10-10 21:20 UTC: what the rates leave unknown of Binance’s deviation',
  );
  expect(plainText(ownSum('binance', exampleDoubt))).toMatch(
    /^Binance in USDT: 1\.001000, by the rule “.+”, ± 0\.08 %\.$/,
  );
});
