import { expect, it } from 'vitest';
import { methodExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { ALIASES, leftOutOf, whyLeftOut } from './leftOut';

it.each([
  [{ why: 'alias', aliasOf: 'ATOM/USD', factor: null } as const, 'second name of ATOM/USD'],
  [{ why: 'suspected alias', aliasOf: 'ATOM/USD', factor: null } as const, 'suspected to be a second name of ATOM/USD'],
  [
    { why: 'suspected namesake', aliasOf: null, factor: 1_000 } as const,
    'suspected namesake or another unit: 1,000 times the price elsewhere',
  ],
  [
    { why: 'suspected namesake', aliasOf: null, factor: 0.000125 } as const,
    'suspected namesake or another unit: 0.000125 times the price elsewhere',
  ],
])('says why a market takes no part', (one, words) => {
  expect(whyLeftOut(one)).toBe(words);
});

it('names every known second name in the rule itself, and the day of the example', () => {
  expect(plainText(ALIASES.rule[0])).toContain('on Coinbase, X/USDC is X/USD, whatever X is.');
  expect(leftOutOf(methodExample)).toBe('ATOM, 2025-10-10: markets that take no part on this UTC day');
});
