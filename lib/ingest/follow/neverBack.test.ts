import { expect, it } from 'vitest';
import { neverBack } from './neverBack';

const MINUTE_MS = 60_000;

it('stands where the clock is set back, goes on with it once it has caught up, and follows one that was far off', () => {
  const told = [10, 11, 6, 10.5, 12, 12, 60, 44, 45, 47].map((minutes) => minutes * MINUTE_MS);
  const clock = neverBack(() => told.shift() ?? NaN);
  const held = Array.from({ length: 10 }, () => clock() / MINUTE_MS);
  // 60 is 16 ahead of 44, 15 are held at most.
  expect(held).toEqual([10, 11, 11, 11, 12, 12, 60, 44, 45, 47]);
});
