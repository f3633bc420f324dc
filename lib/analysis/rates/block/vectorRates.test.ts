import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE } from '../rate';
import { PlainRates } from './plainRates';
import type { LegCloses } from './rateKernel';
import { RATE_BLOCK_MINUTES, VectorRates } from './vectorRates';
import { expectSame } from '../../testing/same';

/** Values near 1 that tie often, some of them further from the others than a leg may be, and holes. */
const anyColumn = (slots: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(1, 1.001, 0.999, 1.25) },
        { weight: 4, arbitrary: fc.double({ min: 0.9, max: 1.1, noNaN: true }) },
        { weight: 1, arbitrary: fc.double({ min: 1e-6, max: 1e6, noNaN: true }) },
        { weight: 2, arbitrary: fc.constant(NaN) },
      ),
      { minLength: slots, maxLength: slots },
    )
    .map((values) => Float64Array.from(values));

/** Legs of up to five venues, of one venue up to all of them, in any order. */
const anyLegs = (slots: number): fc.Arbitrary<readonly LegCloses[]> =>
  fc.array(
    fc.record({
      venue: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      closes: anyColumn(slots),
      over: fc.option(anyColumn(slots), { nil: undefined }),
    }),
    { maxLength: 17 },
  );

const anyAsked = fc
  .integer({ min: 1, max: 9 })
  .chain((slots) => fc.record({ slots: fc.constant(slots), legs: anyLegs(slots), isStable: fc.boolean() }));

const [plain, vector] = [new PlainRates(), new VectorRates()];

describe('the vector instructions make of legs what plain JavaScript makes of them', () => {
  it('whatever the legs: medians, errors, rules and how many there are', () => {
    fc.assert(
      fc.property(anyAsked, ({ legs, isStable, slots }) => {
        expectSame(vector.told(legs, isStable, slots), plain.told(legs, isStable, slots));
      }),
      { numRuns: 600, endOnFailure: true },
    );
  });

  it.each([1, RATE_BLOCK_MINUTES - 1, RATE_BLOCK_MINUTES, RATE_BLOCK_MINUTES + 1, 3 * RATE_BLOCK_MINUTES])(
    'over %i minutes of 40 books on 13 venues, some too far from the others',
    (slots) => {
      const legs = Array.from({ length: 40 }, (_, book): LegCloses => ({
        venue: `venue${String(book % 13)}`,
        closes: Float64Array.from({ length: slots }, (__, slot) => {
          const turn = (slot * 7919 + book * 104_729) % 1_009;
          return turn % 13 === 0 ? NaN : turn === 5 ? 4 : 1 + (turn - 500) / 10_000;
        }),
        over: book % 3 === 0 ? undefined : new Float64Array(slots).fill(1.01),
      }));
      const told = vector.told(legs, true, slots);
      expectSame(told, plain.told(legs, true, slots));
      expect(told.rule[0]).toBe(RULE.legs);
    },
  );

  it('whatever the closes in dollars', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }).chain((slots) => fc.array(anyColumn(slots), { minLength: 1, maxLength: 6 })),
        (columns) => {
          const slots = columns[0]?.length ?? NaN;
          expectSame(vector.middles(columns, slots), plain.middles(columns, slots));
        },
      ),
      { endOnFailure: true },
    );
  });

  it('whatever is smoothed, and how far the minutes lie from that', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 40 })
          .chain((slots) =>
            fc.tuple(
              anyColumn(slots),
              anyColumn(slots),
              fc.integer({ min: 0, max: slots }),
              fc.integer({ min: 0, max: slots }),
            ),
          ),
        ([values, errors, one, other]) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const smoothed = plain.smoothed(values, from, to);
          expectSame(vector.smoothed(values, from, to), smoothed);
          const [a, b] = [errors.slice(from, to), errors.slice(from, to)];
          plain.widen(a, values.subarray(from, to), smoothed);
          vector.widen(b, values.subarray(from, to), smoothed);
          expect(b).toStrictEqual(a);
        },
      ),
      { endOnFailure: true },
    );
  });

  it('of no legs, no columns and no minutes nothing', () => {
    for (const kernel of [plain, vector]) {
      expect(kernel.told([], false, 2).legs).toStrictEqual(new Uint8Array(2));
      expect(kernel.middles([], 1)).toStrictEqual(Float64Array.of(NaN));
      expect(kernel.smoothed(new Float64Array(), 0, 0)).toStrictEqual(new Float64Array());
    }
  });

  it('refuses more legs than a byte counts', () => {
    const legs = Array.from({ length: 256 }, (): LegCloses => ({
      venue: 'a',
      closes: Float64Array.of(1),
      over: undefined,
    }));
    for (const kernel of [plain, vector]) expect(() => kernel.told(legs, false, 1)).toThrow('256 books lend legs');
  });
});
