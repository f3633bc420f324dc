import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferToSort, sortByRank } from './order';

/** Few enough different values that ties are common, from dust to a fortune, and what is not known, which counts as infinite. */
const price = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.double({ min: 1e-12, max: 1e12, noNaN: true }),
  fc.constant(Infinity),
);

describe('sorting by counted ranks', () => {
  it('orders any set of prices, ties and all, as a comparison sort does', () => {
    const [values, sorted] = [bufferToSort(70), bufferToSort(70)];
    fc.assert(
      fc.property(fc.array(price, { maxLength: 70 }), (prices) => {
        values.set(prices);
        sortByRank(values, prices.length, sorted);
        expect([...sorted.subarray(0, prices.length)]).toEqual([...prices].sort((a, b) => a - b));
      }),
      { numRuns: 2000 },
    );
  });
});
