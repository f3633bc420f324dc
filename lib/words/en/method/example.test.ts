import { expect, it } from 'vitest';
import { methodExample, venueAt } from '../../../api/testing/methodExample';
import { minuteOf, unmeasured, windowOf } from './example';

it('names a minute', () => {
  expect(minuteOf(methodExample)).toBe('ATOM, 2025-10-10 21:20 UTC');
});

it.each([
  ['2025-10-10T22:00Z', 'ATOM, 2025-10-10 20:00 to 22:00 UTC'],
  ['2025-10-11T00:00Z', 'ATOM, 2025-10-10 20:00 to 2025-10-11 00:00 UTC'],
])('names the day of a window to %s once where it is one day', (to, words) => {
  expect(windowOf({ ...methodExample, to })).toBe(words);
});

it.each([
  [[venueAt('gate', null, { missing: 'no-trade' })], 'no trade (Gate)'],
  [
    [
      venueAt('okx', 3, { missing: 'too-few-peers' }),
      venueAt('gate', null, { missing: 'not-fetched' }),
      venueAt('bybit', 3, { missing: 'too-few-peers' }),
    ],
    'too few peers (OKX, Bybit); not fetched (Gate)',
  ],
  [[venueAt('upbit', 3, { missing: 'no-rate' })], 'no rate (Upbit)'],
  [[venueAt('okx', 3, { missing: 'no-rate', kind: 'perp' })], 'no rate (OKX perpetual)'],
  [[], ''],
])('gives each reason with its venues', (venues, words) => {
  expect(unmeasured({ venues })).toBe(words);
});
