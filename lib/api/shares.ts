import type { VenueProgress } from './progress';

/** The share of the requested minutes that is done, 0 to 1, over all venues; undefined before it is known what is requested. */
export function doneShare(venues: readonly VenueProgress[]): number | undefined {
  const counted = venues.filter((venue) => venue.state !== 'refused' && venue.state !== 'failed');
  const total = counted.reduce((sum, venue) => sum + venue.totalMinutes, 0);
  if (total === 0) return undefined;
  return counted.reduce((sum, venue) => sum + venue.doneMinutes, 0) / total;
}
