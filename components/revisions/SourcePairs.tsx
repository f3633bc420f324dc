'use client';

import type { RevisionsAnswer, SourcePair } from '@/lib/api/revisions';
import { Scroller, Section } from '../frame/Section';
import { shareWords } from '@/lib/words/coverage';
import { count } from '@/lib/words/numbers';
import { sourceWords } from '@/lib/words/sources';
import { cells } from '@/lib/words/cells';
import { revisionHeads, sourcePairs } from '@/lib/words/revisionsPage';
import { VenueMarket } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { marketName } from '@/lib/words/market';

/** Each source of a market against the one that analyses use. */
export function SourcePairs({ answer }: { readonly answer: RevisionsAnswer }) {
  const { pairs, compared } = answer;
  if (pairs.length === 0) return null;
  const several = compared.filter(({ markets }) => markets > 0);
  const window = several.length === 1 ? several[0] : undefined;
  return (
    <Section id="pairs" title={sourcePairs.title} lead={sourcePairs.lead(window)}>
      <Scroller label={sourcePairs.title}>
        <OpeningTable
          label={sourcePairs.title}
          name={{ head: revisionHeads.market, cell: (pair) => <VenueMarket {...pair} /> }}
          columns={columns()}
          rows={pairs}
          keyOf={keyOf}
          nameOf={(pair) => marketName(pair)}
        />
      </Scroller>
    </Section>
  );
}

const keyOf = ({ venue, market, kind, other }: SourcePair): string => [venue, market, kind, other].join(' ');

/** Heads of counts are sentences nearly: they break. */
const COUNT = 'max-w-[7rem] [thead_&]:!whitespace-normal';

const columns = (): readonly Column<SourcePair>[] => [
  {
    head: sourcePairs.pair,
    shown: 'wide',
    className: 'whitespace-nowrap',
    cell: ({ source, other }) => (
      <>
        {sourceWords(source)} <span className="text-ink-3">{sourcePairs.and}</span> {sourceWords(other)}
      </>
    ),
  },
  minutes(sourcePairs.compared, ({ compared }) => count(compared)),
  {
    ...minutes(
      sourcePairs.alike,
      ({ alike, compared }) =>
        shareWords(alike, compared) ?? <span className="hole">{sourcePairs.nothingToCompare}</span>,
    ),
    shown: 'always',
  },
  {
    ...minutes(sourcePairs.priceDiffers, ({ priceDiffers }) => <Minutes value={priceDiffers} strong />),
    shown: 'always',
  },
  minutes(sourcePairs.onlyFirstTraded, ({ onlySourceTraded }) => <Minutes value={onlySourceTraded} strong />),
  minutes(sourcePairs.onlySecondTraded, ({ onlyOtherTraded }) => <Minutes value={onlyOtherTraded} strong />),
  minutes(sourcePairs.volumeDiffers, ({ volumeDiffers }) => <Minutes value={volumeDiffers} />),
  minutes(sourcePairs.onlyFirst, ({ onlySource }) => <Minutes value={onlySource} />),
  minutes(sourcePairs.onlySecond, ({ onlyOther }) => <Minutes value={onlyOther} />),
];

const minutes = (head: string, cell: Column<SourcePair>['cell']): Column<SourcePair> => ({
  head,
  shown: 'wide',
  numeric: true,
  className: COUNT,
  cell,
});

/** A count of minutes; bold where there are any that matter to a price. */
const Minutes = ({ value, strong = false }: { readonly value: number; readonly strong?: boolean }) => (
  <span className={value === 0 ? 'text-ink-3' : strong ? 'font-semibold' : undefined}>
    {value === 0 ? cells.none : count(value)}
  </span>
);
