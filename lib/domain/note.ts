import type { Asset, Venue } from './market';

/**
 * What a reader must know beside the numbers of an analysis: a fact, not yet a sentence (lib/words says it). Venues are in the
 * order shown, each once; quotes by the alphabet.
 */
export type Note =
  /** So few venues have a spot market that leaving one out leaves no median: 1 to ENOUGH_VENUES − 1 of them. */
  | { readonly kind: 'few-venues'; readonly asset: Asset; readonly venues: number }
  /** The reader lowered the least number of peers to this. */
  | { readonly kind: 'few-peers'; readonly minPeers: number }
  | { readonly kind: 'measured-among-peers' }
  | { readonly kind: 'weighted-by-volume' }
  | { readonly kind: 'against-peg' }
  | { readonly kind: 'pairwise'; readonly venue: Venue }
  /** The venue chosen as reference has no spot market of the asset in the window. */
  | { readonly kind: 'no-yardstick'; readonly venue: Venue; readonly asset: Asset }
  /** Of `markets`, those whose day before the window shares too few minutes with the underlying have no ratio. */
  | {
      readonly kind: 'against-underlying';
      readonly asset: Asset;
      /** undefined: the registry does not know it. */
      readonly underlying: Asset | undefined;
      readonly markets: number;
      readonly withoutRatio: number;
    }
  | { readonly kind: 'assumed-parity'; readonly quotes: readonly string[]; readonly venues: readonly Venue[] }
  | { readonly kind: 'raw-quotes'; readonly currency: string }
  | { readonly kind: 'perpetuals'; readonly venues: readonly Venue[] }
  /** Mark and index prices: computed, not traded. */
  | { readonly kind: 'computed-prices'; readonly venues: readonly Venue[] }
  /** In its lowest minute the market's own fall is the price of so few venues: fewer than a median needs. */
  | { readonly kind: 'thin-fall'; readonly venues: number };
