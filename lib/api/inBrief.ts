import type { OverviewAnswer } from './overview';

/** How much is stored, together. */
export interface InBrief {
  readonly assets: number;
  readonly venues: number;
  readonly candles: number;
  /** Minutes, ISO: the first of all, and that after the last. */
  readonly from: string;
  readonly to: string;
}

/** The stored assets together, each venue once; undefined where nothing is stored. */
export function inBrief(
  assets: readonly Pick<OverviewAnswer['assets'][number], 'venues' | 'candles' | 'from' | 'to'>[],
): InBrief | undefined {
  const [first] = assets;
  if (first === undefined) return undefined;
  let { from, to } = first;
  let candles = 0;
  const venues = new Set<string>();
  for (const asset of assets) {
    if (asset.from < from) from = asset.from;
    if (asset.to > to) to = asset.to;
    candles += asset.candles;
    for (const venue of asset.venues) venues.add(venue);
  }
  return { assets: assets.length, venues: venues.size, candles, from, to };
}
