import type { OverviewAnswer } from '@/lib/api/overview';
import { count, utc } from '@/lib/words/en/numbers';

/** "9 assets on 8 venues, 34,560 candles, …": one line under the headline; nothing where nothing is held. */
export function StoredInBrief({ assets }: { readonly assets: OverviewAnswer['assets'] }) {
  if (assets.length === 0) return null;
  const venues = new Set(assets.flatMap((asset) => asset.venues));
  const candles = assets.reduce((sum, asset) => sum + asset.candles, 0);
  const from = assets.map((asset) => asset.from).sort()[0];
  const to = assets
    .map((asset) => asset.to)
    .sort()
    .at(-1);
  return (
    <p className="mt-3 max-w-[70ch] text-ink-2">
      StoredAssets: {count(assets.length)} {assets.length === 1 ? 'asset' : 'assets'} on {count(venues.size)}{' '}
      {venues.size === 1 ? 'venue' : 'venues'}, {count(candles)} candles
      {from === undefined || to === undefined ? '' : `, ${utc(from)} to ${utc(to)} UTC`}.
    </p>
  );
}
