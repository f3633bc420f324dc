import type { AssetEntry } from './asset';
import type { Venue } from './market';
import type { MinuteRange } from './minute';
import type { MarketChoice } from './question';

/** One of a venue's markets of an asset. */
export type Book = Omit<MarketChoice, 'venue'>;

/** A venue with data of an asset, its books by kind and quote; only a spot market can be the reference. */
export interface CoveredVenue {
  readonly venue: Venue;
  readonly spot: boolean;
  readonly books: readonly Book[];
}

/**
 * What an address of an asset is read against, on the server and in the browser alike: what the registry says of the asset
 * (a user's additions included, which the browser cannot know by itself), and what there is data for.
 */
export interface AssetCoverage {
  readonly entry: AssetEntry;
  /** Sorted by id; never empty. */
  readonly venues: readonly CoveredVenue[];
  /** The window of an address that names none: absolute, chosen from what there is data for. */
  readonly window: MinuteRange;
}
