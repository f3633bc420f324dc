import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPrice } from '../../words/numbers';
import { writtenPrice } from './rounded';

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
