'use client';

import type { MarketCoverage } from '@/lib/api/coverage';
import { Hole, MarketSource } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { shareWords } from '@/lib/words/coverage';
import { count } from '@/lib/words/numbers';
import { Sign } from './DayMark';
import { cells } from '@/lib/words/cells';
import { coverageTable as words, requestedWords } from '@/lib/words/coveragePage';
import { sourceWords } from '@/lib/words/sources';
import { venueName } from '@/lib/words/venues';
import { OnClock } from '../zone/OnClock';
import { Time } from '../zone/Time';

/** The calendar in figures, a row a market and source. */
export const CoverageTable = ({ markets }: { readonly markets: readonly MarketCoverage[] }) => (
  <Section id="figures" title={words.title} lead={words.lead}>
    <OpeningTable
      label={words.title}
      name={{ head: words.venue, cell: ({ venue }) => venueName(venue) }}
      columns={columns()}
      rows={markets}
      keyOf={({ venue, market, kind, source }) => `${venue} ${market} ${kind} ${source}`}
      nameOf={({ venue, market, source }) => `${venueName(venue)} ${market} ${sourceWords(source)}`}
    />
  </Section>
);

/** What tells of something wrong is in the row where there is room for it; counts that the shares say already are in a row opened. */
const columns = (): readonly Column<MarketCoverage>[] => [
  { head: words.market, shown: 'always', className: 'md:whitespace-nowrap', cell: (row) => <MarketSource {...row} /> },
  { head: words.first, shown: 'wide', isTime: true, className: 'whitespace-nowrap', cell: spanEnd('from') },
  { head: words.last, shown: 'wide', isTime: true, className: 'whitespace-nowrap', cell: spanEnd('to') },
  {
    head: words.answered,
    shown: 'always',
    numeric: true,
    cell: ({ kept }) => (kept?.answeredShare == null ? <Hole>{cells.none}</Hole> : shareWords(kept.answeredShare, 1)),
  },
  {
    head: words.traded,
    shown: 'medium',
    numeric: true,
    cell: ({ traded, answeredMinutes }) => shareWords(traded, answeredMinutes) ?? <Hole>{cells.none}</Hole>,
  },
  {
    head: words.moved,
    shown: 'widest',
    numeric: true,
    cell: ({ moved }) => <Cautioned value={moved} />,
  },
  {
    head: words.setAside,
    shown: 'widest',
    numeric: true,
    cell: ({ setAside }) => <Cautioned value={setAside} />,
  },
  {
    head: words.quarantined,
    shown: 'widest',
    numeric: true,
    cell: ({ quarantined }) => <Marked kind="quarantined" value={quarantined} />,
  },
  {
    head: words.revised,
    shown: 'widest',
    numeric: true,
    cell: ({ revised }) => <Marked kind="revised" value={revised} />,
  },
  {
    head: words.answeredMinutes,
    shown: 'opened',
    cell: ({ answeredMinutes }) => count(answeredMinutes),
  },
  { head: words.noTrade, shown: 'opened', cell: ({ noTrade }) => count(noTrade) },
  {
    head: words.requested,
    shown: 'opened',
    isTime: true,
    cell: ({ kept }) =>
      kept?.firstAsked == null || kept.lastAsked === null ? (
        <Hole>{cells.none}</Hole>
      ) : (
        <OnClock>{requestedWords(kept.firstAsked, kept.lastAsked)}</OnClock>
      ),
  },
];

const spanEnd = (end: 'from' | 'to') =>
  function SpanEnd({ kept }: MarketCoverage) {
    return kept?.span == null ? <Hole>{cells.none}</Hole> : <Time iso={kept.span[end]} />;
  };

const Cautioned = ({ value }: { readonly value: number }) => (
  <span className={value > 0 ? 'text-caution' : undefined}>{count(value)}</span>
);

const Marked = ({ kind, value }: { readonly kind: 'quarantined' | 'revised'; readonly value: number }) =>
  value === 0 ? (
    <span className="text-ink-3">{cells.none}</span>
  ) : (
    <span className="inline-flex items-center gap-1.5">
      <Sign kind={kind} />
      {count(value)}
    </span>
  );
