import { expect, it } from 'vitest';
import { tradedShare } from './coverage';

it('counts traded minutes against answered ones, and is unknown, not 0, where nothing was answered', () => {
  expect(tradedShare({ answeredMinutes: 240, traded: 60 })).toBe(0.25);
  expect(tradedShare({ answeredMinutes: 240, traded: 0 })).toBe(0);
  expect(tradedShare({ answeredMinutes: 0, traded: 0 })).toBeUndefined();
});
