import Link from 'next/link';
import type { CoverageAnswer, MarketCoverage, OverviewAnswer } from '@/lib/api/overview';
import { Section } from '../frame/Section';
import { tradedShare } from '@/lib/api/shares';
import { shareWords } from '@/lib/words/en/coverage';
import { candleCount } from '@/lib/words/en/counts';
import { flawWords, storedAssets } from '@/lib/words/en/overview';
import { venueName } from '@/lib/words/en/venues';
import { VenueMarket } from '../frame/Cells';

interface Props {
  readonly assets: OverviewAnswer['assets'];
  readonly coverage: CoverageAnswer | undefined;
}

export function StoredAssets({ assets, coverage }: Props) {
  return (
    <Section id="stored" title={storedAssets.title} lead={storedAssets.lead}>
      <ul className="border-t border-ink">
        {assets.map((asset) => (
          <li key={asset.asset} className="grid gap-x-8 gap-y-2 border-b border-rule py-3 lg:grid-cols-[15rem_1fr]">
            <div className="text-sm text-ink-2">
              <Link className="link text-base font-semibold" href={`/${asset.asset}`}>
                {asset.name}
              </Link>
              <p className="mt-1">{candleCount(asset.candles)}</p>
              <p className="whitespace-nowrap">{storedAssets.from(asset.from)}</p>
              <p className="whitespace-nowrap">{storedAssets.to(asset.to)}</p>
            </div>
            <div className="min-w-0">
              <Markets
                venues={asset.venues}
                markets={coverage?.assets.find((stored) => stored.asset === asset.asset)?.markets}
              />
              {asset.notes.map((note) => (
                <p key={note} className="mt-2 text-[0.8rem] text-caution">
                  {note}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Markets({
  venues,
  markets,
}: {
  readonly venues: readonly string[];
  readonly markets: readonly MarketCoverage[] | undefined;
}) {
  if (markets === undefined) return <>{venues.map(venueName).join(', ')}</>;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(12.5rem,1fr))] gap-x-5 gap-y-1.5">
      {markets.map((market) => (
        <li key={`${market.venue} ${market.market} ${market.kind} ${market.source}`} className="text-[0.8rem]">
          <span className="flex justify-between gap-2">
            <span className="whitespace-nowrap">
              <VenueMarket venue={market.venue} market={market.market} kind={market.kind} />
            </span>
            <Traded market={market} />
          </span>
          <Bar market={market} />
        </li>
      ))}
    </ul>
  );
}

function Traded({ market }: { readonly market: MarketCoverage }) {
  const share = tradedShare(market);
  return (
    <span className={`whitespace-nowrap ${share === undefined ? 'hole' : 'text-ink-2'}`}>
      {shareWords(market.traded, market.answeredMinutes) ?? storedAssets.notFetched}
    </span>
  );
}

function Bar({ market }: { readonly market: MarketCoverage }) {
  const share = tradedShare(market);
  const flaws = flawWords(market);
  return (
    <>
      <span aria-hidden className="mt-0.5 block h-1 bg-rule">
        {share !== undefined && <span className="block h-1 bg-ink-3" style={{ width: `${100 * share}%` }} />}
      </span>
      {flaws !== undefined && <span className="text-caution">{flaws}</span>}
    </>
  );
}
