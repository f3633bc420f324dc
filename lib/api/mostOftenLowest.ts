import type { LowsAnswer } from './lows';

/** More names than these a sentence counts. */
export const MOST_LOWEST_NAMED = 2;

/** The venues that stood lowest in the most assets, all that did in as many; none, where nobody did. */
export function mostOftenLowest(venues: LowsAnswer['venues']): LowsAnswer['venues'] {
  const most = Math.max(0, ...venues.map(({ lowest }) => lowest.assets));
  return most === 0 ? [] : venues.filter(({ lowest }) => lowest.assets === most);
}
