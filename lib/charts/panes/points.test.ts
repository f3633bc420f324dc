import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketEdges } from '../buckets/extremes';
import { lineOf } from './points';

/** Minutes from 1,000 on. */
const times = (size: number): Float64Array => Float64Array.from({ length: size }, (_, i) => (1_000 + i) * 60_000);
const pairs = (points: Float64Array): [number, number][] =>
  Array.from({ length: points.length / 2 }, (_, i) => [
    (points[2 * i] ?? NaN) / 60_000 - 1_000,
    points[2 * i + 1] ?? NaN,
  ]);

describe('a line', () => {
  it('is broken at a missing minute, never drawn over it', () => {
    const { points } = lineOf(Float64Array.of(3, NaN, 4, 5), bucketEdges(4, 100), times(4));
    expect(pairs(points)).toEqual([
      [0, 3],
      [0, NaN],
      [2, 4],
      [3, 5],
    ]);
  });

  it('shows a traded minute between two missing ones as a dot', () => {
    const { alone } = lineOf(Float64Array.of(3, NaN, 4, NaN, 5, 6), bucketEdges(6, 100), times(6));
    expect(pairs(alone)).toEqual([
      [0, 3],
      [2, 4],
    ]);
  });

  it('never joins two points with a missing minute between them, in buckets of any size', () => {
    const column = fc.array(fc.oneof(fc.constant(NaN), fc.double({ min: 1, max: 2, noNaN: true })), {
      minLength: 2,
      maxLength: 300,
    });
    fc.assert(
      fc.property(column, fc.integer({ min: 1, max: 40 }), (values, pixels) => {
        const drawn = pairs(
          lineOf(Float64Array.from(values), bucketEdges(values.length, pixels), times(values.length)).points,
        );
        drawn.slice(1).forEach(([to, y], i) => {
          const [from, before] = drawn[i] ?? [NaN, NaN];
          if (Number.isNaN(y) || Number.isNaN(before)) return;
          expect(values.slice(from, to + 1).some((value) => Number.isNaN(value))).toBe(false);
        });
      }),
    );
  });
});
