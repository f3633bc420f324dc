import { describe, expect, it } from 'vitest';
import { deeperMinutes } from './deeper';
import type { Minute } from './minute';

const row = (...deviations: readonly (readonly [low: number, high: number])[]) => ({
  minutes: Int32Array.from(deviations.map((_, i) => 100 + i)),
  dLow: Float64Array.from(deviations.map(([low]) => low)),
  dHigh: Float64Array.from(deviations.map(([, high]) => high)),
});
const at = (minute: number): Minute => minute as Minute;

describe('the next deeper minute', () => {
  it('is the nearest on each side in which any market strayed further, below or above', () => {
    const series = [
      row([-0.9, 0], [-0.1, 0], [-0.2, 0], [-0.1, 0], [-0.3, 0]),
      row([0, 0], [0, 0], [0, 0.05], [0, 0.25], [0, 0]),
    ];
    expect(deeperMinutes(series, at(102))).toEqual({ before: 100, after: 103 });
    expect(deeperMinutes(series, at(103))).toEqual({ before: 100, after: 104 });
  });

  it('is not there where no minute of the view is deeper', () => {
    const series = [row([-0.1, 0], [-0.9, 0], [-0.9, 0])];
    expect(deeperMinutes(series, at(101))).toEqual({ before: undefined, after: undefined });
  });

  it('is never one in which nobody was measured; from such a one any that was measured is', () => {
    const series = [row([NaN, NaN], [NaN, NaN], [-0.01, 0.01])];
    expect(deeperMinutes(series, at(101))).toEqual({ before: undefined, after: 102 });
    expect(deeperMinutes(series, at(102))).toEqual({ before: undefined, after: undefined });
  });
});
