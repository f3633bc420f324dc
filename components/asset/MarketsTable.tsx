import { Link } from '@/components/frame/Link';
import type { AnalysedMarket } from '@/lib/api/deviations';
import type { Venue } from '@/lib/domain/market';
import { isWeakRule, RATE_RULES } from '@/lib/domain/rate';
import { venuePath } from '@/lib/permalink/venue';
import { Figure, SourceName, Uncertainty } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { joins } from '@/lib/words/spelled';
import { count, formatPrice } from '@/lib/words/numbers';
import { ruleWords } from '@/lib/words/rates';
import { marketsTable } from '@/lib/words/assetPage';
import { cells } from '@/lib/words/cells';
import { kindWords } from '@/lib/words/kinds';
import { sourceWords } from '@/lib/words/sources';
import { venueName } from '@/lib/words/venues';

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
      <OpeningTable
        label={marketsTable.label}
        name={{
          head: marketsTable.venue,
          cell: ({ venue }) => (
            <Link className="link" href={venuePath(venue as Venue)}>
              {venueName(venue)}
            </Link>
          ),
        }}
        columns={columnsOf(rate === 'none')}
        rows={markets}
        keyOf={nameOf}
        nameOf={nameOf}
      />
    </Section>
  );
}

const nameOf = ({ venue, market, kind }: AnalysedMarket): string => `${venueName(venue)} ${market} ${kindWords(kind)}`;

const columnsOf = (raw: boolean): readonly Column<AnalysedMarket>[] => [
  {
    head: marketsTable.market,
    shown: 'always',
    cell: (market) => (
      <>
        {market.market} <span className="text-ink-3">{kindWords(market.kind)}</span>
        {changesOf(market).map(({ market: pair, from }) => (
          <span key={from} className="block text-ink-3">
            {marketsTable.book(pair, from)}
          </span>
        ))}
      </>
    ),
  },
  { head: marketsTable.traded, shown: 'always', numeric: true, cell: ({ traded }) => count(traded) },
  { head: marketsTable.noTrade, shown: 'medium', numeric: true, cell: ({ noTrade }) => count(noTrade) },
  { head: marketsTable.notFetched, shown: 'medium', numeric: true, cell: ({ notFetched }) => flagged(notFetched) },
  {
    head: marketsTable.rate,
    shown: 'medium',
    cell: ({ rate }) => (
      <span className={isWeakRule(rate.rule) ? 'font-semibold text-caution' : undefined}>
        {raw ? marketsTable.rawQuotes : ruleWords(rate.rule)}
      </span>
    ),
  },
  {
    head: marketsTable.medianRate,
    shown: 'wide',
    numeric: true,
    cell: ({ rate }) => <Figure value={rate.median} format={formatPrice} missing={cells.noRate} />,
  },
  {
    head: marketsTable.uncertainty,
    hint: marketsTable.uncertaintyHint,
    shown: 'wide',
    numeric: true,
    cell: ({ rate }) => (raw ? '' : <Uncertainty value={rate.uncertainty} />),
  },
  {
    head: marketsTable.source,
    shown: 'widest',
    cell: ({ source }) => <SourceName source={source} />,
  },
  { head: marketsTable.moved, shown: 'opened', cell: ({ moved }) => flagged(moved) },
  { head: marketsTable.setAside, shown: 'opened', cell: ({ setAside }) => flagged(setAside) },
  { head: marketsTable.leftOut, shown: 'opened', cell: ({ minutesLeftOut }) => flagged(minutesLeftOut) },
  {
    head: marketsTable.otherSources,
    shown: 'opened',
    cell: ({ otherSources }) =>
      otherSources.length === 0 ? cells.none : otherSources.map(sourceWords).join(joins.items),
  },
  {
    head: marketsTable.legs,
    hint: marketsTable.legsHint,
    shown: 'opened',
    cell: ({ rate }) => (raw ? marketsTable.noneApplied : marketsTable.legsOf(rate.legs, rate.venues)),
  },
  {
    head: marketsTable.minutesByRule,
    shown: 'opened',
    cell: (market) => (raw ? marketsTable.noneApplied : minutesByRule(market)),
  },
];

/** A count of minutes that are missing stands out where it is not 0. */
const flagged = (minutes: number) => <span className={minutes > 0 ? 'text-caution' : undefined}>{count(minutes)}</span>;

/** The books that stood for a venue one after another; none where it was one throughout. */
const changesOf = ({ books }: AnalysedMarket): AnalysedMarket['books'] =>
  new Set(books.map(({ market }) => market)).size < 2 ? [] : books;

const minutesByRule = (market: AnalysedMarket): string =>
  RATE_RULES.filter((rule) => market.rate.minutes[rule] > 0)
    .map((rule) => `${count(market.rate.minutes[rule])} ${ruleWords(rule)}`)
    .join(joins.items);
