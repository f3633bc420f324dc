import { expect, it } from 'vitest';
import { roughPrice } from './rough';

it.each([
  [0.00100116, 0.001],
  [34.9335, 34.9],
  [430.672, 431],
  [999.96, 1_000],
  [1_163.03, 1_163],
  [112_345.6, 112_346],
  [146_000_400, 146_000_400],
])('a price of %f is said as %f', (price, said) => {
  expect(roughPrice(price)).toBe(said);
});
