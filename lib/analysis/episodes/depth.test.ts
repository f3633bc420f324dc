import { expect, it } from 'vitest';
import type { Side } from '../../domain/episode';
import { depthOn } from './depth';

it.each<readonly [Side, number, number]>([
  ['below', -0.25, 0.25],
  ['below', 0.25, -0.25],
  ['above', 0.25, 0.25],
  ['above', -0.25, -0.25],
  ['above', 0, 0],
  ['below', NaN, NaN],
])('on the side %s a deviation of %d goes %d deep', (side, deviation, depth) => {
  expect(depthOn(side, deviation)).toBe(depth);
});
