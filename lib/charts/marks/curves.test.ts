import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curvePath, holeRuns, marksPlot, spreadNames } from './curves';

const plot = (prices: readonly number[], level?: number) =>
  marksPlot({
    columns: [Float64Array.from(prices)],
    level,
    slots: prices.length,
    from: 0,
    width: 100,
    height: 100,
    mostNames: 5,
  });

describe('the plot of marks', () => {
  it('is logarithmic where the highest is more than four times the lowest, the level among them', () => {
    expect(plot([100, 399])?.axis).not.toBe('log');
    expect(plot([100, 401])?.axis).toBe('log');
    expect(plot([100, 200], 20)?.axis).toBe('log');
  });

  it('says at which price a linear one begins: 6 % of the span below the lowest', () => {
    expect(plot([1_000, 2_000])?.axis).toBe(940);
  });

  it('has every price and the level inside, higher prices further up', () => {
    const price = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(price, { minLength: 1, maxLength: 20 }), price, (prices, level) => {
        const made = plot(prices, level);
        for (const one of [...prices, level]) {
          const y = made?.y(one) ?? NaN;
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(100);
        }
        expect(made?.y(Math.max(...prices))).toBeLessThanOrEqual((made?.y(Math.min(...prices)) ?? NaN) + 1e-9);
      }),
    );
  });

  it('names round prices and whole parts of an hour', () => {
    expect(plot([1_000, 2_000])?.prices).toEqual([1_000, 1_200, 1_400, 1_600, 1_800, 2_000]);
    expect(plot([430, 4_300])?.prices).toEqual([500, 1_000, 2_000]);
    // 21:40 to 22:40: every quarter from 21:45.
    const hour = { columns: [new Float64Array(60).fill(1)], level: undefined, slots: 60, width: 1, height: 1 };
    expect(marksPlot({ ...hour, from: 21 * 60 + 40, mostNames: 5 })?.slots).toEqual([5, 20, 35, 50]);
  });

  it('is none of holes alone', () => {
    expect(plot([NaN, NaN])).toBeUndefined();
  });
});

describe('a curve', () => {
  const same = { x: (slot: number) => slot, y: (price: number) => price };
  it.each([
    [[1, 2, NaN, 3, 4], 'M0 1L1 2M3 3L4 4'],
    [[NaN, 2, NaN], 'M1 2h0'],
    [[1, NaN, 2], 'M0 1h0M2 2h0'],
    [[NaN], ''],
  ])('of %j is broken by holes, which nothing bridges', (prices, path) => {
    expect(curvePath(Float64Array.from(prices), same)).toBe(path);
  });

  it('says where its holes are', () => {
    expect(holeRuns(Float64Array.of(NaN, 1, NaN, NaN, 2))).toEqual([
      [0, 1],
      [2, 4],
    ]);
  });
});

describe('names beside curves', () => {
  it('stay in order, apart, and inside', () => {
    expect(spreadNames([50, 50, 10], 10, 100)).toEqual([50, 60, 10]);
    expect(spreadNames([99, 98, 97], 10, 100)).toEqual([100, 90, 80]);
  });
});
