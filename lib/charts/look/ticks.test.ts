import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearTicks, logTicks } from './ticks';

describe('ticks', () => {
  it('of a linear scale are round', () => {
    expect(linearTicks(0, 4.1, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(linearTicks(-0.105, 0.31, 4)).toEqual([-0.1, 0, 0.1, 0.2, 0.3]);
  });

  it('of a logarithmic scale name the decades from a wick to the market', () => {
    expect(logTicks(0.001, 4, 4)).toEqual([0.001, 0.01, 0.1, 1]);
  });

  it('of a logarithmic scale of less than a decade are still more than one', () => {
    expect(logTicks(2.9, 3.9, 5).length).toBeGreaterThan(2);
  });

  it('lie inside the scale, ascending, and not too many', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        fc.double({ min: 1.0001, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (least, factor, wanted) => {
          for (const ticks of [linearTicks(least, least * factor, wanted), logTicks(least, least * factor, wanted)]) {
            expect(ticks.length).toBeLessThanOrEqual(wanted * 2 + 1);
            ticks.forEach((tick, i) => {
              expect(tick).toBeGreaterThanOrEqual(least * (1 - 1e-6));
              expect(tick).toBeLessThanOrEqual(least * factor * (1 + 1e-6));
              if (i > 0) expect(tick).toBeGreaterThan(ticks[i - 1] ?? NaN);
            });
          }
        },
      ),
    );
  });

  it('are none where there is no scale', () => {
    expect([linearTicks(1, 1, 5), logTicks(0, 5, 5), linearTicks(NaN, 1, 5)]).toEqual([[], [], []]);
  });
});
