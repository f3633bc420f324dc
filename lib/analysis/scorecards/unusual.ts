import { BASELINE_DAYS, LEAST_BASELINE_MINUTES, LEAST_SIGMA, MAD_TO_SIGMA } from '../../domain/method';
import { minuteRange, MINUTES_PER_DAY, type Minute, type MinuteRange } from '../../domain/minute';
import { depthOn } from '../episodes/depth';
import { medianOf } from '../reference/order';
import type { Episode, VenueSeries } from '../types';

/** How unusual a peak is against the same market's own past. */
export interface Unusual {
  /** (peak − median) ÷ max(1.4826 × MAD, 1 bp) of the baseline's deviations on that side. */
  readonly z: number;
  /** 1: deeper than every minute of the baseline. */
  readonly rank: number;
  /** The measured minutes of the baseline. */
  readonly of: number;
}

/** The days before a window that its peaks are compared with. */
export const baselineOf = (window: MinuteRange): MinuteRange | undefined => {
  const from = Math.max(0, window.from - BASELINE_DAYS * MINUTES_PER_DAY);
  return from < window.from ? minuteRange(from as Minute, window.from) : undefined;
};

/**
 * How unusual an episode's peak is. `past`: the same market over the baseline, asked the same question; undefined where it does not
 * hold a day of measured minutes.
 */
export function unusualOf({ side, peak }: Episode, past: Pick<VenueSeries, 'dLow' | 'dHigh'>): Unusual | undefined {
  const known = [...(side === 'below' ? past.dLow : past.dHigh)].filter((ratio) => !Number.isNaN(ratio));
  if (known.length < LEAST_BASELINE_MINUTES) return undefined;
  const median = medianOf(known);
  const sigma = Math.max(MAD_TO_SIGMA * medianOf(known.map((ratio) => Math.abs(ratio - median))), LEAST_SIGMA);
  const depth = depthOn(side, peak);
  return {
    z: (peak - median) / sigma,
    rank: 1 + known.filter((ratio) => depthOn(side, ratio) >= depth).length,
    of: known.length,
  };
}
