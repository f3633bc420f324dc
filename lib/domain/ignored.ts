import type { Asset, Venue } from './market';
import type { MarketChoice } from './question';
import type { Refusal } from './refusal';

/** A part of an address that a page left out, and why. */
export type Ignored = IgnoredAsWritten | IgnoredForLackOfData;

/** For what is written there. */
export type IgnoredAsWritten =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown-name'; readonly name: string }
  /** The first value is taken. */
  | { readonly kind: 'repeated'; readonly name: string }
  | { readonly kind: 'unknown-version'; readonly text: string; readonly readAs: number }
  /** A version of the method that is not in force. */
  | { readonly kind: 'unknown-method'; readonly text: string; readonly readAs: number }
  /** ISO minutes. */
  | {
      readonly kind: 'minute-outside-window';
      readonly minute: string;
      readonly from: string;
      readonly to: string;
    };

/** For what there is no data of. */
export type IgnoredForLackOfData =
  | { readonly kind: 'venues-without-data'; readonly asset: Asset; readonly venues: readonly Venue[] }
  | { readonly kind: 'markets-without-data'; readonly asset: Asset; readonly markets: readonly MarketChoice[] }
  | { readonly kind: 'reference-venue-without-data'; readonly asset: Asset; readonly venue: Venue }
  /** No venue has a spot book quoted in it. */
  | { readonly kind: 'bloc-without-data'; readonly asset: Asset; readonly quote: string }
  | { readonly kind: 'highlight-without-data'; readonly asset: Asset; readonly venue: Venue }
  | { readonly kind: 'lines-without-data'; readonly asset: Asset; readonly venues: readonly Venue[] };
