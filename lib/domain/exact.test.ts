import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtMost, meanOf, mixOf, moveOf, productOf, restOf } from './exact';

describe('figures as they are printed', () => {
  it('have the mean that their decimals have', () => {
    expect(meanOf(3.994, 3.995)).toBe(3.9945);
    expect((3.994 + 3.995) / 2).not.toBe(3.9945);
    expect(meanOf(1e-8, 3e-8)).toBe(2e-8);
  });

  it.each([
    [0.804, 1.005, -0.2],
    [0.904, 1.13, -0.2],
    [0.912, 1.14, -0.2],
    [0.92, 1.15, -0.2],
    [4, 4, 0],
    [5, 4, 0.25],
    [1, 3, -2 / 3],
  ])('move from %d as their decimals do', (price, level, expected) => {
    expect(moveOf(price, level)).toBe(expected);
  });

  it('have the products, rests and mixes of decimals', () => {
    expect([productOf(3, 1.1), restOf(0.07), mixOf(0.2, 3, 3)]).toEqual([3.3, 0.93, 3]);
  });

  it('are none where one is none, or without an end', () => {
    for (const hole of [NaN, Infinity])
      expect([meanOf(hole, 1), moveOf(1, hole), productOf(hole, 0), restOf(hole), mixOf(0.2, 1, hole)]).toEqual(
        Array(5).fill(NaN),
      );
    expect(moveOf(1, 0)).toBeNaN();
    expect(isAtMost([NaN, 1], [1, 1])).toBe(false);
    expect(isAtMost([1, 1], [1, NaN])).toBe(false);
    expect(isAtMost([1e300, 1e300], [1, 1])).toBe(false);
  });
});

describe('comparison', () => {
  const digits = fc.bigInt({ min: 1n, max: 9_999_999n });
  const places = fc.integer({ min: 0, max: 9 });
  const double = (whole: bigint, decimals: number): number => Number(`${String(whole)}e-${String(decimals)}`);

  it('finds equal products equal, and tells one unit of the last digit apart, as whole numbers do', () => {
    fc.assert(
      fc.property(digits, places, digits, places, (a, aPlaces, b, bPlaces) => {
        const [left, right] = [double(a, aPlaces), double(b, bPlaces)];
        const made = [-1n, 0n, 1n].map((beside) =>
          isAtMost([left, right], [double(a * b + beside, aPlaces + bPlaces), 1]),
        );
        expect(made).toEqual([false, true, true]);
      }),
      { numRuns: 300 },
    );
  });
});
