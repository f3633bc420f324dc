import type { AnalysedMarket } from '@/lib/api/deviations';
import { Figure, SourceName } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { count, formatPrice } from '@/lib/words/en/numbers';
import { ruleWords } from '@/lib/words/en/rates';

/** What the numbers above rest on: the markets, their candles by source, and how their quotes became USD. */
export function MarketsTable({
  markets,
  rate,
}: {
  readonly markets: readonly AnalysedMarket[];
  readonly rate: 'usd' | 'none';
}) {
  return (
    <Section
      id="markets"
      title="Markets that took part"
      lead="“No trade”: the venue was asked and nothing traded. “Not fetched”: nobody asked. Neither is ever filled, and the two are never mixed."
    >
      <Scroller label="Markets">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">Venue</th>
              <th scope="col">Market</th>
              <th scope="col">Source</th>
              <th scope="col" className="num">
                Traded, min
              </th>
              <th scope="col" className="num">
                No trade, min
              </th>
              <th scope="col" className="num">
                Not fetched, min
              </th>
              <th scope="col">Rate to USD</th>
              <th scope="col" className="num">
                Median rate
              </th>
              <th scope="col">Minutes by rule</th>
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
      <th scope="row">{market.venue}</th>
      <td className="whitespace-nowrap">
        {market.market} <span className="text-ink-3">{market.kind}</span>
      </td>
      <td className="whitespace-nowrap">
        <SourceName source={market.source} />
        {market.otherSources.length > 0 && (
          <span className="text-ink-3"> (also held: {market.otherSources.join(', ')})</span>
        )}
      </td>
      <td className="num">{count(market.traded)}</td>
      <td className="num">{count(market.noTrade)}</td>
      <td className={`num ${market.notFetched > 0 ? 'text-caution' : ''}`}>{count(market.notFetched)}</td>
      <td className={`whitespace-nowrap ${market.rate.rule === 'parity' ? 'font-semibold text-caution' : ''}`}>
        {raw ? 'raw quotes compared' : ruleWords(market.rate.rule)}
      </td>
      <td className="num">
        <Figure value={market.rate.median} format={formatPrice} missing="no rate" />
      </td>
      <td className="whitespace-nowrap text-ink-2">{raw ? 'none applied' : minutesByRule(market)}</td>
    </tr>
  );
}

const minutesByRule = (market: AnalysedMarket): string =>
  (['usd', 'cross', 'direct', 'parity', 'none'] as const)
    .filter((rule) => market.rate.minutes[rule] > 0)
    .map((rule) => `${count(market.rate.minutes[rule])} ${ruleWords(rule)}`)
    .join(', ');
