import fc from 'fast-check';
import { expect, it } from 'vitest';
import { integerOf, scaleOf } from './decimals';

/** The least scale at which a value is an integer; Infinity: at none. */
function neededBy(value: number): number {
  const scale = Array.from({ length: 23 }, (_, one) => one).find((one) => !Number.isNaN(integerOf(value, one)));
  return scale ?? Infinity;
}

/** Of a column the least scale that no more than one value in fifty goes beyond. */
function leastScale(values: readonly number[]): number | undefined {
  const needed = values.filter((value) => !Number.isNaN(value)).map(neededBy);
  return Array.from({ length: 23 }, (_, scale) => scale).find(
    (scale) => needed.filter((own) => own > scale).length * 50 <= needed.length,
  );
}

const anyDecimal = fc
  .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, scale]) => digits / Number(`1e${String(scale)}`));

it('a column’s scale is the least that no more than one value in fifty goes beyond, whatever order they come in', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          { weight: 8, arbitrary: anyDecimal },
          fc.constantFrom(NaN, -0, 0, 1, 2 ** 60),
          fc.double({ noNaN: true }),
        ),
        { maxLength: 300 },
      ),
      (values) => {
        expect(scaleOf(values)).toBe(leastScale(values));
      },
    ),
    { numRuns: 300 },
  );
});

it.each<readonly [string, readonly number[], number | undefined]>([
  ['prices to the cent, one to a tenth of it', [...Array.from({ length: 49 }, () => 1.25), 1.255], 2],
  ['the same, two of them', [...Array.from({ length: 48 }, () => 1.25), 1.255, 1.265], 3],
  ['whole numbers behind prices to the cent', [1.25, 1.5, 1.75, 3, 4], 2],
  ['holes alone', [NaN, NaN], 0],
  ['thirds', [1 / 3, 2 / 3], undefined],
])('%s', (_, values, scale) => {
  expect(scaleOf(values)).toBe(scale);
});
