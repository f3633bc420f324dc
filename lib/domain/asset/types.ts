import type { Asset, Venue } from '../market';
import type { Minute } from '../minute';

/**
 * What an asset is, where that changes a rule of the method. `stable`: a stablecoin redeemable for, or managed to, one unit
 * of a currency; only those of USD may be taken at parity (section 2, rule 4). `pegged`: meant to hold 1 USD by other means
 * (a hedge, an algorithm), and never taken at parity. `wrapped`: a claim on the underlying; where it `accrues`, one wrapped
 * unit comes to claim more and more of the underlying, else it claims one.
 */
export type AssetNature =
  | { readonly kind: 'plain' }
  | { readonly kind: 'stable'; readonly of: string }
  | { readonly kind: 'pegged' }
  | { readonly kind: 'wrapped'; readonly underlying: Asset; readonly accrues: boolean };

/** How an asset is written for people, and what it is. */
export interface AssetEntry {
  readonly asset: Asset;
  readonly name: string;
  readonly nature: AssetNature;
}

/** When a ticker means something: half-open, undefined: without an end on that side. */
export interface Validity {
  readonly from: Minute | undefined;
  readonly to: Minute | undefined;
}

/** On that venue (undefined: on every venue), in that time, this ticker means this asset. Tickers are ccxt's, case and all. */
export interface Alias extends Validity {
  readonly asset: Asset;
  readonly venue: Venue | undefined;
  readonly ticker: string;
}

/** On that venue (undefined: on every venue), in that time, this ticker is known to mean one asset here and another there. */
export interface Collision extends Validity {
  readonly candidates: readonly [Asset, Asset];
  readonly venue: Venue | undefined;
  readonly ticker: string;
}

/** Everything a registry is made of. An asset's own code is its ticker on every venue, unless an alias or collision says otherwise. */
export interface AssetTable {
  readonly entries: readonly AssetEntry[];
  readonly aliases: readonly Alias[];
  readonly collisions: readonly Collision[];
  /** Assets whose code is of our making, because their ticker is not theirs alone: no venue's ticker by itself. */
  readonly coined: ReadonlySet<Asset>;
}

/** What a user says of one asset, ours or new: what is undefined stays as it is. */
export interface AssetAddition {
  readonly asset: Asset;
  readonly name: string | undefined;
  readonly nature: AssetNature | undefined;
  readonly aliases: readonly Omit<Alias, 'asset'>[];
}

/**
 * What a venue's ticker means. `plain`: the registry says nothing of it, so it is an asset of its own name. `collision`: two
 * assets go by it, and which one it is here is not known. `unknown`: the registry knows the ticker (for the assets in `of`)
 * but not on this venue at this time, or the text can be no asset's code (`of` is empty).
 */
export type TickerMeaning =
  | { readonly kind: 'known'; readonly asset: Asset }
  | { readonly kind: 'plain'; readonly asset: Asset }
  | { readonly kind: 'collision'; readonly candidates: readonly [AssetEntry, AssetEntry] }
  | { readonly kind: 'unknown'; readonly of: readonly AssetEntry[] };
