import type { AnalysedMarket } from '@/lib/api/deviations';
import { Figure, SourceName } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { count, formatPrice } from '@/lib/words/en/numbers';
import { ruleWords } from '@/lib/words/en/rates';
import { marketsTable } from '@/lib/words/en/assetPage';
import { cells } from '@/lib/words/en/cells';
import { kindWords } from '@/lib/words/en/kinds';
import { sourceWords } from '@/lib/words/en/sources';
import { venueName } from '@/lib/words/en/venues';
import { Head, NumberHead } from '../frame/ColumnHead';

/** The markets the numbers above come from, their candles by source, and how their quotes became USD. */
export function MarketsTable({
  markets,
  rate,
}: {
  readonly markets: readonly AnalysedMarket[];
  readonly rate: 'usd' | 'none';
}) {
  return (
    <Section id="markets" title={marketsTable.title} lead={marketsTable.lead}>
      <Scroller label={marketsTable.label}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{marketsTable.venue}</Head>
              <Head>{marketsTable.market}</Head>
              <Head>{marketsTable.source}</Head>
              <NumberHead>{marketsTable.traded}</NumberHead>
              <NumberHead>{marketsTable.noTrade}</NumberHead>
              <NumberHead>{marketsTable.notFetched}</NumberHead>
              <Head>{marketsTable.rate}</Head>
              <NumberHead>{marketsTable.medianRate}</NumberHead>
              <Head>{marketsTable.minutesByRule}</Head>
            </tr>
          </thead>
          <tbody>
            {markets.map((market) => (
              <Row key={`${market.venue} ${market.market} ${market.kind}`} market={market} raw={rate === 'none'} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

function Row({ market, raw }: { readonly market: AnalysedMarket; readonly raw: boolean }) {
  return (
    <tr>
      <th scope="row">{venueName(market.venue)}</th>
      <td className="whitespace-nowrap">
        {market.market} <span className="text-ink-3">{kindWords(market.kind)}</span>
      </td>
      <td className="whitespace-nowrap">
        <SourceName source={market.source} />
        {market.otherSources.length > 0 && (
          <span className="text-ink-3"> {marketsTable.alsoFrom(market.otherSources.map(sourceWords))}</span>
        )}
      </td>
      <td className="num">{count(market.traded)}</td>
      <td className="num">{count(market.noTrade)}</td>
      <td className={`num ${market.notFetched > 0 ? 'text-caution' : ''}`}>{count(market.notFetched)}</td>
      <td className={`whitespace-nowrap ${market.rate.rule === 'parity' ? 'font-semibold text-caution' : ''}`}>
        {raw ? marketsTable.rawQuotes : ruleWords(market.rate.rule)}
      </td>
      <td className="num">
        <Figure value={market.rate.median} format={formatPrice} missing={cells.noRate} />
      </td>
      <td className="whitespace-nowrap text-ink-2">{raw ? marketsTable.noneApplied : minutesByRule(market)}</td>
    </tr>
  );
}

const minutesByRule = (market: AnalysedMarket): string =>
  (['usd', 'cross', 'direct', 'parity', 'none'] as const)
    .filter((rule) => market.rate.minutes[rule] > 0)
    .map((rule) => `${count(market.rate.minutes[rule])} ${ruleWords(rule)}`)
    .join(', ');
