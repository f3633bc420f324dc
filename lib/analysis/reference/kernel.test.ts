import { describe, expect, it } from 'vitest';
import type { PriceMatrix } from '../markets/prices';
import { deviationBuffer, fillDeviations, type Peers } from './kernel';

/** One minute of spot books of different venues at these prices; NaN: no trade. */
const oneMinute = (prices: readonly number[]): PriceMatrix => ({
  rows: prices.length,
  spot: prices.length,
  slots: 1,
  low: Float64Array.from(prices),
  high: Float64Array.from(prices),
  close: Float64Array.from(prices),
  missing: Uint8Array.from(prices, () => 0),
  own: Int16Array.from(prices, (_, row) => row),
});

describe('the median of low, venue by venue', () => {
  it.each<readonly [string, Peers, number, readonly number[], readonly number[]]>([
    ['three others: the middle one', 'others', 3, [50, 100, 99, 104], [100, 99, 100, 99]],
    ['four others: the mean of the middle two', 'others', 3, [1, 2, 3, 4, 10], [3.5, 3.5, 3, 2.5, 2.5]],
    ['order does not matter', 'others', 3, [10, 3, 1, 4, 2], [2.5, 3, 3.5, 2.5, 3.5]],
    ['equal prices', 'others', 3, [4, 4, 4, 4], [4, 4, 4, 4]],
    ['ties in the middle', 'others', 3, [1, 2, 2, 2, 3], [2, 2, 2, 2, 2]],
    ['a venue without a trade is no peer', 'others', 3, [NaN, 2, 3, 4, 6], [3.5, 4, 4, 3, 3]],
    ['two others where three are asked for', 'others', 3, [2, 3, 4], [NaN, NaN, NaN]],
    ['two others where two are asked for', 'others', 2, [2, 3, 4], [3.5, 3, 2.5]],
    ['nobody else', 'others', 1, [5], [NaN]],
    ['nobody traded', 'others', 3, [NaN, NaN, NaN, NaN], [NaN, NaN, NaN, NaN]],
    ['all venues, an odd count', 'all', 3, [1, 2, 3, 4, 10], [3, 3, 3, 3, 3]],
    ['all venues, an even count', 'all', 3, [1, 2, 4, 10], [3, 3, 3, 3]],
  ])('%s', (_, peers, minPeers, lows, expected) => {
    const matrix = oneMinute(lows);
    const into = deviationBuffer(matrix, true);
    fillDeviations(matrix, into, { peers, minPeers, from: 0, to: 1 });
    expect([...(into.reference?.low ?? [])]).toStrictEqual(expected);
  });

  it.each<readonly [string, readonly number[], readonly number[]]>([
    ['half of the median, and the same as it', [50, 100, 100, 100], [-0.5, 0, 0, 0]],
    ['above it', [150, 100, 100, 100], [0.5, 0, 0, 0]],
    ['a hole has none', [NaN, 100, 100, 100, 200], [NaN, 0, 0, 0, 1]],
  ])('deviations from it: %s', (_, lows, expected) => {
    const matrix = oneMinute(lows);
    const into = deviationBuffer(matrix, false);
    fillDeviations(matrix, into, { peers: 'others', minPeers: 3, from: 0, to: 1 });
    expect([...into.dLow]).toStrictEqual(expected);
  });
});
