/** A time is written as a day, to the minute, or as a moment with seconds and milliseconds where they are not 0. */
export type TimePrecision = 'day' | 'minute' | 'moment';

/** One of the two ends of a window. */
export type RangeEnd = 'from' | 'to';

/** What a ticker means in one stretch of time: `from`, `to` as ISO minutes, undefined: without an end on that side. */
export interface TickerClaim {
  readonly assets: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What is wrong with a time or a range that somebody wrote. `text` is what was written, in full. */
export type TimeRefusal =
  | { readonly kind: 'not-a-time'; readonly text: string; readonly precision: TimePrecision }
  /** 30 February, hour 24, minute 99. */
  | { readonly kind: 'impossible-time'; readonly text: string; readonly precision: TimePrecision }
  | { readonly kind: 'time-out-of-range'; readonly text: string; readonly firstYear: number; readonly lastYear: number }
  | { readonly kind: 'range-end-missing'; readonly name: RangeEnd }
  | { readonly kind: 'range-reversed'; readonly from: string; readonly to: string }
  /** ISO minutes. */
  | {
      readonly kind: 'minute-outside-window';
      readonly minute: string;
      readonly from: string;
      readonly to: string;
    }
  /** A moment to look at the data as of that has not come. */
  | { readonly kind: 'still-to-come'; readonly text: string }
  | { readonly kind: 'range-too-long'; readonly from: string; readonly to: string; readonly mostDays: number };

/** What is wrong with the name of a venue, an asset or a market. */
export type NameRefusal =
  | { readonly kind: 'not-a-venue'; readonly text: string }
  | { readonly kind: 'not-an-asset'; readonly text: string }
  /** An asset where its code as stored is asked for: `code` is how to write it. */
  | { readonly kind: 'not-as-stored'; readonly text: string; readonly code: string }
  | { readonly kind: 'not-a-pair'; readonly text: string }
  | { readonly kind: 'not-a-market-choice'; readonly text: string }
  | { readonly kind: 'market-chosen-twice'; readonly venue: string; readonly marketKind: string }
  | { readonly kind: 'not-a-compared-market'; readonly text: string }
  | { readonly kind: 'compared-count'; readonly count: number; readonly least: number; readonly most: number };

/** What is wrong with one field of a question. Limits are inclusive. */
export type FieldRefusal =
  | { readonly kind: 'not-one-of'; readonly name: string; readonly text: string; readonly known: readonly string[] }
  /** `known`: those written by their name alone, without `venue:V`. */
  | { readonly kind: 'not-a-reference'; readonly text: string; readonly known: readonly string[] }
  | { readonly kind: 'not-a-resolution'; readonly text: string; readonly sizes: readonly number[] }
  | {
      readonly kind: 'not-a-whole-number';
      readonly name: string;
      readonly text: string;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'not-a-peer-count'; readonly text: string; readonly least: number; readonly most: number }
  /** `example`: a ratio the field takes. */
  | {
      readonly kind: 'not-a-ratio';
      readonly name: string;
      readonly text: string;
      readonly least: number;
      readonly most: number;
      readonly example: number;
    }
  | { readonly kind: 'not-a-digest'; readonly text: string }
  | { readonly kind: 'too-many'; readonly name: 'venues' | 'markets' | 'assets' | 'lines'; readonly most: number }
  | { readonly kind: 'no-underlying'; readonly asset: string }
  | { readonly kind: 'no-peg'; readonly asset: string }
  | { readonly kind: 'not-a-bloc'; readonly text: string }
  /** Books of one quote are asked for, with a reference that is no median of the asset's books; `known`: those that are. */
  | { readonly kind: 'no-blocs'; readonly reference: string; readonly known: readonly string[] };

/** What is wrong with an address as a whole. */
export type AddressRefusal =
  | { readonly kind: 'unknown-name'; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: 'given-twice'; readonly name: string }
  | { readonly kind: 'missing-asset' }
  | { readonly kind: 'query-too-long'; readonly length: number; readonly most: number }
  /** A name that the path carries, given in the query too. */
  | { readonly kind: 'in-the-path'; readonly name: string }
  | { readonly kind: 'not-a-form'; readonly forms: readonly string[] }
  | { readonly kind: 'not-a-sha256' };

/** What is wrong with a table of assets: a user's `assets.json`, or the one that is shipped. */
export type AssetTableRefusal =
  | { readonly kind: 'asset-code'; readonly asset: string }
  | { readonly kind: 'asset-twice'; readonly asset: string }
  | { readonly kind: 'asset-without-entry'; readonly asset: string }
  | { readonly kind: 'underlying-without-entry'; readonly asset: string; readonly underlying: string }
  /** `chain`: from the asset over its underlyings until one comes again. */
  | { readonly kind: 'wraps-itself'; readonly asset: string; readonly chain: readonly string[] }
  /** `to`: an ISO minute, not after the alias begins. */
  | { readonly kind: 'alias-reversed'; readonly asset: string; readonly ticker: string; readonly to: string }
  /** `venue` undefined: on every venue. */
  | {
      readonly kind: 'ticker-ambiguous';
      readonly ticker: string;
      readonly venue: string | undefined;
      readonly claims: readonly [TickerClaim, TickerClaim];
    };

/**
 * Everything that can be wrong with what a person or a script wrote, as data: what was read, and the limits it broke.
 * Plain texts and numbers only; `words` says each in one line with its mend.
 */
export type Refusal = TimeRefusal | NameRefusal | FieldRefusal | AddressRefusal | AssetTableRefusal;
