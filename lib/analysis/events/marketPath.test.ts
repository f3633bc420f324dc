import { describe, expect, it } from 'vitest';
import { marketPath } from './marketPath';

const book = (...closes: readonly number[]): Float64Array => Float64Array.from(closes);

describe('how a market moved through a window', () => {
  it('is the median of what each book lost since its own first close, whatever its quote', () => {
    const { books, values, lowest } = marketPath([book(4, 3, 2), book(4_000, 3_200, 3_600), book(2, 1.8, 0.002)], 3);
    expect(books).toBe(3);
    expect([...values].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0, -0.2, -0.5]);
    expect(lowest).toBe(2);
  });

  it('takes no book without a first close, and leaves a minute of fewer than two books a hole', () => {
    const { books, values, lowest } = marketPath([book(4, 2, NaN), book(NaN, 1, 1), book(2, 1, 2)], 3);
    expect(books).toBe(2);
    expect([...values]).toEqual([0, -0.5, NaN]);
    expect(lowest).toBe(1);
  });

  it('is nothing of one book or none', () => {
    for (const closes of [[], [book(4, 2)]]) {
      const { values, lowest } = marketPath(closes, 2);
      expect([...values]).toEqual([NaN, NaN]);
      expect(lowest).toBeUndefined();
    }
  });
});
