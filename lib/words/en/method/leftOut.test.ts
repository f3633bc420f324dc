import { expect, it } from 'vitest';
import { methodExample } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { ALIASES, leftOutOf } from './leftOut';

it('names every known second name in the rule itself, and the day of the example', () => {
  expect(plainText(ALIASES.rule[0])).toContain('on Coinbase, X/USDC is X/USD, whatever X is.');
  expect(leftOutOf(methodExample)).toBe('ATOM, 2025-10-10: markets that take no part on this UTC day');
});
