import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned } from './thinned';

const lines = fc.array(fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constant(NaN)), { maxLength: 400 });

describe('a thinned line', () => {
  it('keeps its lowest and its highest value, in order, and is no longer than asked', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 2, max: 200 }), (values, most) => {
        const points = thinned(values, most);
        const known = values.filter((value) => !Number.isNaN(value));
        const kept = points.map(([, value]) => value).filter((value) => !Number.isNaN(value));
        expect(Math.min(...kept)).toBe(Math.min(...known));
        expect(Math.max(...kept)).toBe(Math.max(...known));
        expect(points.map(([place]) => place)).toEqual(
          [...new Set(points.map(([place]) => place))].sort((a, b) => a - b),
        );
        for (const [place, value] of points) if (!Number.isNaN(value)) expect(value).toBe(values[place]);
        expect(points.length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });

  it('is itself where there is room, holes included', () => {
    expect(thinned([0, NaN, -0.5], 3)).toEqual([
      [0, 0],
      [1, NaN],
      [2, -0.5],
    ]);
    expect(thinned([0, -0.1, NaN, NaN, -0.5, -0.2], 3)).toEqual([
      [0, 0],
      [1, -0.1],
      [4, -0.5],
      [5, -0.2],
    ]);
  });
});
