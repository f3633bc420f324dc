'use client';

import type { MarksAnswer } from '@/lib/api/marks';
import { productOf } from '@/lib/domain/exact';
import { grouped } from '@/lib/domain/grouped';
import { markedMinutes, type MarkHole, type ReadingMarks } from '@/lib/domain/marks/marks';
import { formatMinute, parseMinute, plus } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { holeCounts, markHoleWords, marksTable, noMark, readingWords } from '@/lib/words/collateralPage';
import { amount, count, formatPrice } from '@/lib/words/numbers';
import { Hole, Uncertainty } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { Time } from '../zone/Time';

interface Props {
  readonly answer: MarksAnswer;
  readonly all: readonly ReadingMarks[];
  /** NaN: not known. */
  readonly units: number;
}

interface Row extends ReadingMarks {
  /** The lowest mark; undefined: there is none. */
  readonly lowest: { readonly price: number; readonly slot: number } | undefined;
}

/** Each reading's lowest minute, and the first of several. */
export function ReadingsTable({ answer, all, units }: Props) {
  const nameOf = ({ reading }: Row): string => readingWords(reading);
  return (
    <Section id="readings" title={marksTable.title}>
      <OpeningTable
        label={marksTable.title}
        name={{ head: marksTable.reading, cell: nameOf }}
        columns={columnsOf(answer, units)}
        rows={all.map((one) => ({ ...one, lowest: lowestOf(one) }))}
        keyOf={nameOf}
        nameOf={nameOf}
      />
    </Section>
  );
}

function lowestOf({ column: { prices } }: ReadingMarks): Row['lowest'] {
  const known = prices.filter((price) => !Number.isNaN(price));
  if (known.length === 0) return undefined;
  const price = Math.min(...known);
  return { price, slot: prices.indexOf(price) };
}

/** Why minutes have no mark, the commonest reason first. */
const reasonsOf = ({ holes }: ReadingMarks['column']): readonly (readonly [MarkHole, number])[] =>
  [
    ...grouped(
      holes.filter((why) => why !== null),
      (why) => why,
    ),
  ]
    .map(([why, all]) => [why, all.length] as const)
    .sort(([, a], [, b]) => b - a);

/** In place of the lowest mark. */
const None = ({ column }: Pick<Row, 'column'>) => {
  const [commonest] = reasonsOf(column);
  return commonest === undefined ? null : <Hole>{noMark(commonest[0])}</Hole>;
};

/** How many minutes have no mark, and why. */
function Missing({ column }: Pick<Row, 'column'>) {
  const reasons = reasonsOf(column);
  return (
    <>
      {count(column.prices.length - markedMinutes(column))}
      {reasons.length > 0 && (
        <span className="block text-xs whitespace-normal text-ink-3">
          {reasons.length === 1 ? reasons.map(([why]) => markHoleWords(why)) : holeCounts(reasons)}
        </span>
      )}
    </>
  );
}

function columnsOf(answer: MarksAnswer, units: number): readonly Column<Row>[] {
  const from = promised(parseMinute(answer.from));
  return [
    {
      head: marksTable.lowest,
      shown: 'always',
      numeric: true,
      cell: ({ lowest, column }) => (lowest === undefined ? <None column={column} /> : formatPrice(lowest.price)),
    },
    {
      head: marksTable.lowestAt,
      shown: 'medium',
      isTime: true,
      cell: ({ lowest }) => (lowest === undefined ? '' : <Time iso={formatMinute(plus(from, lowest.slot))} />),
    },
    {
      head: marksTable.uncertainty,
      shown: 'medium',
      numeric: true,
      cell: ({ lowest, column }) => {
        const unsure = lowest === undefined ? NaN : (column.uncertainty[lowest.slot] ?? NaN);
        return lowest === undefined ? '' : <Uncertainty value={Number.isNaN(unsure) ? null : unsure} />;
      },
    },
    ...(Number.isNaN(units)
      ? []
      : [
          {
            head: marksTable.worth,
            shown: 'always' as const,
            numeric: true,
            cell: ({ lowest }: Row) => (lowest === undefined ? '' : amount(productOf(lowest.price, units))),
          },
        ]),
    {
      head: marksTable.missing,
      shown: 'medium',
      numeric: true,
      cell: ({ column }) => <Missing column={column} />,
    },
  ];
}
