import type { Asset, Kind, Source, Venue } from '../../domain/market';
import type { Minute } from '../../domain/minute';
import { sleepByClock } from '../venue/backoff';
import { VenueFollower, type FollowedVenue, type FollowRun } from './followVenue';
import { offersKinds, type IngestOptions } from '../run/ingest';
import { IMPORT_INSTEAD } from '../run/missing';

export interface FollowRequest {
  readonly assets: readonly Asset[];
  readonly venues: readonly Venue[];
  readonly kinds: readonly Kind[];
  /** The world: real exchanges, or the simulator. */
  readonly source: Extract<Source, 'rest' | 'simulated'>;
  /** A round begins every so many minutes, whole ones since 1970. */
  readonly everyMinutes: number;
  /**
   * The first minute to bring in. Absent: each market goes on at the first minute missing after what is held of the last
   * day; where nothing is held of it, an hour ago.
   */
  readonly from?: Minute;
}

export interface FollowOptions extends Pick<
  IngestOptions,
  'ledger' | 'now' | 'origin' | 'throttle' | 'fetch' | 'timeoutMs' | 'patience'
> {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Told each round of each venue, and each change of a venue's state once. */
  readonly onVenue: (followed: FollowedVenue) => void;
  /** Told what is given up, refused or listed nowhere, one line each. */
  readonly onLine: (line: string) => void;
}

export interface FollowReport {
  readonly venues: readonly FollowedVenue[];
  /** None of the venues lists any of the assets: there was nothing to follow. */
  readonly listedNowhere: boolean;
  /** One line. */
  readonly summary: string;
}

/** `2 h 3 min`, `45 s`. */
function spokenDuration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes === 0) return `${String(Math.round(ms / 1_000))} s`;
  return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

function summaryOf(venues: readonly FollowedVenue[], ms: number): string {
  const sum = (of: (venue: FollowedVenue) => number): string =>
    venues.reduce((total, venue) => total + of(venue), 0).toLocaleString('en');
  const off = venues
    .filter(({ state }) => state === 'away' || state === 'refused')
    .map(({ venue, state }) => `${venue} ${state}`);
  return [
    `${String(venues.length)} venues followed for ${spokenDuration(ms)}`,
    `${sum(({ candles }) => candles)} candles recorded`,
    `${sum(({ corrections }) => corrections)} minutes corrected later`,
    ...off,
  ].join(', ');
}

/** Says which assets no venue lists, once every venue has given its list; `nowhere` when it is all of them. */
function listKeeper(
  request: FollowRequest,
  venues: number,
  tell: (line: string) => void,
  nowhere: () => void,
): FollowRun['listed'] {
  const listed = new Set<Asset>();
  let lists = 0;
  return (assets) => {
    for (const asset of assets) listed.add(asset);
    lists += 1;
    if (lists < venues) return;
    for (const asset of request.assets.filter((one) => !listed.has(one))) {
      tell(`${asset}: listed by none of ${request.venues.join(', ')}; check the ticker, or ${IMPORT_INSTEAD}`);
    }
    if (listed.size === 0) nowhere();
  };
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
  const { ledger, now, origin, throttle, fetch, timeoutMs, onVenue, onLine } = options;
  const end = new AbortController();
  const signal = AbortSignal.any([options.signal, end.signal]);
  const asked = request.venues.filter((venue) => offersKinds(venue, request.kinds));
  for (const venue of request.venues)
    if (!asked.includes(venue)) onLine(`${venue}: has no ${request.kinds.join(', ')} markets`);
  let listedNowhere = asked.length === 0;
  const listed = listKeeper(request, asked.length, onLine, () => {
    listedNowhere = true;
    end.abort();
  });
  const beganMs = now();
  const followers = asked.map(
    (venue) =>
      new VenueFollower({
        venue,
        request,
        ledger,
        now,
        signal,
        listed,
        show: onVenue,
        tell: onLine,
        patience: options.patience ?? { sleep: sleepByClock, random: Math.random },
        connecting: {
          now,
          signal,
          kinds: request.kinds,
          ...(origin === undefined ? {} : { origin }),
          ...(throttle === undefined ? {} : { throttle }),
          ...(fetch === undefined ? {} : { fetch }),
          ...(timeoutMs === undefined ? {} : { timeoutMs }),
        },
      }),
  );
  const settled = await Promise.allSettled(
    followers.map((follower) =>
      follower.follow().catch((error: unknown) => {
        end.abort();
        throw error;
      }),
    ),
  );
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  const venues = followers.map(({ current }) => current);
  return { venues, listedNowhere, summary: summaryOf(venues, now() - beganMs) };
}
