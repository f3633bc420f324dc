import type { HeldMarket } from '@/lib/api/coverage';
import { Scroller, Section } from '../frame/Section';
import { outcomeWords } from '@/lib/words/en/coverage';
import { utc } from '@/lib/words/en/numbers';
import { sourceWords } from '@/lib/words/en/sources';
import { Sign } from './DayMark';

/** What was asked for and not answered, with the venue's own words. Nothing where everything was answered. */
export function FailedRequests({ markets }: { readonly markets: readonly HeldMarket[] }) {
  const rows = markets.flatMap((market) => (market.kept?.inVain ?? []).map((asked) => ({ market, asked })));
  if (rows.length === 0) return null;
  return (
    <Section
      id="in-vain"
      title="Asked in vain"
      lead="Of these minutes nothing is known: the venue would not serve us, did not deliver, or does not reach there. They are drawn as missing, never as “no trade”."
    >
      <Scroller label="Asked in vain">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">Venue</th>
              <th scope="col">Market, source</th>
              <th scope="col">Outcome</th>
              <th scope="col">From, UTC</th>
              <th scope="col">to, UTC</th>
              <th scope="col">Last asked, UTC</th>
              <th scope="col">Cause</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ market, asked }) => (
              <tr key={`${market.venue} ${market.market} ${market.kind} ${market.source} ${asked.from}`}>
                <th scope="row">{market.venue}</th>
                <td className="whitespace-nowrap">
                  {market.market} {market.kind !== 'spot' && `${market.kind} `}
                  <span className="text-ink-3">{sourceWords(market.source)}</span>
                </td>
                <td className="whitespace-nowrap">
                  <span className="inline-flex items-center gap-1.5">
                    <Sign kind={asked.outcome === 'not-served' ? 'not-served' : 'vain'} />
                    {outcomeWords(asked.outcome)}
                  </span>
                </td>
                <td className="whitespace-nowrap">{utc(asked.from)}</td>
                <td className="whitespace-nowrap">{utc(asked.to)}</td>
                <td className="whitespace-nowrap">{utc(asked.lastAsked)}</td>
                <td className="min-w-[18rem] text-ink-2">{asked.cause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}
