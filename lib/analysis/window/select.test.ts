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
  expect(medianBySelection(Float64Array.from(list))).toBe(medianOf([...list]));
});
