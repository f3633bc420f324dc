import fc from 'fast-check';
import { expect, it } from 'vitest';
import { medianOf } from '../reference/order';
import { medianBySelection, medianOfCounts } from './select';

const LISTS: readonly (readonly number[])[] = [
  [],
  [3],
  [0, 0, 5],
  [2, 9],
  [4, 4, 4, 7],
  [255, 0, 1, 1],
  [9, 8, 8, 3, 2, 2, 2],
];

it.each(LISTS)('the median of %j is the same by counting, by selection and by sorting', (...list) => {
  const counts = new Uint32Array(256);
  for (const value of list) counts[value] = (counts[value] as number) + 1;
  expect(medianOfCounts(counts)).toBe(medianOf([...list]));
  expect(medianBySelection([Float64Array.from(list)])).toBe(medianOf([...list]));
});

it('of thousands of values, many of them equal, it is the same by selection and by sorting', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4_090, max: 4_110 }),
      fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 }),
      fc.constantFrom(1, 7, 4_093),
      (length, some, step) => {
        const list = Array.from(
          { length },
          (_, i) => (some[(i * step) % some.length] as number) + (step === 1 ? 0 : (i * 7919) % 13),
        );
        expect(medianBySelection([Float64Array.from(list)])).toBe(medianOf(list));
      },
    ),
    { endOnFailure: true },
  );
});

it.each<readonly [string, (i: number) => number]>([
  ['all equal', () => 0.25],
  ['half of them one, half another', (i) => (i % 2 === 0 ? 1 : 2)],
  ['too far apart to be counted by place', (i) => (i % 3 === 0 ? 1e308 : -1e308)],
  ['nearly equal', (i) => 1 + (i % 5) * Number.EPSILON],
  ['nothing between zero and the least number there is', (i) => (i % 2 === 0 ? 0 : Number.MIN_VALUE)],
])('of ten thousand values: %s', (_, valueAt) => {
  const list = Array.from({ length: 10_000 }, (__, i) => valueAt(i));
  expect(medianBySelection([Float64Array.from(list)])).toBe(medianOf(list));
});

/** Values whose every 61st says nothing of the others: the median is not where a sample of them finds it. */
it.each<readonly [string, number, (i: number) => number]>([
  ['an odd number of values below what was looked at', 20_001, (i) => (i % 61 === 0 ? 1_000 + i : i % 997)],
  ['an even number of values above what was looked at', 20_000, (i) => (i % 61 === 0 ? -i : i % 997)],
  ['of an even number one of the middle two', 16_000, (i) => (i % 61 === 0 || i < 7_869 ? 2 : 1)],
  ['days of which most are holes', 40_000, (i) => (i % 3 === 0 ? 1 + Math.sin(i) : NaN)],
  ['more values between than were foreseen', 30_000, (i) => (i % 61 === 0 ? i / 30_000 : 0.5 + i * Number.EPSILON)],
])('of values that a sample misjudges: %s', (_, length, valueAt) => {
  const list = Array.from({ length }, (__, i) => valueAt(i));
  const column = Float64Array.from(list);
  const third = Math.floor(length / 3);
  const columns = [column.subarray(0, third), column.subarray(third, third + 7), column.subarray(third + 7)];
  expect(medianBySelection(columns)).toBe(medianOf(list.filter((value) => !Number.isNaN(value))));
});

it('of several columns it is that of all their values, whose holes are passed over and whose order stays', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.oneof(fc.double({ min: 0.9, max: 1.1 }), fc.constant(NaN)), { maxLength: 40 }), {
        maxLength: 6,
      }),
      fc.constantFrom(1, 300),
      (some, times) => {
        const columns = some.map((list) =>
          Float64Array.from({ length: list.length * times }, (_, i) => list[i % list.length] as number),
        );
        const before = columns.map((column) => column.slice());
        const values = columns.flatMap((column) => [...column]).filter((value) => !Number.isNaN(value));
        expect(medianBySelection(columns)).toBe(medianOf(values));
        expect(columns).toStrictEqual(before);
      },
    ),
  );
});
