'use client';

import type { MarketCoverage } from '@/lib/api/coverage';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { outcomeWords } from '@/lib/words/coverage';
import { Sign } from './DayMark';
import { failedRequests as words } from '@/lib/words/coveragePage';
import { sourceWords } from '@/lib/words/sources';
import { venueName } from '@/lib/words/venues';
import { MarketSource } from '../frame/Cells';
import { Time } from '../zone/Time';

type InVain = NonNullable<MarketCoverage['kept']>['inVain'][number];
interface Failed {
  readonly market: MarketCoverage;
  readonly request: InVain;
}

/** What was requested and not answered, with the venue's own words. Nothing where everything was answered. */
export function FailedRequests({ markets }: { readonly markets: readonly MarketCoverage[] }) {
  const rows = markets.flatMap((market) => (market.kept?.inVain ?? []).map((request) => ({ market, request })));
  if (rows.length === 0) return null;
  return (
    <Section id="failed-requests" title={words.title} lead={words.lead}>
      <OpeningTable
        label={words.label}
        name={{ head: words.venue, cell: ({ market }) => venueName(market.venue) }}
        columns={columns()}
        rows={rows}
        keyOf={({ market: { venue, market, kind, source }, request }) =>
          `${venue} ${market} ${kind} ${source} ${request.from}`
        }
        nameOf={({ market: { venue, market, source } }) => `${venueName(venue)} ${market} ${sourceWords(source)}`}
      />
    </Section>
  );
}

const columns = (): readonly Column<Failed>[] => [
  {
    head: words.market,
    shown: 'always',
    className: 'md:whitespace-nowrap',
    cell: ({ market }) => <MarketSource {...market} />,
  },
  {
    head: words.outcome,
    shown: 'always',
    className: 'md:whitespace-nowrap',
    cell: ({ request }) => (
      <span className="inline-flex items-center gap-1.5">
        <Sign kind={request.outcome === 'not-served' ? 'not-served' : 'failed'} />
        {outcomeWords(request.outcome)}
      </span>
    ),
  },
  { head: words.from, shown: 'wide', isTime: true, className: 'whitespace-nowrap', cell: timeOf('from') },
  { head: words.to, shown: 'wide', isTime: true, className: 'whitespace-nowrap', cell: timeOf('to') },
  {
    head: words.lastRequested,
    shown: 'widest',
    isTime: true,
    className: 'whitespace-nowrap',
    cell: timeOf('lastAsked'),
  },
  { head: words.cause, shown: 'medium', className: 'text-ink-2', cell: ({ request }) => request.cause },
];

const timeOf = (field: 'from' | 'to' | 'lastAsked') =>
  function TimeOfRequest({ request }: Failed) {
    return <Time iso={request[field]} />;
  };
