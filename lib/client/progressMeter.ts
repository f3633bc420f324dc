import { paceMeter, totalOf, type Pace, type PacedTotal } from '../api/pace';
import type { ProgressAnswer, VenueProgress } from '../api/progress';

/** The progress of an ingest with how fast it goes. */
export interface PacedProgress {
  readonly venues: readonly (VenueProgress & Pace)[];
  readonly total: PacedTotal;
}

/**
 * Measures the pace between the answers it is given, by the ingest's own clock: nothing is known of it at the first one. The
 * same answer twice is one.
 */
export function progressMeter(): (answer: Pick<ProgressAnswer, 'elapsedSeconds' | 'venues'>) => PacedProgress {
  const meters = new Map<string, ReturnType<typeof paceMeter>>();
  return ({ elapsedSeconds, venues }) => {
    const paced = venues.map((venue) => {
      const meter = meters.get(venue.venue) ?? paceMeter();
      meters.set(venue.venue, meter);
      return {
        ...venue,
        ...(elapsedSeconds === undefined
          ? { perSecond: undefined, etaSeconds: undefined }
          : meter({ ...venue, atSeconds: elapsedSeconds })),
      };
    });
    return { venues: paced, total: totalOf(paced) };
  };
}
