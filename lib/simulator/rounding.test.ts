import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounder } from './rounding';

describe('rounding to decimals', () => {
  it('gives the number that the decimal text names', () => {
    expect(rounder(3)(1.8634999)).toBe(1.863);
    expect(rounder(2)(98_726.738)).toBe(98_726.74);
    expect(rounder(0)(1_424.4)).toBe(1_424);
    expect(rounder(8)(0.000_000_014)).toBe(0.000_000_01);
  });
  it('differs from the text of toFixed by the last decimal at most, and is a number of that many decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: 8 }), (value, decimals) => {
        const rounded = rounder(decimals)(value);
        expect(Number(rounded.toFixed(decimals))).toBe(rounded);
        expect(Math.abs(rounded - Number(value.toFixed(decimals)))).toBeLessThanOrEqual(1.001 * 10 ** -decimals);
      }),
    );
  });
  it('leaves a hole a hole, and what is too large for decimals as it is', () => {
    expect(rounder(2)(NaN)).toBeNaN();
    expect(rounder(8)(1e12 + 0.5)).toBe(1e12 + 0.5);
  });
});
