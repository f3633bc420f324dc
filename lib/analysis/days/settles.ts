import { CALM_MINUTES, depthOn, LEAVE_SHARE, MOST_MISSING } from '../episodeSpan';
import type { VenueSeries } from '../types';

/**
 * Whether a market's day by itself ends and recovers whatever may have been open when it began, on either side: three measured
 * minutes in a row below the leaving level, or more missing minutes in a row than an episode outlives; then three
 * measured closes in a row within that level, unless nothing was measured at all. Where it says yes, the rest of the day
 * and what follows are the same whatever was open before.
 */
export function settles(series: VenueSeries, enter: number): boolean {
  const { dClose } = series;
  if (dClose.every(Number.isNaN)) return true;
  const leave = enter * LEAVE_SHARE;
  const after = Math.max(closedAfter(series, 'below', leave), closedAfter(series, 'above', leave));
  let calm = 0;
  for (let slot = after; slot < dClose.length; slot += 1) {
    const close = dClose[slot] as number;
    if (Number.isNaN(close)) continue;
    calm = Math.abs(close) < leave ? calm + 1 : 0;
    if (calm === CALM_MINUTES) return true;
  }
  return false;
}

/** The slot from which on nothing of before is open; beyond the day where there is none. */
function closedAfter({ dLow, dHigh }: VenueSeries, side: 'below' | 'above', leave: number): number {
  const values = side === 'below' ? dLow : dHigh;
  let [calm, missing] = [0, 0];
  for (let slot = 0; slot < values.length; slot += 1) {
    const depth = depthOn(side, values[slot] as number);
    if (Number.isNaN(depth)) {
      missing += 1;
      if (missing > MOST_MISSING) return slot + 1;
      continue;
    }
    missing = 0;
    calm = depth < leave ? calm + 1 : 0;
    if (calm === CALM_MINUTES) return slot + 1;
  }
  return values.length;
}
