import { paceMeter, totalOf, type Pace, type PacedTotal } from '../../api/pace';
import type { Venue } from '../../domain/market';
import type { VenueProgress } from '../../ingest/run/progress';

/** A venue's progress with how fast it goes. */
export interface Paced extends VenueProgress, Pace {}

export interface PaceKeeper {
  readonly paced: (progress: VenueProgress) => Paced;
  /** All venues heard of so far together. */
  readonly total: () => PacedTotal;
}

/** Measures the pace of each venue by `now`, in milliseconds. */
export function paceKeeper(now: () => number): PaceKeeper {
  const venues = new Map<Venue, { readonly meter: ReturnType<typeof paceMeter>; readonly latest: Paced }>();
  return {
    paced(progress) {
      const meter = venues.get(progress.venue)?.meter ?? paceMeter();
      const latest = { ...progress, ...meter({ ...progress, atSeconds: now() / 1_000 }) };
      venues.set(progress.venue, { meter, latest });
      return latest;
    },
    total: () => totalOf([...venues.values()].map(({ latest }) => latest)),
  };
}
