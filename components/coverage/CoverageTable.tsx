import type { HeldMarket } from '@/lib/api/coverage';
import { Hole } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { shareWords } from '@/lib/words/en/coverage';
import { count, utc } from '@/lib/words/en/numbers';
import { sourceWords } from '@/lib/words/en/sources';
import { Sign } from './DayMark';

/** The calendar in figures, a row a market and source. */
export function CoverageTable({ markets }: { readonly markets: readonly HeldMarket[] }) {
  return (
    <Section
      id="figures"
      title="In figures"
      lead="“Answered” is the share of the minutes between a source’s first answer and its last; “traded” and “no trade” are of those answered."
    >
      <Scroller label="Coverage in figures">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">Venue</th>
              <th scope="col">Market, source</th>
              <th scope="col">First answer, UTC</th>
              <th scope="col">Last, UTC</th>
              <Num>Answered, min</Num>
              <Num>Answered</Num>
              <Num>Traded</Num>
              <Num>No trade, min</Num>
              <Num>Quarantined, rows</Num>
              <Num>Revised, min</Num>
              <th scope="col">Asked, UTC</th>
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

const Num = ({ children }: { readonly children: React.ReactNode }) => (
  <th scope="col" className="num">
    {children}
  </th>
);

function Row({ market }: { readonly market: HeldMarket }) {
  const { kept } = market;
  const share = kept?.answeredShare;
  return (
    <tr>
      <th scope="row">{market.venue}</th>
      <td className="whitespace-nowrap">
        {market.market} {market.kind !== 'spot' && `${market.kind} `}
        <span className="text-ink-3">{sourceWords(market.source)}</span>
      </td>
      <td className="whitespace-nowrap">
        {kept?.span === undefined || kept.span === null ? <Hole>none</Hole> : utc(kept.span.from)}
      </td>
      <td className="whitespace-nowrap">
        {kept?.span === undefined || kept.span === null ? <Hole>none</Hole> : utc(kept.span.to)}
      </td>
      <td className="num">{count(market.answeredMinutes)}</td>
      <td className="num">{share === undefined || share === null ? <Hole>nothing</Hole> : shareWords(share, 1)}</td>
      <td className="num">{shareWords(market.traded, market.answeredMinutes) ?? <Hole>nothing</Hole>}</td>
      <td className="num">{count(market.noTrade)}</td>
      <td className="num">
        <Marked kind="quarantined" value={market.quarantined} />
      </td>
      <td className="num">
        <Marked kind="revised" value={market.revised} />
      </td>
      <td className="whitespace-nowrap text-ink-2">{askedWords(kept)}</td>
    </tr>
  );
}

const Marked = ({ kind, value }: { readonly kind: 'quarantined' | 'revised'; readonly value: number }) =>
  value === 0 ? (
    <span className="text-ink-3">none</span>
  ) : (
    <span className="inline-flex items-center gap-1.5">
      <Sign kind={kind} />
      {count(value)}
    </span>
  );

function askedWords(kept: HeldMarket['kept']): string {
  if (kept?.firstAsked === undefined || kept.firstAsked === null || kept.lastAsked === null) return '';
  const [first, last] = [utc(kept.firstAsked), utc(kept.lastAsked)];
  return first === last ? first : `${first} to ${last}`;
}
