import type { Asset, Kind, Source, Venue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import type { LongerLedger } from '../../domain/longerCandle';
import type { Ledger } from '../../domain/observation';
import type { Timeframe } from '../../domain/timeframe';
import type { Patience } from '../venue/backoff';
import type { IngestRoad, Job } from './jobs';
import type { VenueProgress } from './progress';

export interface IngestRequest {
  readonly assets: readonly Asset[];
  readonly venues: readonly Venue[];
  /** In order of importance: every market's first window comes before any second one. */
  readonly windows: readonly MinuteRange[];
  /** Real exchanges, or the simulator. Each road has a source of its own in either. */
  readonly source: Extract<Source, 'rest' | 'simulated'>;
  /** Default: spot. */
  readonly kinds?: readonly Kind[];
  /** Default: the candle API, and where its history does not reach the venue's trades. Given: these alone. */
  readonly roads?: readonly IngestRoad[];
  /** `missing` (default): what is not answered yet. `recheck`: everything, answered or not, to see what says otherwise now. */
  readonly mode?: 'missing' | 'recheck';
  /** Longer candles wanted beside the minutes, from the candle API. Default: none. */
  readonly timeframes?: readonly Timeframe[];
  /** Ranges of markets named one by one, instead of what follows from assets, windows, kinds and roads (see `repairOf`). */
  readonly parts?: readonly Job[];
}

export interface IngestOptions {
  readonly ledger: Ledger;
  /** Where longer candles are kept; needed where any are asked for. */
  readonly longerLedger?: LongerLedger;
  readonly now: () => number;
  /** The simulator's address; given if and only if the source is `simulated`. */
  readonly origin?: string;
  /** Another server that serves the venues' archives: `https://HOST/PATH` becomes `{archive}/HOST/PATH`. */
  readonly archive?: string | undefined;
  readonly throttle?: boolean;
  /** Whether it is noted where our clock is off from the venues'. Default: it is not; a simulator's may stand at any day. */
  readonly comparesClocks?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: VenueProgress) => void;
  readonly patience?: Patience;
  /** After which waits, in ms, a venue that rests or does not answer for now is asked again when the others are done. Default: a minute, then five. */
  readonly laterWaitsMs?: readonly number[];
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

/** Whether the venue is the simulator on this machine: it limits nobody, and no round trip counts. The one place that decides it. */
export const isUnthrottled = ({ origin, throttle }: Pick<IngestOptions, 'origin' | 'throttle'>): boolean =>
  origin !== undefined && throttle === false;
