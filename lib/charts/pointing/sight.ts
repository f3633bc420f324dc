import { MINUTE_MS, type MinuteRange } from '../../domain/minute';

/** A stretch of a time axis, in milliseconds since 1970. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

/** A view of under five minutes shows nothing that the minute page does not show better; of a long window one of five buckets. */
const NARROWEST = 5;

/** The least width of what is in sight, in milliseconds. */
export const leastSight = (resolutionMinutes: number): number => NARROWEST * resolutionMinutes * MINUTE_MS;

/** The whole axis of a window. A minute stands at its open time: the axis runs half a minute further than the first and the last. */
export const wholeSight = ({ from, to }: MinuteRange): Sight => ({
  from: (from - 0.5) * MINUTE_MS,
  to: (to - 0.5) * MINUTE_MS,
});

/**
 * Closer (`factor` under 1) or wider, so that the instant `at` stays where it is: as far as the whole window allows, and never below the
 * least width. An instant out of sight counts as the nearer edge.
 */
export function zoomedAt(sight: Sight, whole: Sight, least: number, at: number, factor: number): Sight {
  const [width, most] = [widthOf(sight), widthOf(whole)];
  const next = Math.min(most, Math.max(Math.min(least, most), width * factor));
  const share = width > 0 ? (clamped(at, sight) - sight.from) / width : 0.5;
  return kept(clamped(at, sight) - share * next, next, whole);
}

/** Moved by so many milliseconds, as far as the window reaches. */
export const panned = (sight: Sight, whole: Sight, by: number): Sight => kept(sight.from + by, widthOf(sight), whole);

/** Moved no further than it takes to see an instant of the window. */
export const broughtInto = (sight: Sight, whole: Sight, at: number): Sight =>
  panned(sight, whole, at < sight.from ? at - sight.from : at > sight.to ? at - sight.to : 0);

export const widthOf = ({ from, to }: Sight): number => to - from;

export const middleOf = ({ from, to }: Sight): number => from + (to - from) / 2;

const clamped = (at: number, { from, to }: Sight): number => Math.min(to, Math.max(from, at));

/** A width of the window, begun where it was wished or as near as the window allows. */
function kept(from: number, width: number, whole: Sight): Sight {
  const begin = Math.max(whole.from, Math.min(from, whole.to - width));
  return { from: begin, to: Math.min(whole.to, begin + width) };
}
