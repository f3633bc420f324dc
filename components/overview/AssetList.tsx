import type { OverviewAnswer } from '@/lib/api/overview';
import { candleCount, venueCount } from '@/lib/words/en/counts';
import { storedAssets } from '@/lib/words/en/overview';
import { Rich } from '../frame/Rich';
import { Section } from '../frame/Section';

/** The stored assets, a line each; their markets stand on the coverage page. Plain links: hundreds of them need no code. */
export function AssetList({ assets }: { readonly assets: OverviewAnswer['assets'] }) {
  return (
    <Section id="stored" title={storedAssets.title} lead={<Rich text={storedAssets.lead} />}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-x-8 border-t border-ink pt-2 text-sm">
        {assets.map(({ asset, name, candles, venues }) => (
          <li key={asset} className="text-ink-2">
            <a className="link font-semibold" href={`/${asset}`}>
              {name}
            </a>{' '}
            {candleCount(candles)}, {venueCount(venues.length)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
