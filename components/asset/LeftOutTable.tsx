import type { LeftOutMarket } from '@/lib/api/leftOut';
import { leftOutTable, leftOutWords, onDays } from '@/lib/words/leftOut';
import { kindWords } from '@/lib/words/kinds';
import { venueName } from '@/lib/words/venues';
import { SourceName } from '../frame/Cells';
import { Head } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';

/** The markets that take no part, apart from those that do, each with its reason; nothing where all take part. */
export function LeftOutTable({ markets }: { readonly markets: readonly LeftOutMarket[] }) {
  if (markets.length === 0) return null;
  return (
    <Section id="left-out" title={leftOutTable.title} lead={leftOutTable.lead}>
      <Scroller label={leftOutTable.label}>
        <table className="sheet max-w-4xl">
          <thead>
            <tr>
              <Head>{leftOutTable.venue}</Head>
              <Head>{leftOutTable.market}</Head>
              <Head>{leftOutTable.source}</Head>
              <Head>{leftOutTable.why}</Head>
              <Head>{leftOutTable.days}</Head>
            </tr>
          </thead>
          <tbody>
            {markets.map((market) => (
              <Row
                key={`${market.venue} ${market.market} ${market.kind} ${market.source} ${market.why} ${market.aliasOf ?? ''}`}
                market={market}
              />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

function Row({ market }: { readonly market: LeftOutMarket }) {
  const { days } = market;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <tr>
      <th scope="row">{venueName(market.venue)}</th>
      <td className="whitespace-nowrap">
        {market.market} <span className="text-ink-3">{kindWords(market.kind)}</span>
      </td>
      <td className="whitespace-nowrap">
        <SourceName source={market.source} />
      </td>
      <td>{leftOutWords(market)}</td>
      <td>{first === undefined || last === undefined ? '' : onDays(days.length, first, last)}</td>
    </tr>
  );
}
