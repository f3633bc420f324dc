import { symbolOf } from '../../domain/asset';
import type { Instant } from '../../domain/instant';
import { KINDS, roadOf, type Asset, type Kind, type Venue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { marketsHeld } from '../../store/coverage/holdings';
import type { Context } from '../context';
import { windowOf } from './window';

export interface NamedAsset {
  readonly asset: Asset;
  readonly name: string;
}

/** What a page of an asset opens with; reads no candle. */
export interface HeldAsset extends NamedAsset {
  /** Every asset held, this one included, by code. */
  readonly assets: readonly NamedAsset[];
  /** Sorted; only a venue with a spot market can be a yardstick. Its books are those a reader may choose from. */
  readonly venues: readonly {
    readonly venue: Venue;
    readonly spot: boolean;
    readonly books: readonly { readonly quote: string; readonly kind: Kind }[];
  }[];
  readonly window: MinuteRange;
}

/** Every asset held (or that was, then), by code. */
export async function assetsHeld(context: Context, asOf?: Instant): Promise<readonly NamedAsset[]> {
  const held = await marketsHeld(context.database, { asOf });
  return [...new Set(held.map(({ market }) => market.base))].sort().map((asset) => ({ asset, name: symbolOf(asset) }));
}

/** undefined where nothing of the asset is held. */
export async function assetHeld(context: Context, asset: Asset): Promise<HeldAsset | undefined> {
  const [assets, held, window] = await Promise.all([
    assetsHeld(context),
    marketsHeld(context.database, { asset }),
    windowOf(context, asset),
  ]);
  if (held.length === 0 || !window.ok) return undefined;
  const venues = [...new Set(held.map(({ market }) => market.venue))].sort();
  return {
    asset,
    name: symbolOf(asset),
    assets,
    venues: venues.map((venue) => venueHeld(venue, held)),
    window: window.value.range,
  };
}

/** A venue with its books, each once however many sources told it, by kind and quote. */
function venueHeld(venue: Venue, held: Awaited<ReturnType<typeof marketsHeld>>): HeldAsset['venues'][number] {
  const own = held.flatMap(({ market, source }) => (market.venue === venue && roadOf(source) !== 'ui' ? [market] : []));
  const books = KINDS.flatMap((kind) =>
    [...new Set(own.filter((market) => market.kind === kind).map(({ quote }) => quote))]
      .sort()
      .map((quote) => ({ quote, kind })),
  );
  return { venue, spot: books.some(({ kind }) => kind === 'spot'), books };
}
