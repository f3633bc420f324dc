import { cache } from 'react';
import { decodedSegment } from '@/lib/client/address';
import { parseAsset } from '@/lib/domain/market';
import type { ViewDefaults } from '@/lib/permalink/view';
import { appContext } from '@/lib/server/context';
import { assetHeld, type HeldAsset } from '@/lib/server/held/held';

/** What is held of the asset a path segment names; undefined where it names none, or one that is not held. */
export const heldAsset = cache(async (segment: string): Promise<HeldAsset | undefined> => {
  const text = decodedSegment(segment);
  const asset = text === undefined ? undefined : parseAsset(text);
  return asset?.ok === true ? assetHeld(await appContext(), asset.value) : undefined;
});

/** What an address of this asset opens with where it leaves it out. */
export const viewDefaults = ({ window, venues }: HeldAsset): ViewDefaults => ({
  range: window,
  venues: venues.map(({ venue }) => venue),
});
