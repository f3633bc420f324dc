import { describe, expect, it } from 'vitest';
import { sortingNetwork } from './network';

const sorted = (values: readonly number[]): readonly number[] => {
  const places = [...values];
  for (const [lower, higher] of sortingNetwork(values.length)) {
    const [a, b] = [places[lower] as number, places[higher] as number];
    places[lower] = Math.min(a, b);
    places[higher] = Math.max(a, b);
  }
  return places;
};

describe('a sorting network', () => {
  // A network that sorts every row of zeros and ones sorts every row (Knuth, 5.3.4, theorem Z).
  it.each(Array.from({ length: 13 }, (_, count) => [count] as const))(
    'of %i sorts all rows of zeros and ones',
    (count) => {
      for (let bits = 0; bits < 2 ** count; bits += 1) {
        const values = Array.from({ length: count }, (_, i) => (bits >> i) & 1);
        expect(sorted(values)).toEqual([...values].sort());
      }
    },
  );

  it('of 255 sorts a falling row', () => {
    const falling = Array.from({ length: 255 }, (_, i) => 255 - i);
    expect(sorted(falling)).toEqual([...falling].reverse());
  });

  it.each([
    [4, 5],
    [8, 19],
    [16, 63],
  ])('of %i has %i comparators, as published for merge exchange', (count, comparators) => {
    expect(sortingNetwork(count)).toHaveLength(comparators);
  });
});
