import { describe, expect, it } from 'vitest';
import { answerOf, calm, seriesOf, type Row } from '../testing/answer';
import { ownScale, sparkPaths } from './paths';
import { sparkOf } from './spark';

const FROM = '2025-10-10T20:00Z';
const wick: Row = { low: 1, high: 5, close: 4, reference: 4 };
const sparkFor = (rows: readonly Row[], buckets: number) => {
  const series = seriesOf('binance', FROM, rows);
  return sparkOf(series, answerOf(FROM, [series]), buckets);
};

describe('a sparkline', () => {
  it('keeps the furthest of each bucket, whatever it lies between', () => {
    // 1 of 4 is −75 %, 5 of 4 is +25 %.
    const spark = sparkFor([calm(4), wick, calm(4), calm(4)], 2);
    expect(spark).toEqual({ low: [-0.75, 0], high: [0.25, 0] });
  });

  it('has a bucket a minute where there are fewer minutes than buckets', () => {
    expect(sparkFor([calm(4), calm(4), wick], 60).low).toEqual([0, 0, -0.75]);
  });

  it('has a hole where a whole bucket was not measured, and none where one minute of it was', () => {
    const spark = sparkFor(['no-trade', 'no-trade', 'no-trade', wick, calm(4), calm(4)], 3);
    expect(spark.low).toEqual([null, -0.75, 0]);
    const { zero, below } = sparkPaths(spark, { width: 30, height: 10, ...ownScale(spark) });
    expect(zero).toMatch(/^M10 [\d.]+H20H30$/);
    expect(below).toMatch(/^M10 /);
  });

  it('draws below the line of 0 downward and above it upward, to the edge and no further', () => {
    const spark = sparkFor([wick], 1);
    expect(sparkPaths(spark, { width: 10, height: 100, least: -0.5, most: 0.5 })).toEqual({
      below: 'M0 50V100H10V50',
      above: 'M0 50V25H10V50',
      zero: 'M0 50H10',
    });
  });

  it('is never thinner than a pixel a bar', () => {
    const spark = sparkFor([calm(4), wick, calm(4), calm(4)], 4);
    expect(sparkPaths(spark, { width: 2, height: 100, least: -1, most: 1 }).below).toBe('M0.5 50V87.5H1.5V50');
  });
});
