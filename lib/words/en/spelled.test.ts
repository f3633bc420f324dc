import { expect, it } from 'vitest';
import { listed, spelled } from './spelled';

it.each([
  [0, 'zero'],
  [3, 'three'],
  [10, 'ten'],
  [11, '11'],
])('spells %i as "%s"', (value, words) => {
  expect(spelled(value)).toBe(words);
});

it.each([
  [[], ''],
  [['1 %'], '1 %'],
  [['BTC', 'ETH'], 'BTC and ETH'],
  [['1', '5', '10'], '1, 5 and 10'],
])('lists %j as "%s"', (items, words) => {
  expect(listed(items)).toBe(words);
});
