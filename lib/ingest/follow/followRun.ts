import type { Asset, Venue } from '../../domain/market';
import type { Ledger } from '../../domain/observation';
import { waitBefore, type Patience } from '../venue/backoff';
import type { ConnectOptions } from '../venue/connect';
import { RetryLater } from '../venue/errors';
import type { FollowedVenue } from './followedVenue';
import type { FollowRequest } from './request';

/** What a venue's list says. */
export interface Listed {
  readonly venue: Venue;
  /** Of those followed. */
  readonly assets: readonly Asset[];
  /** How far its clock is ahead of ours, in ms. */
  readonly aheadMs: number;
}

/** What following one venue needs. */
export interface FollowRun {
  readonly venue: Venue;
  readonly request: FollowRequest;
  readonly ledger: Ledger;
  readonly now: () => number;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly connecting: ConnectOptions;
  /** Called with each round, and once with each change of state. */
  readonly show: (followed: FollowedVenue) => void;
  /** Called with what is given up or refused, one line each. */
  readonly line: (line: string) => void;
  /** Called once, when the venue has given its list. */
  readonly listed: (listed: Listed) => void;
}

/** A request is made so often in a row before its market is left for this round: more is for a venue that is away. */
const ATTEMPTS = 3;
/** A longer wait than this, asked for by the venue, is its being away. */
const LONGEST_WAIT_MS = 300_000;

/** Asks, and again after a wait where that may help. `isAway`: the venue did not answer last time; it is asked once. */
export async function askPatiently<T>(
  { patience, signal }: FollowRun,
  isAway: () => boolean,
  ask: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const isLast = attempt >= ATTEMPTS || isAway() || signal.aborted;
      if (!(error instanceof RetryLater) || isLast || (error.waitMs !== undefined && error.waitMs > LONGEST_WAIT_MS))
        throw error;
      await patience.sleep(waitBefore(attempt, error.waitMs, patience.random), signal);
    }
  }
}
