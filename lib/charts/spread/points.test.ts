import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePoints, lonePoints } from './points';

const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);

describe('the points of a line', () => {
  it('are all of them where there is room, with a break at each hole', () => {
    expect(linePoints(column(1, NaN, 2, 3), 10)).toEqual([
      [0, 1],
      [1.5, NaN],
      [2, 2],
      [3, 3],
    ]);
  });

  it('never lose the lowest or the highest, at any width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN)), { maxLength: 400 }),
        fc.integer({ min: 1, max: 60 }),
        (values, buckets) => {
          const numbers = values.filter((value) => !Number.isNaN(value));
          const drawn = linePoints(column(...values), buckets).flatMap(([, value]) =>
            Number.isNaN(value) ? [] : [value],
          );
          expect(Math.min(...drawn)).toBe(Math.min(...numbers));
          expect(Math.max(...drawn)).toBe(Math.max(...numbers));
        },
      ),
    );
  });

  it('break the line wherever a hole lies between two that are drawn', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => (i === 37 ? NaN : i % 7));
    const points = linePoints(values, 5);
    const after = points.findIndex(([slot]) => slot > 37);
    expect(points[after]?.[1]).toBeNaN();
    expect(points.length).toBeLessThanOrEqual(4 * 5 + 1);
  });

  it('that stand alone are known, for a line does not draw them', () => {
    expect(lonePoints(linePoints(column(1, NaN, 2, NaN, 3, 4), 10))).toEqual([
      [0, 1],
      [2, 2],
    ]);
  });
});
