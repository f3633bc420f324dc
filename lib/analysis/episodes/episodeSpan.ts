import { censoringOf, type Censoring, type Ending, type Side } from '../../domain/episode';
import { CALM_MINUTES, LEAVE_SHARE, MOST_MISSING_MINUTES } from '../../domain/method';

/** Where an episode lies: slots, `end` exclusive. */
export interface EpisodeSpan {
  readonly start: number;
  readonly end: number;
  readonly censored: Censoring;
}

/** How far a deviation goes to one side: positive there, 0 or less elsewhere; NaN of a hole. */
export const depthOn = (side: Side, deviation: number): number => (side === 'below' ? -deviation : deviation);

/**
 * The episodes of one venue and side (method, section 5), in order, never overlapping. Entered at the first measured minute
 * at or beyond `enter`; left after three measured minutes in a row below half of it; `end` is the minute after the last one
 * at or beyond that half. A missing minute neither extends nor ends; more than thirty in a row close it. Censored is what began
 * with the window's first minute, was not left when the window ended, or was closed by a gap (`Censoring`).
 */
export function episodeSpans(deviations: Float64Array, side: Side, enter: number): readonly EpisodeSpan[] {
  const spans: EpisodeSpan[] = [];
  const leave = enter * LEAVE_SHARE;
  let start = -1;
  let lastBeyond = -1;
  let calm = 0;
  let missing = 0;
  const close = (ending: Ending): void => {
    spans.push({ start, end: lastBeyond + 1, censored: censoringOf(ending, start === 0) });
    start = -1;
  };
  for (let i = 0; i < deviations.length; i += 1) {
    const depth = depthOn(side, deviations[i] as number);
    if (Number.isNaN(depth)) {
      missing += 1;
      if (start >= 0 && missing > MOST_MISSING_MINUTES) close('gap');
      continue;
    }
    missing = 0;
    if (start < 0) {
      if (depth < enter) continue;
      start = i;
    }
    if (depth >= leave) {
      lastBeyond = i;
      calm = 0;
    } else {
      calm += 1;
      if (calm === CALM_MINUTES) close('left');
    }
  }
  if (start >= 0) close('end');
  return spans;
}

/**
 * Minutes from slot `peak` until |dClose| stays below half the entry level for three measured minutes, the first of which
 * is counted to; 0 where the peak minute itself closed so. Undefined where the window ends first.
 */
export function recoveryOf(dClose: Float64Array, peak: number, enter: number): number | undefined {
  let first = -1;
  let calm = 0;
  for (let i = peak; i < dClose.length; i += 1) {
    const ratio = dClose[i] as number;
    if (Number.isNaN(ratio)) continue;
    if (Math.abs(ratio) >= enter * LEAVE_SHARE) {
      calm = 0;
      continue;
    }
    calm += 1;
    if (calm === 1) first = i;
    if (calm === CALM_MINUTES) return first - peak;
  }
  return undefined;
}
