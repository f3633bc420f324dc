import { describe, expect, it } from 'vitest';
import { minute } from '../../domain/minute';
import type { Episode } from '../types';
import { baselineOf, unusualOf } from './unusual';

const peakOf = (peak: number, side: Episode['side'] = 'below'): Episode => ({ side, peak }) as Episode;
/** So many minutes alternating −10, 0 and +10 basis points: median 0, median absolute deviation 10 basis points. */
const past = (minutes: number): Float64Array => Float64Array.from({ length: minutes }, (_, i) => ((i % 3) - 1) * 0.001);

describe('how unusual a peak is', () => {
  it('is its distance from the median of its own past, in robust deviations, and its rank there', () => {
    const dLow = past(10_080);
    const found = unusualOf(peakOf(-0.5), { dLow, dHigh: dLow });
    expect(found?.z).toBeCloseTo(-0.5 / (1.4826 * 0.001), 9);
    expect(found).toMatchObject({ rank: 1, of: 10_080 });
  });

  it('counts the minutes of the past that went as deep', () => {
    const dLow = past(1_440);
    dLow.set([-0.3, -0.2, -0.1, 0.9], 0);
    expect(unusualOf(peakOf(-0.2), { dLow, dHigh: dLow })).toMatchObject({ rank: 3, of: 1_440 });
    expect(unusualOf(peakOf(0.2, 'above'), { dLow, dHigh: dLow })?.rank).toBe(2);
  });

  it('takes a dead calm past for one basis point', () => {
    const calm = new Float64Array(2_000);
    expect(unusualOf(peakOf(-0.02), { dLow: calm, dHigh: calm })?.z).toBeCloseTo(-200, 9);
  });

  it('is unknown without a day of measured minutes', () => {
    const dLow = past(10_080).fill(NaN, 1_439);
    expect(unusualOf(peakOf(-0.5), { dLow, dHigh: dLow })).toBeUndefined();
  });

  it('looks at the seven days before the window, and at what there is of them since 1970', () => {
    const from = minute(29_335_440);
    expect(baselineOf({ from, to: minute(from + 60) })).toStrictEqual({ from: from - 10_080, to: from });
    expect(baselineOf({ from: minute(5), to: minute(6) })).toStrictEqual({ from: 0, to: 5 });
    expect(baselineOf({ from: minute(0), to: minute(6) })).toBeUndefined();
  });
});
