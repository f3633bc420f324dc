import { expect, it } from 'vitest';
import { methodExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { fallSum, noFall, pointsOf } from './control';

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
