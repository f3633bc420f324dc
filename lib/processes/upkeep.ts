import type { FollowedVenue } from '../ingest/follow/followVenue';

/** What goes on beside a follower's candles. */
export interface Upkeep {
  /** A venue's round, or its change of state. */
  note(followed: FollowedVenue): void;
  end(): Promise<void>;
}
