import type { Asset } from '../../domain/market';
import { followLines, followSummary } from '../../words/en/follow';
import { ingestNotes } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { clockNotes } from '../run/clockNotes';
import { offersKinds } from '../run/plan';
import { sleepByClock } from '../venue/backoff';
import type { ConnectOptions } from '../venue/connect';
import type { FollowedVenue } from './followedVenue';
import type { FollowRun, Listed } from './followRun';
import { VenueFollower } from './followVenue';
import type { FollowOptions, FollowRequest } from './request';

export type { FollowOptions, FollowRequest } from './request';

export interface FollowReport {
  readonly venues: readonly FollowedVenue[];
  /** None of the venues lists any of the assets: there was nothing to follow. */
  readonly listedNowhere: boolean;
  /** One line. */
  readonly summary: string;
}

/**
 * Once every venue has given its list, names the assets that none lists, and this machine's clock where it is off and compared: what is recorded would be
 * dated by it. Calls `nowhere` when none lists any.
 */
function listKeeper(
  request: FollowRequest,
  { comparesClocks = false }: FollowOptions,
  venues: number,
  line: (line: string) => void,
  nowhere: () => void,
): FollowRun['listed'] {
  const listed = new Set<Asset>();
  const lists: Listed[] = [];
  return (list) => {
    for (const asset of list.assets) listed.add(asset);
    lists.push(list);
    if (lists.length < venues) return;
    // In the order asked for, whichever was the first to answer.
    const inOrder = request.venues.flatMap((venue) => lists.filter((one) => one.venue === venue));
    if (comparesClocks) for (const note of clockNotes(inOrder)) line(note);
    for (const asset of request.assets.filter((one) => !listed.has(one)))
      line(followLines.listedNowhere(asset, request.venues, mend.ticker));
    if (listed.size === 0) nowhere();
  };
}

const connectOptions = (
  { kinds }: FollowRequest,
  { now, origin, throttle, fetch, timeoutMs }: FollowOptions,
  signal: AbortSignal,
): ConnectOptions => ({
  now,
  signal,
  kinds,
  ...(origin === undefined ? {} : { origin }),
  ...(throttle === undefined ? {} : { throttle }),
  ...(fetch === undefined ? {} : { fetch }),
  ...(timeoutMs === undefined ? {} : { timeoutMs }),
});

function reportOf(venues: readonly FollowedVenue[], listedNowhere: boolean, ms: number): FollowReport {
  const sum = (of: (venue: FollowedVenue) => number): number => venues.reduce((total, venue) => total + of(venue), 0);
  const summary = followSummary({
    venues: venues.length,
    ms,
    candles: sum(({ candles }) => candles),
    corrections: sum(({ corrections }) => corrections),
    off: venues.flatMap(({ venue, state }) => (state === 'away' || state === 'refused' ? [{ venue, state }] : [])),
  });
  return { venues, listedNowhere, summary };
}

/**
 * Keeps the newest closed minutes of the assets coming until stopped: venues side by side, each by its own clock, a round
 * shortly after every minute's end. Every round asks for what is missing and for the last ten minutes again: what says
 * otherwise is a revision. What a venue did not deliver while it was away is asked for when it is back. Comes to a report
 * when `signal` is aborted, or when no venue lists any of the assets. Throws only on a broken promise.
 */
export async function follow(request: FollowRequest, options: FollowOptions): Promise<FollowReport> {
  if ((request.source === 'simulated') !== (options.origin !== undefined)) {
    throw new RangeError('the source is "simulated" if and only if a simulator is asked');
  }
  const { ledger, now, onVenue, onLine } = options;
  const end = new AbortController();
  const signal = AbortSignal.any([options.signal, end.signal]);
  const asked = request.venues.filter((venue) => offersKinds(venue, request.kinds));
  for (const venue of request.venues) if (!asked.includes(venue)) onLine(ingestNotes.noSuchKinds(venue, request.kinds));
  let listedNowhere = asked.length === 0;
  const listed = listKeeper(request, options, asked.length, onLine, () => {
    listedNowhere = true;
    end.abort();
  });
  const beganMs = now();
  const shared = {
    request,
    ledger,
    now,
    signal,
    listed,
    show: onVenue,
    line: onLine,
    patience: options.patience ?? { sleep: sleepByClock, random: Math.random },
    connecting: connectOptions(request, options, signal),
  };
  const followers = asked.map((venue) => new VenueFollower({ ...shared, venue }));
  const settled = await Promise.allSettled(
    followers.map((follower) =>
      follower.follow().catch((error: unknown) => {
        end.abort();
        throw error;
      }),
    ),
  );
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return reportOf(
    followers.map(({ current }) => current),
    listedNowhere,
    now() - beganMs,
  );
}
