import { describe, expect, it } from 'vitest';
import { percentileOf } from './percentile';

describe('the nearest rank', () => {
  // The example of the nearest-rank method on Wikipedia, "Percentile": 15, 20, 35, 40, 50.
  it.each([
    [5, 15],
    [30, 20],
    [40, 20],
    [50, 35],
    [100, 50],
  ])('%d %% of five values: %d', (percent, value) => {
    expect(percentileOf([35, 20, 50, 15, 40], percent)).toBe(value);
  });

  it('of a hundred values is the 95th for 95 %', () => {
    const descending = Array.from({ length: 100 }, (_, place) => 100 - place);
    expect(percentileOf(descending, 95)).toBe(95);
  });

  it('takes numbers as numbers, not as text', () => {
    expect(percentileOf([9, 10, 100], 100)).toBe(100);
  });

  it('of nothing is none', () => {
    expect(percentileOf([], 95)).toBeNaN();
  });
});
