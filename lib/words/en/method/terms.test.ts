import { expect, it } from 'vitest';
import { plainText } from '../../richText';
import { firstMissing, measuredMinutes, TERMS } from './terms';

it('defines each term once', () => {
  expect(new Set(TERMS.map(({ term }) => term)).size).toBe(TERMS.length);
});

it('counts the measured minutes, and names the first missing one', () => {
  expect(plainText(measuredMinutes(1_912))).toBe(
    'In all markets together, 1,912 minutes are measured. The others are missing:',
  );
  expect(firstMissing({ venue: 'gate', market: 'ATOM/USDT', minute: '2025-10-10T20:03Z' })).toBe(
    'Gate 2025-10-10 20:03',
  );
});
