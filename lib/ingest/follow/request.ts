import type { Asset, Kind, Source, Venue } from '../../domain/market';
import type { Minute } from '../../domain/minute';
import type { IngestOptions } from '../run/request';
import type { FollowedVenue } from './followedVenue';

export interface FollowRequest {
  readonly assets: readonly Asset[];
  readonly venues: readonly Venue[];
  readonly kinds: readonly Kind[];
  /** Real exchanges, or the simulator. */
  readonly source: Extract<Source, 'rest' | 'simulated'>;
  /** A round begins every so many minutes, whole ones since 1970. */
  readonly everyMinutes: number;
  /**
   * The first minute to bring in. Absent: each market goes on at the first minute missing after what is stored of the last
   * day; where nothing is stored of it, an hour ago.
   */
  readonly from?: Minute;
}

export interface FollowOptions extends Pick<
  IngestOptions,
  'ledger' | 'now' | 'origin' | 'throttle' | 'fetch' | 'timeoutMs' | 'patience' | 'comparesClocks'
> {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Called with each round of each venue, and once with each change of a venue's state. */
  readonly onVenue: (followed: FollowedVenue) => void;
  /** Called with what is given up, refused or listed nowhere, one line each. */
  readonly onLine: (line: string) => void;
}
