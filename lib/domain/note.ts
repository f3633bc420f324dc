import type { WhyLeftOut } from './leftOut';
import type { Asset, Market, Venue } from './market';
import type { MinuteRange } from './minute';

/**
 * What a reader must know beside the numbers of an analysis: a fact, not yet a sentence (lib/words says it). Venues are in the
 * order shown, each once; quotes by the alphabet.
 */
export type Note =
  /** So few venues have a spot market that leaving one out leaves no median: 1 to ENOUGH_VENUES − 1 of them. */
  | { readonly kind: 'few-venues'; readonly asset: Asset; readonly venues: number }
  /** A median of the other venues is asked for that fewer have a spot market for than it wants: `others` besides the venue asked about, of `minPeers`. */
  | { readonly kind: 'few-others'; readonly asset: Asset; readonly others: number; readonly minPeers: number }
  /** The reader lowered the least number of peers to this. */
  | { readonly kind: 'few-peers'; readonly minPeers: number }
  | { readonly kind: 'measured-among-peers' }
  | { readonly kind: 'weighted-by-volume' }
  | { readonly kind: 'against-peg' }
  | { readonly kind: 'pairwise'; readonly venue: Venue }
  /** The venue chosen as reference has no spot market of the asset in the window. */
  | { readonly kind: 'no-reference-venue'; readonly venue: Venue; readonly asset: Asset }
  /** Of `markets`, those whose day before the window shares too few minutes with the underlying have no ratio. */
  | {
      readonly kind: 'against-underlying';
      readonly asset: Asset;
      /** undefined: the registry does not know it. */
      readonly underlying: Asset | undefined;
      readonly markets: number;
      readonly withoutRatio: number;
    }
  /** Medians are taken among books quoted in one quote alone: those of `venues`, of which a median wants `minPeers`. */
  | {
      readonly kind: 'one-bloc';
      readonly quote: string;
      readonly venues: readonly Venue[];
      readonly minPeers: number;
    }
  /** A market that took no part on some UTC days, the last of which ends with `range`. */
  | {
      readonly kind: 'left-out';
      readonly market: Market;
      readonly why: WhyLeftOut;
      readonly of: Market | undefined;
      readonly factor: number | undefined;
      readonly days: number;
      readonly range: MinuteRange;
    }
  /** The second name of a book that is not stored on some UTC days, the last of which ends with `range`: read in that book's quote there. */
  | {
      readonly kind: 'read-as';
      readonly market: Market;
      readonly quote: string;
      readonly days: number;
      readonly range: MinuteRange;
    }
  /** A venue whose book of largest volume is not the same on every day. */
  | {
      readonly kind: 'book-changes';
      readonly venue: Venue;
      readonly books: readonly { readonly market: Market; readonly range: MinuteRange }[];
    }
  /** Rates that rest on fewer legs than a measurement needs, in most minutes. */
  | { readonly kind: 'thin-rates'; readonly quotes: readonly string[]; readonly venues: readonly Venue[] }
  | { readonly kind: 'assumed-parity'; readonly quotes: readonly string[]; readonly venues: readonly Venue[] }
  | { readonly kind: 'raw-quotes'; readonly currency: string }
  | { readonly kind: 'perpetuals'; readonly venues: readonly Venue[] }
  /** Venues with data of contracts, mark or index prices in the window that are not shown: nobody chose them. */
  | { readonly kind: 'spot-alone'; readonly venues: readonly Venue[] }
  /** Some of the window is still to come: nobody could have fetched it. */
  | { readonly kind: 'not-over' }
  /** Mark and index prices: computed, not traded. */
  | { readonly kind: 'computed-prices'; readonly venues: readonly Venue[] }
  /** In its lowest minute the market's own fall is the price of so few venues: fewer than a median needs. */
  | { readonly kind: 'thin-fall'; readonly venues: number };
