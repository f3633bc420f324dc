import type { Market, Venue } from '../../domain/market';
import type { Minute } from '../../domain/minute';

/** `away`: not answering for now (network, overload, maintenance), asked again soon; `refused`: a geo-block or ban, asked again rarely. */
export type FollowState = 'connecting' | 'catching-up' | 'following' | 'away' | 'refused';

/** One venue as it is followed. */
export interface FollowedVenue {
  readonly venue: Venue;
  readonly state: FollowState;
  readonly markets: readonly Market[];
  /**
   * The newest minute up to which it has answered for all its markets, silence that no row has proven yet included (`note` names
   * it once it lasts); undefined before the first round.
   */
  readonly newest: Minute | undefined;
  /** From the end of that minute until now, by the venue's clock. */
  readonly lagSeconds: number | undefined;
  readonly rounds: number;
  /** Recorded for the first time. */
  readonly candles: number;
  /** Minutes that said otherwise when they were asked for again: each a revision. */
  readonly corrections: number;
  /** For people; may be empty. */
  readonly note: string;
}

/** A venue before its first round. */
export const notYetFollowed = (venue: Venue): FollowedVenue => ({
  venue,
  state: 'connecting',
  markets: [],
  newest: undefined,
  lagSeconds: undefined,
  rounds: 0,
  candles: 0,
  corrections: 0,
  note: '',
});
