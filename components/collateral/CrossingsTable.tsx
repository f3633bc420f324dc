'use client';

import type { MarksAnswer } from '@/lib/api/marks';
import { crossingsOf, orderOfCrossings, type Crossing } from '@/lib/domain/marks/crossings';
import { markedMinutes, type MarkedAccount, type Reading, type ReadingMarks } from '@/lib/domain/marks/marks';
import { formatMinute, parseMinute, plus, type Minute } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import {
  crossingsTable,
  levelWords,
  marksTable,
  notCrossed,
  readingWords,
  unknownBefore,
} from '@/lib/words/collateralPage';
import { count } from '@/lib/words/numbers';
import { joins } from '@/lib/words/spelled';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { Time } from '../zone/Time';
import type { Account } from './useAccount';

interface Props {
  readonly answer: MarksAnswer;
  readonly all: readonly ReadingMarks[];
  readonly account: Account;
}

interface Row {
  readonly reading: Reading;
  /** undefined: a later crossing of a reading, or none. */
  readonly place: number | undefined;
  /** undefined: it did not cross in the minutes that have a mark. */
  readonly crossing: Crossing | undefined;
  readonly marked: number;
}

/** Which reading fell to the level first, and for how long each stood at or below it. */
export function CrossingsTable({ answer, all, account }: Props) {
  if (Number.isNaN(account.unitLevel))
    return (
      <Section id="crossings" className="print:hidden" title={crossingsTable.title} lead={crossingsTable.lead}>
        <p className="text-sm text-ink-2">{crossingsTable.ask}</p>
      </Section>
    );
  const nameOf = ({ reading, crossing }: Row): string => `${readingWords(reading)} ${String(crossing?.first ?? '')}`;
  return (
    <Section
      id="crossings"
      title={crossingsTable.title}
      lead={`${levelWords(account.unitLevel)}${joins.end}${joins.sentences}${crossingsTable.lead}`}
    >
      <OpeningTable
        label={crossingsTable.title}
        name={{ head: marksTable.reading, cell: ({ reading }) => readingWords(reading) }}
        columns={columnsOf(promised(parseMinute(answer.from)))}
        rows={rowsOf(all, account.marked)}
        keyOf={nameOf}
        nameOf={({ reading }) => readingWords(reading)}
      />
    </Section>
  );
}

/** Readings in the order of their first crossings, each crossing a row; last those that have none. */
function rowsOf(all: readonly ReadingMarks[], account: MarkedAccount): readonly Row[] {
  const crossed = all.map(({ reading, column }) => ({
    reading,
    crossings: crossingsOf(column, account),
    marked: markedMinutes(column),
  }));
  const markedOf = (reading: Reading): number => crossed.find((one) => one.reading === reading)?.marked ?? NaN;
  return [
    ...orderOfCrossings(crossed).flatMap((together, place) =>
      together.flatMap(({ reading, crossings }) =>
        crossings.map((crossing, i) => ({
          reading,
          place: i === 0 ? place + 1 : undefined,
          crossing,
          marked: markedOf(reading),
        })),
      ),
    ),
    ...crossed.flatMap(({ reading, crossings, marked }) =>
      crossings.length === 0 ? [{ reading, place: undefined, crossing: undefined, marked }] : [],
    ),
  ];
}

const columnsOf = (from: Minute): readonly Column<Row>[] => {
  const at = (slot: number) => <Time iso={formatMinute(plus(from, slot))} />;
  const figure = (of: (crossing: Crossing) => number) =>
    function Figure({ crossing }: Row) {
      return crossing === undefined ? '' : count(of(crossing));
    };
  return [
    {
      head: crossingsTable.place,
      shown: 'medium',
      numeric: true,
      cell: ({ place }) => (place === undefined ? '' : `${String(place)}.`),
    },
    {
      head: crossingsTable.first,
      shown: 'always',
      isTime: true,
      cell: ({ crossing, marked }) =>
        crossing === undefined ? <span className="text-ink-3 italic">{notCrossed(marked)}</span> : at(crossing.first),
    },
    {
      head: crossingsTable.last,
      shown: 'medium',
      isTime: true,
      cell: ({ crossing }) => (crossing === undefined ? '' : at(crossing.last)),
    },
    { head: crossingsTable.minutes, shown: 'always', numeric: true, cell: figure(({ minutes }) => minutes) },
    {
      head: crossingsTable.certain,
      shown: 'medium',
      numeric: true,
      cell: figure(({ certainMinutes }) => certainMinutes),
    },
    {
      head: crossingsTable.unknown,
      shown: 'wide',
      numeric: true,
      cell: figure(({ unknownMinutes }) => unknownMinutes),
    },
    { head: crossingsTable.edges, shown: 'wide', cell: ({ crossing }) => remarks(crossing) },
  ];
};

const remarks = (crossing: Crossing | undefined): string =>
  crossing === undefined
    ? ''
    : [
        ...(crossing.unknownBefore > 0 ? [unknownBefore(crossing.unknownBefore)] : []),
        ...(crossing.isFromStart ? [crossingsTable.fromStart] : []),
        ...(crossing.isToEnd ? [crossingsTable.toEnd] : []),
      ].join(joins.clauses);
