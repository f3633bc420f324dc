import { expect, it } from 'vitest';
import { expectSameBits } from './sameColumn';

it.each<readonly [string, readonly number[], readonly number[]]>([
  ['the sign of a zero', [1, -0], [1, 0]],
  ['the last bit', [0.1 + 0.2], [0.3]],
  ['a hole', [1, NaN], [1, 1]],
  ['the length', [1], [1, 1]],
])('columns that differ in %s are told apart', (_, actual, expected) => {
  expect(() => {
    expectSameBits(Float64Array.from(actual), Float64Array.from(expected));
  }).toThrow(/expected/);
});

it('one NaN is like another', () => {
  const other = new Float64Array(BigUint64Array.of(0xfff8_dead_beef_0001n).buffer);
  expectSameBits(other, Float64Array.of(NaN));
});
