import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPrice } from '../../words/numbers';
import { uncertaintyAtMost } from '../../api/columns/uncertaintyAtMost';
import { roundedUncertainties, writtenPrice } from './rounded';

describe('a price sent in columns', () => {
  it('is written as the exact one is, halves of a cent of any size included', () => {
    const anyHalfCent = fc.integer({ min: 1_000_000, max: 2 ** 46 }).map((cents) => (2 * cents + 1) / 200);
    fc.assert(
      fc.property(anyHalfCent, (price) => {
        expect(formatPrice(writtenPrice(price))).toBe(formatPrice(price));
      }),
      { numRuns: 2000 },
    );
  });

  it('is written as the exact one is where its product with a hundred falls short of the middle', () => {
    expect(formatPrice(writtenPrice(675_523_084_424.945))).toBe('675,523,084,424.95');
  });
});

describe('an uncertainty sent in columns', () => {
  const anyUncertainty = fc.oneof(
    fc.constantFrom(0, 5e-7, 1e-6, 9.96e-6, 5e-5, 0.00005001, 0.00012, 0.00015, 0.01, 9.99999, 10, 25),
    fc.double({ min: 0, max: 1e-5, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 30, noNaN: true }),
  );

  it('tells how large the exact one may be at most, to a hundredth of a percent', () => {
    fc.assert(
      fc.property(anyUncertainty, (exact) => {
        const most = uncertaintyAtMost(roundedUncertainties(Float64Array.of(exact))[0] as number);
        expect(most).toBeGreaterThanOrEqual(exact);
        expect(most - exact).toBeLessThanOrEqual(1.0000001e-4);
      }),
      { numRuns: 5000 },
    );
  });

  it('of less than half a hundredth of a percent goes as the two digits of its shortest decimal, or as it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 4.9e-5, noNaN: true }), (exact) => {
        expect([Number(exact.toPrecision(2)), exact]).toContain(roundedUncertainties(Float64Array.of(exact))[0]);
      }),
      { numRuns: 2000 },
    );
    expect(roundedUncertainties(Float64Array.of(0.0000123456, 9.96e-6, 1.6e-6))).toEqual(
      Float64Array.of(0.000012, 0.00001, 0.0000016),
    );
  });

  it('that is 0 or not known is so', () => {
    expect([0, NaN].map(uncertaintyAtMost)).toEqual([0, NaN]);
  });
});
