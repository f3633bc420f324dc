'use client';

import type { MarksAnswer } from '@/lib/api/marks';
import { markedMinutes, type ReadingMarks } from '@/lib/domain/marks/marks';
import { formatMinute, parseMinute, plus } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { marksTable, readingWords } from '@/lib/words/collateralPage';
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

const None = () => <Hole>{marksTable.none}</Hole>;

function columnsOf(answer: MarksAnswer, units: number): readonly Column<Row>[] {
  const from = promised(parseMinute(answer.from));
  return [
    {
      head: marksTable.lowest,
      shown: 'always',
      numeric: true,
      cell: ({ lowest }) => (lowest === undefined ? <None /> : formatPrice(lowest.price)),
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
            cell: ({ lowest }: Row) => (lowest === undefined ? <None /> : amount(lowest.price * units)),
          },
        ]),
    {
      head: marksTable.missing,
      shown: 'medium',
      numeric: true,
      cell: ({ column }) => count(column.prices.length - markedMinutes(column)),
    },
  ];
}
