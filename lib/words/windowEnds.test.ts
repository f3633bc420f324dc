import { expect, it } from 'vitest';
import { windowEnds } from './windowEnds';

const HOUR = { from: '2025-10-10T20:50Z', to: '2025-10-10T21:51Z' };
const OVER_MIDNIGHT = { from: '2025-10-10T23:30Z', to: '2025-10-11T00:31Z' };

it('the date of a window within one day stands once', () => {
  expect(windowEnds(HOUR, undefined)).toEqual({ from: '2025-10-10 20:50', to: '21:51' });
});

it('beside a sentence with its date it does not stand again', () => {
  expect(windowEnds(HOUR, '2025-10-10T21:20Z')).toEqual({ from: '20:50', to: '21:51' });
});

it('of a window over midnight both dates stand, whatever the sentence says', () => {
  const both = { from: '2025-10-10 23:30', to: '2025-10-11 00:31' };
  expect(windowEnds(OVER_MIDNIGHT, undefined)).toEqual(both);
  expect(windowEnds(OVER_MIDNIGHT, '2025-10-11T00:00Z')).toEqual(both);
});
