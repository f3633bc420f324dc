import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compared, decimalIn, decimalOf, minus, plus, quotient, rounded, times, written, ZERO } from './decimal';

const read = (text: string) => {
  const found = decimalIn(text);
  if (found === undefined) throw new Error(text);
  return found;
};

describe('a decimal', () => {
  it.each([
    ['1,234,567.890', '1234567.89'],
    ['-0.001', '-0.001'],
    ['1e-7', '0.0000001'],
    ['2.5E3', '2500'],
    ['.5', '0.5'],
    ['+7.', '7'],
    ['00042', '42'],
  ])('%s is read as %s', (text, is) => {
    expect(written(read(text))).toBe(is);
  });

  it.each(['', '.', '1,23', '12,34.5', '1.2.3', 'NaN', '--1', '0x10', '1 000', '1e', '1e9999', '∞'])(
    '%j is none',
    (text) => {
      expect(decimalIn(text)).toBeUndefined();
    },
  );

  it('adds what doubles cannot', () => {
    expect(written(plus(read('0.1'), read('0.2')))).toBe('0.3');
    const cent = read('0.01');
    let sum = ZERO;
    for (let i = 0; i < 1_000; i += 1) sum = plus(sum, cent);
    expect(written(sum, 2)).toBe('10.00');
  });

  it.each([
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['2.344999', 2, '2.34'],
    ['-0.004', 2, '0.00'],
    ['7', 2, '7.00'],
  ])('%s to %d decimals is %s', (text, decimals, is) => {
    expect(written(read(text), decimals)).toBe(is);
  });

  it('is divided to the nearest at 30 decimals', () => {
    expect(written(quotient(read('100'), read('3')))).toBe('33.333333333333333333333333333333');
    expect(written(quotient(read('-2'), read('3')))).toBe('-0.666666666666666666666666666667');
    expect(written(quotient(read('1'), read('-8')))).toBe('-0.125');
  });

  it('is ordered by its value, whatever its digits', () => {
    expect([
      compared(read('1.0'), read('1')),
      compared(read('-2'), read('1')),
      compared(read('0.1'), read('0.09')),
    ]).toEqual([0, -1, 1]);
  });

  it('is of any double what its digits say', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(written(decimalOf(value)))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('keeps sums and products of whole numbers, and what was added is taken off again', () => {
    const some = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(some, some, ([a, as], [b, bs]) => {
        const [x, y] = [
          { digits: a, scale: as },
          { digits: b, scale: bs },
        ];
        expect(compared(minus(plus(x, y), y), x)).toBe(0);
        expect(times(x, y)).toEqual({ digits: a * b, scale: as + bs });
        expect(Math.abs(compared(rounded(x, 2), x))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
