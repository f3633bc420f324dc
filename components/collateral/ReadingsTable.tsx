'use client';

import type { MarksAnswer } from '@/lib/api/marks';
import { markedMinutes, type ReadingMarks } from '@/lib/domain/marks/marks';
import { formatMinute, parseMinute, plus } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { marksTable, readingWords } from '@/lib/words/collateralPage';
import { amount, count, formatPrice } from '@/lib/words/numbers';
import { Hole, Uncertainty } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';

interface Props {
  readonly answer: MarksAnswer;
  readonly all: readonly ReadingMarks[];
  /** NaN: not known. */
  readonly units: number;
}

/** Each reading's lowest minute. */
export function ReadingsTable({ answer, all, units }: Props) {
  const isHeld = !Number.isNaN(units);
  return (
    <Section id="readings" title={marksTable.title}>
      <Scroller label={marksTable.title}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{marksTable.reading}</Head>
              <NumberHead>{marksTable.lowest}</NumberHead>
              <Head isTime>{marksTable.lowestAt}</Head>
              <NumberHead>{marksTable.uncertainty}</NumberHead>
              {isHeld && <NumberHead>{marksTable.worth}</NumberHead>}
              <NumberHead>{marksTable.missing}</NumberHead>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <ReadingRow key={one.reading} from={answer.from} units={isHeld ? units : undefined} {...one} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

interface RowProps extends ReadingMarks {
  readonly from: string;
  readonly units: number | undefined;
}

function ReadingRow({ reading, column, from, units }: RowProps) {
  const known = column.prices.filter((price) => !Number.isNaN(price));
  const lowest = known.length === 0 ? undefined : Math.min(...known);
  const slot = lowest === undefined ? -1 : column.prices.indexOf(lowest);
  const unsure = column.uncertainty[slot] ?? NaN;
  const missing = column.prices.length - markedMinutes(column);
  return (
    <tr>
      <th scope="row">{readingWords(reading)}</th>
      <td className="num">{lowest === undefined ? <Hole>{marksTable.none}</Hole> : formatPrice(lowest)}</td>
      <td>{lowest !== undefined && <Time iso={formatMinute(plus(promised(parseMinute(from)), slot))} />}</td>
      <td className="num">{lowest !== undefined && <Uncertainty value={Number.isNaN(unsure) ? null : unsure} />}</td>
      {units !== undefined && (
        <td className="num">{lowest === undefined ? <Hole>{marksTable.none}</Hole> : amount(lowest * units)}</td>
      )}
      <td className="num">{count(missing)}</td>
    </tr>
  );
}
