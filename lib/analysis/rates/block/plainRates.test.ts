import { describe, expect, it } from 'vitest';
import { errorOf, PlainRates } from './plainRates';
import { VectorRates } from './vectorRates';

describe('the relative error of the legs of a minute', () => {
  it.each<readonly [string, readonly number[], { venues: number; median: number; isStable?: boolean }, number]>([
    // (2 − 1) ÷ 2 ÷ 1.25.
    ['five legs of two venues: half the range', [1, 1, 1.25, 1.5, 2], { venues: 2, median: 1.25 }, 0.4],
    ['five legs of three venues: 1.4826 × 0.25 ÷ 1.25', [1, 1, 1.25, 1.5, 2], { venues: 3, median: 1.25 }, 0.296_52],
    // From 1.25: 0.25, 0.25, 0.25, 0.25, 0.75, 0.75; the middle two are equal.
    ['six legs: 1.4826 × 0.25 ÷ 1.25', [1, 1, 1, 1.5, 2, 2], { venues: 6, median: 1.25 }, 0.296_52],
    ['three legs of one venue: unknown', [1, 1.25, 1.5], { venues: 1, median: 1.25 }, NaN],
    [
      'three legs of one venue, a stablecoin: 0.25 from 1',
      [1, 1.25, 1.5],
      { venues: 1, median: 1.25, isStable: true },
      0.25,
    ],
    [
      'three legs of two venues, a stablecoin: half the range',
      [1, 1.25, 1.5],
      { venues: 2, median: 1.25, isStable: true },
      0.2,
    ],
    ['equal legs: none', [2, 2, 2], { venues: 3, median: 2 }, 0],
    ['two equal legs of a stablecoin at 0.875', [0.875, 0.875], { venues: 2, median: 0.875, isStable: true }, 0.125],
    // (1 − 0.5) ÷ 2 ÷ 0.75 = 1/3, more than 1 − 0.75.
    ['two legs of a stablecoin that lie far apart', [0.5, 1], { venues: 2, median: 0.75, isStable: true }, 1 / 3],
    ['one leg of a stablecoin at 1', [1], { venues: 1, median: 1, isStable: true }, 0],
  ])('%s', (_, legs, { venues, median, isStable = false }, expected) => {
    const error = errorOf(Float64Array.from(legs), legs.length, venues, median, isStable);
    expect(error).toEqual(Number.isNaN(expected) ? NaN : expect.closeTo(expected, 12));
  });
});

describe('the centred median of five minutes', () => {
  it.each<readonly [string, readonly number[], readonly number[]]>([
    ['a value of one minute vanishes', [1, 1, 9, 1, 1], [1, 1, 1, 1, 1]],
    ['a step stays where it is', [1, 1, 1, 5, 5, 5], [1, 1, 1, 5, 5, 5]],
    // 1, 2, 4 | 1, 2, 4, 5 | all five | 2, 4, 5, 8 | 4, 5, 8.
    ['fewer at the edges: the mean of the middle two', [1, 2, 4, 5, 8], [2, 3, 4, 4.5, 5]],
    // 1, 4 | – | 1, 4, 5, 8 | 4, 5, 8 | 4, 5, 8.
    ['a hole lends nothing and has none', [1, NaN, 4, 5, 8], [2.5, NaN, 4.5, 5, 5]],
    ['a minute alone is its own', [NaN, NaN, 3, NaN, NaN], [NaN, NaN, 3, NaN, NaN]],
    ['two minutes away counts', [2, NaN, 4], [3, NaN, 3]],
    ['three minutes away does not', [2, NaN, NaN, 4], [2, NaN, NaN, 4]],
    ['holes alone', [NaN, NaN], [NaN, NaN]],
    // 8, 8, 1 | 8, 8, 1, 2 | 8, 8, 1, 2, 3 | 8, 1, 2, 3 | 1, 2, 3.
    ['in any order', [8, 8, 1, 2, 3], [8, 5, 3, 2.5, 2]],
    ['no minute', [], []],
  ])('%s', (_, values, expected) => {
    for (const kernel of [new PlainRates(), new VectorRates()])
      expect([...kernel.smoothed(Float64Array.from(values), 0, values.length)]).toStrictEqual(expected);
  });

  it('reads two minutes beyond the slots asked for', () => {
    // 1, 2, 4, 5, 8 around the third; 2, 4, 5, 8, 8 around the fourth.
    for (const kernel of [new PlainRates(), new VectorRates()])
      expect([...kernel.smoothed(Float64Array.of(1, 2, 4, 5, 8, 8), 2, 4)]).toStrictEqual([4, 5]);
  });
});
