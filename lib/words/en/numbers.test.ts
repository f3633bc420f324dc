import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatDuration, formatLevel, formatPrice, formatRatio, formatUtc } from './numbers';

describe('a price', () => {
  it('of a thousandth is not rounded to 0', () => {
    expect(formatPrice(0.001)).toBe('0.001');
    expect(formatPrice(0.000001)).toBe('0.000001');
  });

  it('keeps its cents at six figures', () => {
    expect(formatPrice(121_758.75)).toBe('121,758.75');
    expect(formatPrice(430.65)).toBe('430.65');
    expect(formatPrice(3.594)).toBe('3.594');
  });

  it('is never scientific, never 0 unless it is 0, and within a hundred-thousandth of itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (price) => {
        const text = formatPrice(price);
        expect(text).toMatch(/^[\d,]+(\.\d+)?$/);
        expect(Math.abs(Number(text.replaceAll(',', '')) / price - 1)).toBeLessThan(1e-5);
      }),
    );
  });

  it('is not written where there is none', () => {
    expect(() => formatPrice(NaN)).toThrow('not a price');
  });
});

describe('a ratio', () => {
  it('has a true minus and two decimals', () => {
    expect(formatRatio(-0.9994)).toBe('−99.94 %');
    expect(formatRatio(0.02)).toBe('2.00 %');
  });

  it('short of everything is not rounded up to everything', () => {
    expect(formatRatio(-0.999999)).toBe('−99.99 %');
    expect(formatRatio(-1)).toBe('−100.00 %');
  });

  it('that rounds to nothing carries no sign', () => {
    expect(formatRatio(-0.00001)).toBe('0.00 %');
  });

  it('from a thousand percent on is grouped and without decimals', () => {
    expect(formatRatio(12.3456)).toBe('1,235 %');
    expect(formatRatio(9.5)).toBe('950.00 %');
  });

  it('as a level has no needless decimals', () => {
    expect(formatLevel(0.02)).toBe('2 %');
    expect(formatLevel(-0.5)).toBe('−50 %');
  });
});

describe('a span', () => {
  it('is written in the units a person would use', () => {
    expect([0, 5, 61, 120, 1_440, 3_065].map(formatDuration)).toEqual([
      '0 min',
      '5 min',
      '1 h 01 min',
      '2 h',
      '1 d',
      '2 d 3 h 05 min',
    ]);
  });
});

it('writes times in UTC wherever it runs', () => {
  expect(formatUtc(Date.UTC(2025, 9, 10, 21, 20))).toBe('2025-10-10 21:20');
});
