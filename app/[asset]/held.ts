import { cache } from 'react';
import type { HeldVenue } from '@/components/view';
import { decodedSegment } from '@/lib/client/address';
import { parseAsset, type Asset, type Venue } from '@/lib/domain/market';
import type { MinuteRange } from '@/lib/domain/minute';
import type { ViewDefaults } from '@/lib/permalink/view';
import { appContext } from '@/lib/server/context';
import { coverage } from '@/lib/server/coverage';
import { windowOf } from '@/lib/server/window';

export interface HeldAsset {
  readonly asset: Asset;
  readonly name: string;
  /** Every asset held, this one included, by code. */
  readonly assets: readonly { readonly asset: string; readonly name: string }[];
  readonly venues: readonly HeldVenue[];
  readonly window: MinuteRange;
}

/** What is held of the asset a path segment names; undefined where it names none, or one that is not held. */
export const heldAsset = cache(async (segment: string): Promise<HeldAsset | undefined> => {
  const text = decodedSegment(segment);
  const asset = text === undefined ? undefined : parseAsset(text);
  if (asset?.ok !== true) return undefined;
  const context = await appContext();
  const [covered, window] = await Promise.all([coverage(context), windowOf(context, asset.value)]);
  const held = covered.ok ? covered.value.assets.find((one) => one.asset === asset.value) : undefined;
  if (!covered.ok || held === undefined || !window.ok) return undefined;
  const names = [...new Set(held.markets.map(({ venue }) => venue))].sort();
  const venues = names.map((venue) => ({ venue: venue as Venue, spot: held.markets.some((market) => market.venue === venue && market.kind === 'spot') }));
  return { asset: asset.value, name: held.name, assets: covered.value.assets.map(({ asset: code, name }) => ({ asset: code, name })), venues, window: window.value.range };
});

/** What an address of this asset opens with where it leaves it out. */
export const viewDefaults = ({ window, venues }: HeldAsset): ViewDefaults => ({ range: window, venues: venues.map(({ venue }) => venue) });
