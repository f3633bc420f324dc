import { expect, it } from 'vitest';
import { ascending } from './ascending';

it.each([
  [1, 2, -1],
  [2, 1, 1],
  [2, 2, 0],
  [Infinity, Infinity, 0],
  [-Infinity, Infinity, -1],
  ['binance', 'okx', -1],
  ['okx', 'okx', 0],
  // By code unit, not by anybody's alphabet: a capital comes before every small letter.
  ['Z', 'a', -1],
] as const)('%s beside %s: %d', (a, b, order) => {
  expect(ascending<string | number>(a, b)).toBe(order);
});
