import { expect, it } from 'vitest';
import { exampleEpisode, methodExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { noBaseline, peakOf, unusualSum } from './unusual';

const past = { from: '2025-10-03T20:00Z', to: '2025-10-10T20:00Z', z: -3_023.24, rank: 1, of: 10_080 };
const PAST = 'The past: 10,080 measured minutes from 2025-10-03 20:00 to 2025-10-10 20:00 UTC. The peak, −99.97 %, is';

it.each([
  [past, `${PAST} 3,023 robust standard deviations below their median, and further below than any of them.`],
  [
    { ...past, z: -12.345, rank: 4 },
    `${PAST} 12.3 robust standard deviations below their median, and 3 of them were as far below or further.`,
  ],
])('says how far a peak lies from its market’s past', (unusual, words) => {
  expect(plainText(unusualSum(unusual, exampleEpisode))).toBe(words);
});

it('names the peak, and says what a baseline lacks', () => {
  expect(peakOf('ATOM', exampleEpisode)).toBe('ATOM, Binance ATOM/USDT, peak at 2025-10-10 21:20 UTC');
  expect(noBaseline(methodExample, exampleEpisode)).toBe(
    'No baseline: in the seven days before 2025-10-10 20:00 UTC, less than one day of Binance ATOM/USDT could be measured. Once candles for those days are stored, the peak is compared with them here.',
  );
});
