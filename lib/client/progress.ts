import { queryOptions } from '@tanstack/react-query';
import { paceMeter, totalOf, type Pace, type PacedTotal } from '../api/pace';
import type { ProgressAnswer, VenueProgress } from '../api/progress';
import { apiRoutes } from '../api/routes';
import { ask } from './ask';

/** A running ingest moves by the second; an idle one is asked after now and then, in case one starts. */
const RUNNING_MS = 1_500;
const IDLE_MS = 20_000;

/** The ingest that runs now, if one does. Polls. */
export const progressQuery = queryOptions({
  queryKey: ['progress'],
  queryFn: ({ signal }) =>
    ask(async () => (await import('../api/progress')).progressAnswer, apiRoutes.progress, signal),
  refetchInterval: (query) => (query.state.data?.running === true ? RUNNING_MS : IDLE_MS),
});

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
