'use client';

import type { ComparedMarketAnswer, ComparisonAnswer, SpreadAnswer, SpreadAt, SpreadEnds } from '@/lib/api/comparison';
import { comparedName, comparedTable, furthestOf, pricesOf, spreadTable } from '@/lib/words/compare';
import { count, distance } from '@/lib/words/numbers';
import { rateWords, ruleWords } from '@/lib/words/rates';
import { Deviation, Hole, SourceName } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { Time } from '../zone/Time';

/** The same as the chart, in figures; and what was compared, by which rate. */
export function SpreadTables({ answer }: { readonly answer: ComparisonAnswer }) {
  const nameOf = ({ place }: SpreadAnswer): string => {
    const market = answer.markets[place];
    return market === undefined ? '' : comparedName(market);
  };
  return (
    <div className="space-y-8">
      <Section id="spreads" title={spreadTable.title}>
        <OpeningTable
          label={spreadTable.label}
          name={{ head: spreadTable.market, cell: nameOf }}
          columns={spreadColumns(answer)}
          rows={answer.spreads}
          keyOf={nameOf}
          nameOf={nameOf}
        />
      </Section>
      <Section id="compared" title={comparedTable.title}>
        <OpeningTable
          label={comparedTable.label}
          name={{ head: comparedTable.market, cell: comparedName }}
          columns={marketColumns(answer.currency)}
          rows={answer.markets}
          keyOf={comparedName}
          nameOf={comparedName}
        />
      </Section>
    </div>
  );
}

const ratio = (at: SpreadAt | null) => <Deviation ratio={at?.ratio ?? null} missing={spreadTable.never} strong />;
const minuteOf = (at: SpreadAt | null) => (at === null ? <Hole>{spreadTable.never}</Hole> : <Time iso={at.minute} />);
const further = (ends: SpreadEnds): SpreadAt | null => furthestOf(ends);

const spreadColumns = (answer: ComparisonAnswer): readonly Column<SpreadAnswer>[] => [
  { head: spreadTable.below, shown: 'always', numeric: true, cell: ({ close }) => ratio(close.below) },
  { head: spreadTable.belowAt, isTime: true, shown: 'medium', cell: ({ close }) => minuteOf(close.below) },
  { head: spreadTable.above, shown: 'always', numeric: true, cell: ({ close }) => ratio(close.above) },
  { head: spreadTable.aboveAt, isTime: true, shown: 'medium', cell: ({ close }) => minuteOf(close.above) },
  {
    head: spreadTable.median,
    shown: 'medium',
    numeric: true,
    cell: ({ median }) => (median === null ? <Hole>{spreadTable.none}</Hole> : distance(median)),
  },
  { head: spreadTable.low, shown: 'wide', numeric: true, cell: ({ low }) => ratio(further(low)) },
  { head: spreadTable.lowAt, isTime: true, shown: 'opened', cell: ({ low }) => minuteOf(further(low)) },
  { head: spreadTable.high, shown: 'opened', numeric: true, cell: ({ high }) => ratio(further(high)) },
  { head: spreadTable.highAt, isTime: true, shown: 'opened', cell: ({ high }) => minuteOf(further(high)) },
  {
    head: spreadTable.belowPrices,
    shown: 'opened',
    cell: ({ close }) => {
      const at = further(close);
      return at === null ? <Hole>{spreadTable.never}</Hole> : pricesOf(answer, at);
    },
  },
  { head: spreadTable.compared, shown: 'wide', numeric: true, cell: ({ compared }) => count(compared) },
  { head: spreadTable.missing, shown: 'opened', numeric: true, cell: ({ missing }) => count(missing) },
];

const marketColumns = (currency: string): readonly Column<ComparedMarketAnswer>[] => [
  { head: comparedTable.source, shown: 'medium', cell: ({ source }) => <SourceName source={source} /> },
  {
    head: comparedTable.rate(currency),
    hint: comparedTable.rateHint,
    shown: 'always',
    numeric: true,
    cell: ({ rate }) => (rate === null ? null : rateWords(rate)) ?? <Hole>{comparedTable.notConverted}</Hole>,
  },
  {
    head: comparedTable.rule,
    shown: 'medium',
    cell: ({ rate }) => (rate === null ? <Hole>{comparedTable.notConverted}</Hole> : ruleWords(rate.rule)),
  },
  { head: comparedTable.priced, shown: 'always', numeric: true, cell: ({ priced }) => count(priced) },
];
