import type { LeftOutMarket } from '@/lib/api/leftOut';
import { leftOutTable, leftOutWords, onDays } from '@/lib/words/leftOut';
import { kindWords } from '@/lib/words/kinds';
import { venueName } from '@/lib/words/venues';
import { SourceName } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';

/** The markets that take no part, apart from those that do, each with its reason; nothing where all take part. */
export function LeftOutTable({ markets }: { readonly markets: readonly LeftOutMarket[] }) {
  if (markets.length === 0) return null;
  return (
    <Section id="left-out" title={leftOutTable.title} lead={leftOutTable.lead}>
      <OpeningTable
        label={leftOutTable.label}
        name={{ head: leftOutTable.venue, cell: ({ venue }) => venueName(venue) }}
        columns={columnsOf()}
        rows={markets}
        keyOf={(one) => `${one.venue} ${one.market} ${one.kind} ${one.source} ${one.why} ${one.aliasOf ?? ''}`}
        nameOf={({ venue, market }) => `${venueName(venue)} ${market}`}
      />
    </Section>
  );
}

/** On a phone the source and the days are in the row opened. */
const columnsOf = (): readonly Column<LeftOutMarket>[] => [
  {
    head: leftOutTable.market,
    shown: 'always',
    cell: ({ market, kind }) => (
      <>
        <span className="whitespace-nowrap">{market}</span> <span className="text-ink-3">{kindWords(kind)}</span>
      </>
    ),
  },
  { head: leftOutTable.source, shown: 'medium', cell: ({ source }) => <SourceName source={source} /> },
  { head: leftOutTable.why, shown: 'always', cell: (market) => leftOutWords(market) },
  {
    head: leftOutTable.days,
    shown: 'medium',
    cell: ({ days }) => {
      const [first, last] = [days[0], days.at(-1)];
      return first === undefined || last === undefined ? '' : onDays(days.length, first, last);
    },
  },
];
