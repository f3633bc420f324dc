import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Met } from '../testing/cases/situations';
import { unusualIn } from '../testing/reading/unusual';
import type { Episode } from '../types';
import { unusualOf } from './unusual';

const CASES = 300;
/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT_MS = 120_000;
/** Met in a tenth of the cases and more; asked of a few, chance never decides. */
const LEAST = 5;
describe('a second reading of the same text agrees over random pasts', () => {
  it('on how unusual a peak is', { timeout: TIMEOUT_MS }, () => {
    /** Just below and above a day of minutes, a pattern again and again, ties and holes in it; calm ones move less than a basis point. */
    const anyPast = fc
      .record({
        pattern: fc.array(
          fc.oneof(
            { weight: 6, arbitrary: fc.integer({ min: -40, max: 40 }) },
            { weight: 1, arbitrary: fc.constant(undefined) },
          ),
          { minLength: 1, maxLength: 40 },
        ),
        scale: fc.constantFrom(1e-6, 1e-3, 0.003),
        holes: fc.boolean(),
        minutes: fc.oneof(fc.constantFrom(1_439, 1_440, 1_441), fc.integer({ min: 1_500, max: 2_500 })),
      })
      .map(({ pattern, scale, holes, minutes }) => {
        const known = pattern.filter((step) => step !== undefined);
        const turn = holes || known.length === 0 ? pattern : known;
        return Array.from({ length: minutes }, (_, i) => {
          const step = turn[i % turn.length];
          return step === undefined ? undefined : step * scale;
        });
      });
    const anyPeak = fc.record({
      past: anyPast,
      below: fc.boolean(),
      depth: fc.oneof(
        fc.double({ min: 0.005, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 40 }).map((steps) => steps * 0.003),
      ),
    });
    const met = new Met();
    fc.assert(
      fc.property(anyPeak, ({ past, below, depth }) => {
        const [side, peak] = below ? (['below', -depth] as const) : (['above', depth] as const);
        const column = Float64Array.from(past, (d) => d ?? NaN);
        const other = new Float64Array(column.length).fill(-peak);
        const found = unusualOf(
          { side, peak } as Episode,
          below ? { dLow: column, dHigh: other } : { dLow: other, dHigh: column },
        );
        expect(found).toStrictEqual(unusualIn(side, peak, past));
        met.add(
          new Set([
            found === undefined ? 'no baseline' : found.of === 1_440 ? 'just a day' : 'more than a day',
            found?.rank === 1 ? 'deepest' : 'not deepest',
            past.every((d) => d === undefined || Math.abs(d) < 0.0001) ? 'dead calm' : 'alive',
            side,
          ]),
        );
      }),
      { numRuns: CASES },
    );
    expect(
      met.rare(
        [
          'no baseline',
          'just a day',
          'more than a day',
          'deepest',
          'not deepest',
          'dead calm',
          'alive',
          'below',
          'above',
        ],
        LEAST,
      ),
    ).toStrictEqual([]);
  });
});
