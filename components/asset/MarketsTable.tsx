import type { AnalysedMarket } from '@/lib/api/deviations';
import { isWeakRule, RATE_RULES } from '@/lib/domain/rate';
import { Figure, SourceName, Uncertainty } from '../frame/Cells';
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
              <NumberHead>{marketsTable.moved}</NumberHead>
              <NumberHead>{marketsTable.setAside}</NumberHead>
              <NumberHead>{marketsTable.leftOut}</NumberHead>
              <Head>{marketsTable.rate}</Head>
              <NumberHead>{marketsTable.medianRate}</NumberHead>
              <NumberHead hint={marketsTable.uncertaintyHint}>{marketsTable.uncertainty}</NumberHead>
              <th scope="col" title={marketsTable.legsHint}>
                {marketsTable.legs}
              </th>
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
        {changesOf(market).map(({ market: pair, from }) => (
          <span key={from} className="block text-ink-3">
            {marketsTable.book(pair, from)}
          </span>
        ))}
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
      <td className={`num ${market.moved > 0 ? 'text-caution' : ''}`}>{count(market.moved)}</td>
      <td className={`num ${market.setAside > 0 ? 'text-caution' : ''}`}>{count(market.setAside)}</td>
      <td className={`num ${market.minutesLeftOut > 0 ? 'text-caution' : ''}`}>{count(market.minutesLeftOut)}</td>
      <td className={`whitespace-nowrap ${isWeakRule(market.rate.rule) ? 'font-semibold text-caution' : ''}`}>
        {raw ? marketsTable.rawQuotes : ruleWords(market.rate.rule)}
      </td>
      <td className="num">
        <Figure value={market.rate.median} format={formatPrice} missing={cells.noRate} />
      </td>
      <td className="num">{raw ? '' : <Uncertainty value={market.rate.uncertainty} />}</td>
      <td className="min-w-40 text-ink-2">
        {raw ? marketsTable.noneApplied : marketsTable.legsOf(market.rate.legs, market.rate.venues)}
      </td>
      <td className="whitespace-nowrap text-ink-2">{raw ? marketsTable.noneApplied : minutesByRule(market)}</td>
    </tr>
  );
}

/** The books that stood for a venue one after another; none where it was one throughout. */
const changesOf = ({ books }: AnalysedMarket): AnalysedMarket['books'] =>
  new Set(books.map(({ market }) => market)).size < 2 ? [] : books;

const minutesByRule = (market: AnalysedMarket): string =>
  RATE_RULES.filter((rule) => market.rate.minutes[rule] > 0)
    .map((rule) => `${count(market.rate.minutes[rule])} ${ruleWords(rule)}`)
    .join(', ');
