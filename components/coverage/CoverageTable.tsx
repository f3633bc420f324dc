import type { MarketCoverage } from '@/lib/api/coverage';
import { Hole, MarketSource } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { shareWords } from '@/lib/words/coverage';
import { count } from '@/lib/words/numbers';
import { Sign } from './DayMark';
import { cells } from '@/lib/words/cells';
import { coverageTable, requestedWords } from '@/lib/words/coveragePage';
import { venueName } from '@/lib/words/venues';
import { Head, NumberHead } from '../frame/ColumnHead';
import { OnClock } from '../zone/OnClock';
import { Time } from '../zone/Time';

/** The calendar in figures, a row a market and source. */
export function CoverageTable({ markets }: { readonly markets: readonly MarketCoverage[] }) {
  return (
    <Section id="figures" title={coverageTable.title} lead={coverageTable.lead}>
      <Scroller label={coverageTable.title}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{coverageTable.venue}</Head>
              <Head>{coverageTable.market}</Head>
              <Head isTime>{coverageTable.first}</Head>
              <Head isTime>{coverageTable.last}</Head>
              <NumberHead>{coverageTable.answeredMinutes}</NumberHead>
              <NumberHead>{coverageTable.answered}</NumberHead>
              <NumberHead>{coverageTable.traded}</NumberHead>
              <NumberHead>{coverageTable.noTrade}</NumberHead>
              <NumberHead>{coverageTable.moved}</NumberHead>
              <NumberHead>{coverageTable.setAside}</NumberHead>
              <NumberHead>{coverageTable.quarantined}</NumberHead>
              <NumberHead>{coverageTable.revised}</NumberHead>
              <Head isTime>{coverageTable.requested}</Head>
            </tr>
          </thead>
          <tbody>
            {markets.map((market) => (
              <Row key={`${market.venue} ${market.market} ${market.kind} ${market.source}`} market={market} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

/** Of a market whose days were not asked for. */
const NOTHING = { span: null, answeredShare: null, firstAsked: null, lastAsked: null } as const;

function Row({ market }: { readonly market: MarketCoverage }) {
  const { span, answeredShare, firstAsked, lastAsked } = market.kept ?? NOTHING;
  return (
    <tr>
      <th scope="row">{venueName(market.venue)}</th>
      <td className="whitespace-nowrap">
        <MarketSource market={market.market} kind={market.kind} source={market.source} />
      </td>
      <td className="whitespace-nowrap">{span === null ? <Hole>{cells.none}</Hole> : <Time iso={span.from} />}</td>
      <td className="whitespace-nowrap">{span === null ? <Hole>{cells.none}</Hole> : <Time iso={span.to} />}</td>
      <td className="num">{count(market.answeredMinutes)}</td>
      <td className="num">{answeredShare === null ? <Hole>{cells.none}</Hole> : shareWords(answeredShare, 1)}</td>
      <td className="num">{shareWords(market.traded, market.answeredMinutes) ?? <Hole>{cells.none}</Hole>}</td>
      <td className="num">{count(market.noTrade)}</td>
      <td className={`num ${market.moved > 0 ? 'text-caution' : ''}`}>{count(market.moved)}</td>
      <td className={`num ${market.setAside > 0 ? 'text-caution' : ''}`}>{count(market.setAside)}</td>
      <td className="num">
        <Marked kind="quarantined" value={market.quarantined} />
      </td>
      <td className="num">
        <Marked kind="revised" value={market.revised} />
      </td>
      <td className="whitespace-nowrap text-ink-2">
        {firstAsked !== null && lastAsked !== null && <OnClock>{requestedWords(firstAsked, lastAsked)}</OnClock>}
      </td>
    </tr>
  );
}

const Marked = ({ kind, value }: { readonly kind: 'quarantined' | 'revised'; readonly value: number }) =>
  value === 0 ? (
    <span className="text-ink-3">{cells.none}</span>
  ) : (
    <span className="inline-flex items-center gap-1.5">
      <Sign kind={kind} />
      {count(value)}
    </span>
  );
