import { known, middle } from './arithmetic';

/** Section 6: the lowest low against the median of the first five closes there are. */
export function fall(
  lows: readonly (number | undefined)[],
  closes: readonly (number | undefined)[],
): number | undefined {
  const level = firstLevel(closes);
  const measured = known(lows);
  return level === undefined || measured.length === 0 ? undefined : Math.min(...measured) / level - 1;
}

/** The level before anything happened. */
export const firstLevel = (closes: readonly (number | undefined)[]): number | undefined =>
  middle(known(closes).slice(0, 5));
