import type { MarketCoverage } from '@/lib/api/coverage';
import { Scroller, Section } from '../frame/Section';
import { outcomeWords } from '@/lib/words/coverage';
import { Sign } from './DayMark';
import { failedRequests } from '@/lib/words/coveragePage';
import { venueName } from '@/lib/words/venues';
import { MarketSource } from '../frame/Cells';
import { Head } from '../frame/ColumnHead';
import { Time } from '../zone/Time';

/** What was requested and not answered, with the venue's own words. Nothing where everything was answered. */
export function FailedRequests({ markets }: { readonly markets: readonly MarketCoverage[] }) {
  const rows = markets.flatMap((market) => (market.kept?.inVain ?? []).map((request) => ({ market, request })));
  if (rows.length === 0) return null;
  return (
    <Section id="failed-requests" title={failedRequests.title} lead={failedRequests.lead}>
      <Scroller label={failedRequests.label}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{failedRequests.venue}</Head>
              <Head>{failedRequests.market}</Head>
              <Head>{failedRequests.outcome}</Head>
              <Head isTime>{failedRequests.from}</Head>
              <Head isTime>{failedRequests.to}</Head>
              <Head isTime>{failedRequests.lastRequested}</Head>
              <Head>{failedRequests.cause}</Head>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ market, request }) => (
              <tr key={`${market.venue} ${market.market} ${market.kind} ${market.source} ${request.from}`}>
                <th scope="row">{venueName(market.venue)}</th>
                <td className="whitespace-nowrap">
                  <MarketSource market={market.market} kind={market.kind} source={market.source} />
                </td>
                <td className="whitespace-nowrap">
                  <span className="inline-flex items-center gap-1.5">
                    <Sign kind={request.outcome === 'not-served' ? 'not-served' : 'failed'} />
                    {outcomeWords(request.outcome)}
                  </span>
                </td>
                <td className="whitespace-nowrap">
                  <Time iso={request.from} />
                </td>
                <td className="whitespace-nowrap">
                  <Time iso={request.to} />
                </td>
                <td className="whitespace-nowrap">
                  <Time iso={request.lastAsked} />
                </td>
                <td className="min-w-[18rem] text-ink-2">{request.cause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}
