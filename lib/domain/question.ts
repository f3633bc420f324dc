import { defaultEnter, ownReference } from './asset';
import type { Instant } from './instant';
import type { Asset, Kind, Venue } from './market';
import { DEFAULT_MIN_PEERS } from './method';
import type { MinuteRange } from './minute';
import type { Reference } from './reference';

export type { Reference };

/** The reader's own choice of a venue's market, where the usual order of quotes or kinds is not wanted. */
export interface MarketChoice {
  readonly venue: Venue;
  readonly quote: string;
  readonly kind: Kind;
}

/** `usd` converts every quote to USD; `none` compares raw quotes inside one quote. */
export type RateChoice = 'usd' | 'none';

/** Every book, or only those quoted in this quote (`USD`, `USDT`, …). */
export type Bloc = 'all' | (string & {});

/** Everything an analysis is asked, with nothing left to the clock or to the reader's machine. */
export interface Question {
  readonly asset: Asset;
  readonly range: MinuteRange;
  /** The venues that take part, sorted; undefined: every venue with data. */
  readonly venues: readonly Venue[] | undefined;
  /**
   * The reader's choice of markets, at most one a venue and kind, by venue and kind. A spot choice replaces the venue's usual
   * book; a contract, mark or index is shown beside it. A venue not named goes by the usual order.
   */
  readonly markets: readonly MarketChoice[];
  readonly reference: Reference;
  /** Among which of the other venues' books a median is taken: all, or those quoted in one quote. With `others`, `all` and `vwm` alone. */
  readonly bloc: Bloc;
  readonly rate: RateChoice;
  /** At least this many other venues, else `too-few-peers`. Does not apply to `venue:V`. */
  readonly minPeers: number;
  /** The entry level T of an episode, as a ratio: 0.02 is 2 %. */
  readonly enter: number;
  /** The data as they were known then: what was answered later takes no part. undefined: as they are known now. */
  readonly asOf: Instant | undefined;
}

/** What the product asks where nobody asked otherwise: every venue, the asset's own reference, in USD, as known now. */
export const defaultQuestion = (asset: Asset, range: MinuteRange): Question => ({
  asset,
  range,
  venues: undefined,
  markets: [],
  reference: ownReference(asset),
  bloc: 'all',
  rate: 'usd',
  minPeers: DEFAULT_MIN_PEERS,
  enter: defaultEnter(asset),
  asOf: undefined,
});
