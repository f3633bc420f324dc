import { describe, expect, it } from 'vitest';
import { extremesOf, spreadOf } from './spread';

const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const flat = (...values: readonly number[]) => ({
  low: column(...values),
  high: column(...values),
  close: column(...values),
});

describe('the spread of two markets', () => {
  it('is the difference relative to the second', () => {
    expect([...spreadOf(flat(99, 102), flat(100, 100)).close]).toEqual([
      expect.closeTo(-0.01, 12),
      expect.closeTo(0.02, 12),
    ]);
  });

  it('is a hole where either has none, and where the second’s price is 0', () => {
    expect([...spreadOf(flat(NaN, 1, 1), flat(1, NaN, 0)).low]).toEqual([NaN, NaN, NaN]);
  });

  it('compares low with low: a fall both shared is none', () => {
    const a = { low: column(50), high: column(100), close: column(99) };
    const spread = spreadOf(a, { low: column(50), high: column(100), close: column(100) });
    expect([spread.low[0], spread.close[0]]).toEqual([0, expect.closeTo(-0.01, 12)]);
  });
});

describe('what a spread comes to', () => {
  it('names the furthest minute on either side, the first of equals, and the median size', () => {
    expect(extremesOf(column(NaN, -0.1, 0.2, -0.3, -0.3, 0.2))).toEqual({
      below: 3,
      above: 2,
      compared: 5,
      median: 0.2,
    });
  });

  it('has no side where it never was on it, and no median of nothing', () => {
    expect(extremesOf(column(0, 0))).toEqual({ below: undefined, above: undefined, compared: 2, median: 0 });
    expect(extremesOf(column(NaN))).toMatchObject({ compared: 0, median: NaN });
  });
});
