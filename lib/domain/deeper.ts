import type { Minute } from './minute';
import type { SeriesColumns } from './seriesColumns';

type Deviations = Pick<SeriesColumns, 'minutes' | 'dLow' | 'dHigh'>;

/** The nearest minutes, before and after, in which some market was further from its reference than any was here. */
export interface Deeper {
  readonly before: Minute | undefined;
  readonly after: Minute | undefined;
}

/**
 * Of the markets shown: a minute is as deep as its furthest deviation on either side, lows below and highs above. A minute in which nobody
 * was measured is no deeper than any; from such a minute every measured one is deeper.
 */
export function deeperMinutes(series: readonly Deviations[], at: Minute): Deeper {
  const depths = new Map<number, number>();
  for (const { minutes, dLow, dHigh } of series)
    minutes.forEach((minute, row) => {
      for (const depth of [-(dLow[row] ?? NaN), dHigh[row] ?? NaN])
        if (depth > (depths.get(minute) ?? -1)) depths.set(minute, depth);
    });
  const here = depths.get(at) ?? -1;
  let before: number | undefined;
  let after: number | undefined;
  for (const [minute, depth] of depths) {
    if (depth <= here) continue;
    if (minute < at && (before === undefined || minute > before)) before = minute;
    if (minute > at && (after === undefined || minute < after)) after = minute;
  }
  return { before: before as Minute | undefined, after: after as Minute | undefined };
}
