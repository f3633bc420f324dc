import { expect, it } from 'vitest';
import { pairWords } from './kinds';

it.each([
  ['spot', 'ATOM/USDT'],
  ['perp', 'ATOM/USDT perpetual'],
  ['mark', 'ATOM/USDT mark price'],
  ['index', 'ATOM/USDT index'],
] as const)('a %s market beside its venue reads "%s"', (kind, text) => {
  expect(pairWords({ market: 'ATOM/USDT', kind })).toBe(text);
});
