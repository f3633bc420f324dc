import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketEdges, extremesOf } from './extremes';

const holey = fc.array(fc.oneof(fc.constant(NaN), fc.double({ min: -0.5, max: 0.5, noNaN: true })), {
  minLength: 1,
  maxLength: 400,
});

describe('extremes', () => {
  it('keep a planted wick anywhere, at its exact depth and minute, at every resolution', () => {
    fc.assert(
      fc.property(holey, fc.nat(), fc.integer({ min: 1, max: 60 }), fc.boolean(), (values, where, pixels, below) => {
        const slot = where % values.length;
        const depth = below ? -0.9997 : 7.5;
        const column = Float64Array.from(values);
        column[slot] = depth;
        const { min, max, minSlot, maxSlot } = extremesOf(column, bucketEdges(column.length, pixels));
        const found = (below ? min : max).indexOf(depth);
        expect(found).not.toBe(-1);
        expect((below ? minSlot : maxSlot)[found]).toBe(slot);
      }),
    );
  });

  it('of a bucket whose first value is a hole are those of the rest', () => {
    const { min, max, minSlot, count, hasHole } = extremesOf(Float64Array.of(NaN, -3_800, 2), Uint32Array.of(0, 3));
    expect([min[0], max[0], minSlot[0], count[0], hasHole[0]]).toEqual([-3_800, 2, 1, 2, 1]);
  });

  it('of nothing but holes are holes, not 0', () => {
    const { min, max, minSlot, count } = extremesOf(Float64Array.of(NaN, NaN), Uint32Array.of(0, 2));
    expect([min[0], max[0], minSlot[0], count[0]]).toEqual([NaN, NaN, -1, 0]);
  });
});

describe('buckets', () => {
  it('cover every minute once, whatever the size, the pixels and the part in sight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 800 }),
        fc.option(fc.tuple(fc.nat(6_000), fc.nat(6_000)), { nil: undefined }),
        (size, pixels, part) => {
          const edges = [...bucketEdges(size, pixels, part && { from: part[0], to: part[1] })];
          expect([edges[0], edges.at(-1)]).toEqual([0, size]);
          edges.slice(1).forEach((edge, i) => {
            expect(edge).toBeGreaterThan(edges[i] ?? NaN);
          });
        },
      ),
    );
  });

  it('are single minutes while a window fits on its pixels', () => {
    expect(bucketEdges(1_440, 1_100)).toHaveLength(1_441);
    expect(bucketEdges(525_600, 1_100).length).toBeLessThan(1_102);
  });

  it('are single minutes in the part of a long window that is looked at', () => {
    const edges = [...bucketEdges(525_600, 1_000, { from: 1_000, to: 1_240 })];
    for (let slot = 1_000; slot <= 1_240; slot += 1) expect(edges).toContain(slot);
    expect(edges.length).toBeLessThan(1_400);
  });
});
