import { describe, expect, it } from 'vitest';
import { isSame, stepOf } from './digits';

describe('a published figure', () => {
  it.each([
    ['0.001', 0.001],
    ['3.000', 0.001],
    ['3435', 1],
    ['81.11e6', 10_000],
    ['-82.34', 0.01],
  ] as const)('%s is good to %d', (digits, step) => {
    expect(stepOf(digits)).toBeCloseTo(step, 12);
  });

  it.each([
    ['0.001', 0.001, true],
    ['0.001', 0.0014, true],
    ['0.001', 0.0016, false],
    ['3.0', 3, true],
    ['3435', 3435.4, true],
    ['3435', 3436, false],
    ['81.11e6', 81_112_000, true],
    ['81.11e6', 81_200_000, false],
    ['-14.35', -14.354, true],
    ['-14.35', 14.35, false],
    ['430.65', NaN, false],
  ] as const)('%s, measured %d: the same is %s', (digits, measured, same) => {
    expect(isSame(digits, measured)).toBe(same);
  });
});
