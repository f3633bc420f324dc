import type { VenueProgress } from '../../api/progress';

/** The share of the asked minutes that is done, 0 to 1, over all venues; undefined before anything is known to be asked. */
export function doneShare(venues: readonly VenueProgress[]): number | undefined {
  const counted = venues.filter((venue) => venue.state !== 'refused' && venue.state !== 'failed');
  const total = counted.reduce((sum, venue) => sum + venue.totalMinutes, 0);
  if (total === 0) return undefined;
  return counted.reduce((sum, venue) => sum + venue.doneMinutes, 0) / total;
}

const STATES: Readonly<Record<VenueProgress['state'], string>> = {
  connecting: 'connecting',
  working: 'fetching',
  waiting: 'waiting for its rate limit',
  done: 'done',
  refused: 'refused, left out',
  failed: 'failed',
};
export const stateWords = (state: VenueProgress['state']): string => STATES[state];

/** What is still coming, in one sentence; undefined when nothing is. */
export function stillComing(venues: readonly VenueProgress[]): string | undefined {
  const coming = venues.filter(({ state }) => state === 'connecting' || state === 'working' || state === 'waiting');
  if (coming.length === 0) return undefined;
  return `Still coming: ${coming.map(({ venue }) => venue).join(', ')}. Until then the numbers rest on what is held so far.`;
}
