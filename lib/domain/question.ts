import type { Asset, Venue } from './market';
import type { MinuteRange } from './minute';

/** Whoever changes a rule of the method raises it; permalinks and exports name it. */
export const METHOD_VERSION = 1;

/** `others`: the median of the other venues. `venue:V`: one venue chosen as the yardstick. */
export type Reference = { readonly kind: 'others' } | { readonly kind: 'venue'; readonly venue: Venue };

/** `usd` converts every quote to USD; `none` compares raw quotes inside one quote. */
export type RateChoice = 'usd' | 'none';

/** Everything an analysis is asked, with nothing left to the clock or to the reader's machine. */
export interface Question {
  readonly asset: Asset;
  readonly range: MinuteRange;
  /** The venues that take part, sorted; undefined: every venue held. */
  readonly venues: readonly Venue[] | undefined;
  readonly reference: Reference;
  readonly rate: RateChoice;
  /** At least this many other venues, else `too-few-peers`. Does not apply to `venue:V`. */
  readonly minPeers: number;
  /** The entry level T of an episode, as a ratio: 0.02 is 2 %. */
  readonly enter: number;
}

export const DEFAULT_MIN_PEERS = 3;
/** Below 2 one stray venue would make every other venue look astray. */
export const LEAST_MIN_PEERS = 2;
