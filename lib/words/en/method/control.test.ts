import { describe, expect, it } from 'vitest';
import { methodExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { fallSum, gapSum, noFall, noLows, pointsOf, unrankedSum } from './control';

it('writes the market’s fall as the division it is', () => {
  expect(plainText(fallSum({ level: 3.6, lowest: 2.7, lowestMinute: '2025-10-10T21:20Z', fall: -0.25 }, 'USD'))).toBe(
    'Market: lowest median low 2.7 USD at 21:20 UTC, first closes 3.6 USD; 2.7 ÷ 3.6 − 1 = −0.25 = −25.00 %',
  );
});

it.each([
  [-0.7497, '−74.97 points'],
  [0.012, '+1.20 points'],
  [0, '0.00 points'],
])('writes an excess of %d in percentage points: %s', (excess, words) => {
  expect(pointsOf(excess)).toBe(words);
});

it('says where the fall is unknown', () => {
  expect(noFall(methodExample)).toBe(
    'ATOM, 2025-10-10 20:00 to 22:00 UTC: no trades that can be compared, so the market’s fall is unknown.',
  );
});

describe('the gap between the two lowest', () => {
  const { lows } = methodExample;
  const [first, second] = lows.lows;
  if (first === undefined || second === undefined) throw new Error('the example has two lows');
  const said = (over: Partial<typeof lows>): string => plainText(gapSum({ ...lows, ...over }) ?? 'none');

  it('is a division, and counts less both uncertainties', () => {
    expect(said({})).toBe(
      'Binance ÷ OKX: 0.001 ÷ 3.58 − 1 = −0.99972 = −99.97 %. Less the uncertainties of both rates, 99.82 % remains: it counts as 10 % or more.',
    );
    expect(said({ lows: [{ ...first, price: 3.2 }, second], gap: 3.2 / 3.58 - 1, isWide: false })).toMatch(
      / = −10\.61 %\. Less the uncertainties of both rates, 10\.46 % remains: it does not count as 10 % or more\.$/,
    );
    expect(said({ lows: [{ ...first, uncertainty: null }, second], isWide: false })).toMatch(
      /The uncertainty of a rate is unknown, so it does not count as 10 % or more\.$/,
    );
    expect(said({ gap: null })).toBe('none');
  });

  it('is none of too few venues or of equals, and who was not ranked is named', () => {
    expect(noLows({ ...methodExample, lows: { ...lows, isRanked: false } })).toBe(
      'ATOM, 2025-10-10 20:00 to 22:00 UTC: fewer than four venues can be ranked, so nobody is called the lowest.',
    );
    expect(noLows(methodExample)).toMatch(/the two lowest venues stood equally low, so neither was the lowest\.$/);
    expect(unrankedSum(lows)).toBe(
      'Not ranked: Gate (not fetched, 12 min) and Upbit (no price that can be converted).',
    );
    expect(unrankedSum({ unranked: [] })).toBe('');
  });
});
