import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  count,
  distance,
  finePercent,
  formatDuration,
  formatLevel,
  axisPrice,
  labelPrice,
  formatPrice,
  formatRatio,
  formatShare,
  formatUtc,
  pricesAlike,
  rawPrice,
  signedPercent,
  unbroken,
  utc,
} from './numbers';

describe('a price beside an axis', () => {
  it.each([
    [0.000_012_35, '0.0₄1235'],
    [3.3e-13, '0.0₁₂33'],
    [-0.000_012_35, '−0.0₄1235'],
    [1e-20, '0.0₁₉1'],
    [0.000_123_5, '0.0001235'],
    [0.001, '0.001'],
    [0, '0'],
    [121_758.75, '121,758.75'],
  ])('%f is written %s: zeros that would not fit are counted', (price, text) => {
    expect(axisPrice(price)).toBe(text);
  });
});

describe('a price at its mark in a chart', () => {
  it.each([
    [0.001_001_16, '0.001'],
    [1.578_4, '1.58'],
    [-1.578_4, '−1.58'],
    [0.000_012_345_6, '0.0₄123'],
    [99.96, '100'],
    [430.65, '431'],
    [121_758.75, '121,759'],
    [0, '0'],
  ])('%f is written %s: three digits, and no digit before the point rounded away', (price, text) => {
    expect(labelPrice(price)).toBe(text);
  });
});

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

  it('as a level is that level, as finely as one may be chosen, and so is its half', () => {
    expect(formatLevel(0.000149)).toBe('0.0149 %');
    expect(formatLevel(0.0125 / 2)).toBe('0.625 %');
    expect(formatLevel(0.000123 / 2)).toBe('0.00615 %');
    expect(formatLevel(1 - 0.3)).toBe('70 %');
  });

  it('as a part of a whole is rounded', () => {
    expect(formatShare(1 / 3)).toBe('33.33 %');
    expect(formatShare(1)).toBe('100 %');
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

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('figures as people read them', () => {
  it('writes a ratio as percent with a true minus', () => {
    expect(plain(signedPercent(-0.9997))).toBe('−99.97 %');
    expect(plain(signedPercent(0.05))).toBe('+5.00 %');
  });

  it('puts no sign on what rounds to nothing', () => {
    expect(plain(signedPercent(-0.00001))).toBe('0.00 %');
    expect(plain(signedPercent(0))).toBe('0.00 %');
  });

  it('writes a level without needless decimals', () => {
    expect(plain(formatLevel(0.02))).toBe('2 %');
    expect(plain(formatLevel(0.125))).toBe('12.5 %');
  });

  it('keeps the digits of a tiny price and groups those of a large one', () => {
    expect(formatPrice(0.000001)).toBe('0.000001');
    expect(formatPrice(3.594)).toBe('3.594');
    expect(formatPrice(103_456.789)).toBe('103,456.79');
  });

  it('writes a column with its points under one another', () => {
    expect([0.001, 3.594, 3.11437].map(pricesAlike([0.001, 3.594, 3.11437]))).toEqual([
      '0.00100',
      '3.59400',
      '3.11437',
    ]);
    expect([103_456.7, 91_210].map(pricesAlike([103_456.7, 91_210]))).toEqual(['103,456.70', '91,210.00']);
  });

  it('does not round a tiny price away for the sake of its column', () => {
    expect(pricesAlike([0.000001, 3.594])(0.000001)).toBe('0.000001');
    expect(pricesAlike([null, null])(3.5)).toBe('3.50');
  });

  it('says the distance as the signed figure beside it does', () => {
    expect(plain(distance(-0.99968))).toBe('99.97 %');
    expect(plain(distance(0.05))).toBe('5.00 %');
  });

  it('writes a raw price as the venue said it', () => {
    expect(rawPrice(0.1152)).toBe('0.1152');
    expect(rawPrice(430.65)).toBe('430.65');
  });

  it('writes spans in the unit a person would use', () => {
    expect(plain(formatDuration(5))).toBe('5 min');
    expect(plain(formatDuration(65))).toBe('1 h 05 min');
    expect(plain(formatDuration(240))).toBe('4 h');
  });

  it('shows a minute as the address says it, whatever the time zone of the reader', () => {
    expect(utc('2025-10-10T21:20Z')).toBe('2025-10-10 21:20');
  });

  it('keeps a figure, its sign and its unit on one line', () => {
    expect(unbroken('At 21:20 UTC it traded 99.94 % (± 0.04 %) below, at 0.001 USD')).toBe(
      'At 21:20\u00A0UTC it traded 99.94\u00A0% (±\u00A00.04\u00A0%) below, at 0.001\u00A0USD',
    );
  });

  it('groups whole numbers', () => {
    expect(count(34_560)).toBe('34,560');
  });
});

describe('a fine percentage', () => {
  it('of a ratio that is not 0 is never written as if it were 0', () => {
    expect([-0.99932, 0.25, -0.00001, 0.0000012, 1e-12, 0].map(finePercent)).toEqual([
      '−99.93 %',
      '+25.00 %',
      '−0.001 %',
      '+0.00012 %',
      'less than 0.0001 %',
      '0.00 %',
    ]);
  });
});
