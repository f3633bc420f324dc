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
  const [from] = assets.map((asset) => asset.from).sort();
  const to = assets
    .map((asset) => asset.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return undefined;
  return {
    assets: assets.length,
    venues: new Set(assets.flatMap((asset) => asset.venues)).size,
    candles: assets.reduce((sum, asset) => sum + asset.candles, 0),
    from,
    to,
  };
}
