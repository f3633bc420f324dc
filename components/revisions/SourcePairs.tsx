'use client';

import type { RevisionsAnswer, SourcePair } from '@/lib/api/revisions';
import { Scroller, Section } from '../frame/Section';
import { shareWords } from '@/lib/words/coverage';
import { count } from '@/lib/words/numbers';
import { sourceWords } from '@/lib/words/sources';
import { cells } from '@/lib/words/cells';
import { revisionHeads, sourcePairs } from '@/lib/words/revisionsPage';
import { HoleAgain, VenueMarket } from '../frame/Cells';
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
  minutes(sourcePairs.onlyFirstTraded, (pair) => <Minutes value={pair.onlySourceTraded} of={pair} strong />),
  minutes(sourcePairs.onlySecondTraded, (pair) => <Minutes value={pair.onlyOtherTraded} of={pair} strong />),
  minutes(sourcePairs.volumeDiffers, (pair) => <Minutes value={pair.volumeDiffers} of={pair} />),
  { ...minutes(sourcePairs.onlyFirst, (pair) => <Minutes value={pair.onlySource} of={pair} />), shown: 'widest' },
  { ...minutes(sourcePairs.onlySecond, (pair) => <Minutes value={pair.onlyOther} of={pair} />), shown: 'widest' },
];

const minutes = (head: string, cell: Column<SourcePair>['cell']): Column<SourcePair> => ({
  head,
  shown: 'wide',
  numeric: true,
  className: COUNT,
  cell,
});

/** Whether its first column, "Price differs", says "none" for all of them. */
const isAlike = (pair: SourcePair): boolean =>
  pair.priceDiffers +
    pair.onlySourceTraded +
    pair.onlyOtherTraded +
    pair.volumeDiffers +
    pair.onlySource +
    pair.onlyOther ===
  0;

interface MinutesProps {
  readonly value: number;
  /** The row, where its first count says already that there is none of any. */
  readonly of?: SourcePair;
  readonly strong?: boolean;
}

/** A count of minutes; bold where there are any that matter to a price. */
const Minutes = ({ value, of, strong = false }: MinutesProps) =>
  of !== undefined && isAlike(of) ? (
    <HoleAgain>{cells.none}</HoleAgain>
  ) : (
    <span className={value === 0 ? 'text-ink-3' : strong ? 'font-semibold' : undefined}>
      {value === 0 ? cells.none : count(value)}
    </span>
  );
