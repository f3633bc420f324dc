import Link from 'next/link';
import type { CoverageAnswer, HeldMarket, OverviewAnswer } from '@/lib/api/overview';
import { Section } from '../frame/Section';
import { tradedShare } from '@/lib/words/en/coverage';
import { count, formatLevel, utc } from '@/lib/words/en/numbers';

interface Props {
  readonly assets: OverviewAnswer['assets'];
  readonly coverage: CoverageAnswer | undefined;
}

export function StoredAssets({ assets, coverage }: Props) {
  return (
    <Section
      id="held"
      title="What is held"
      lead="One-minute candles by asset and market. A bar is the share of the asked and answered minutes in which the venue traded; the rest is “no trade”. What was never asked is not in it."
    >
      <ul className="border-t border-ink">
        {assets.map((asset) => (
          <li key={asset.asset} className="grid gap-x-8 gap-y-2 border-b border-rule py-3 lg:grid-cols-[15rem_1fr]">
            <div className="text-sm text-ink-2">
              <Link className="link text-base font-semibold" href={`/${asset.asset}`}>
                {asset.name}
              </Link>
              <p className="mt-1">{count(asset.candles)} candles</p>
              <p className="whitespace-nowrap">{utc(asset.from)} to</p>
              <p className="whitespace-nowrap">{utc(asset.to)} UTC</p>
            </div>
            <div className="min-w-0">
              <Markets
                venues={asset.venues}
                markets={coverage?.assets.find((held) => held.asset === asset.asset)?.markets}
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
  readonly markets: readonly HeldMarket[] | undefined;
}) {
  if (markets === undefined) return <>{venues.join(', ')}</>;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))] gap-x-5 gap-y-1.5">
      {markets.map((market) => (
        <li key={`${market.venue} ${market.market} ${market.kind} ${market.source}`} className="text-[0.8rem]">
          <span className="flex justify-between gap-2">
            <span className="whitespace-nowrap">
              {market.venue}{' '}
              <span className="text-ink-3">
                {market.market}
                {market.kind === 'perp' ? ' perp' : ''}
              </span>
            </span>
            <Traded market={market} />
          </span>
          <Bar market={market} />
        </li>
      ))}
    </ul>
  );
}

function Traded({ market }: { readonly market: HeldMarket }) {
  const share = tradedShare(market);
  return (
    <span className={share === undefined ? 'hole' : 'text-ink-2'}>
      {share === undefined ? 'not fetched' : formatLevel(Math.floor(share * 1000) / 1000)}
    </span>
  );
}

function Bar({ market }: { readonly market: HeldMarket }) {
  const share = tradedShare(market);
  const flaws = [
    ...(market.quarantined === 0 ? [] : [`${count(market.quarantined)} quarantined`]),
    ...(market.revised === 0 ? [] : [`${count(market.revised)} revised`]),
  ];
  return (
    <>
      <span aria-hidden className="mt-0.5 block h-1 bg-rule">
        {share !== undefined && <span className="block h-1 bg-ink-3" style={{ width: `${100 * share}%` }} />}
      </span>
      {flaws.length > 0 && <span className="text-caution">{flaws.join(', ')}</span>}
    </>
  );
}
