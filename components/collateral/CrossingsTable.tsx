'use client';

import type { MarksAnswer } from '@/lib/api/marks';
import { crossingsOf, orderOfCrossings, type Crossing } from '@/lib/domain/marks/crossings';
import { markedMinutes, type ReadingMarks } from '@/lib/domain/marks/marks';
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
import { Hole } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';

interface Props {
  readonly answer: MarksAnswer;
  readonly all: readonly ReadingMarks[];
  /** NaN: not known yet. */
  readonly level: number;
}

/** Which reading fell to the level first, and for how long each stood at or below it. */
export function CrossingsTable({ answer, all, level }: Props) {
  if (Number.isNaN(level))
    return (
      <Section id="crossings" title={crossingsTable.title} lead={crossingsTable.lead}>
        <p className="text-sm text-ink-2">{crossingsTable.ask}</p>
      </Section>
    );
  const from = promised(parseMinute(answer.from));
  const crossed = all.map(({ reading, column }) => ({ reading, crossings: crossingsOf(column, level), column }));
  const order = orderOfCrossings(crossed);
  return (
    <Section
      id="crossings"
      title={crossingsTable.title}
      lead={`${levelWords(level)}${joins.end}${joins.sentences}${crossingsTable.lead}`}
    >
      <Scroller label={crossingsTable.title}>
        <table className="sheet" aria-live="polite">
          <thead>
            <tr>
              <Head>{marksTable.reading}</Head>
              <NumberHead>{crossingsTable.place}</NumberHead>
              <Head isTime>{crossingsTable.first}</Head>
              <Head isTime>{crossingsTable.last}</Head>
              <NumberHead>{crossingsTable.minutes}</NumberHead>
              <NumberHead>{crossingsTable.certain}</NumberHead>
              <NumberHead>{crossingsTable.unknown}</NumberHead>
              <Head>{crossingsTable.edges}</Head>
            </tr>
          </thead>
          <tbody>
            {order.flatMap((together, place) =>
              together.flatMap(({ reading, crossings }) =>
                crossings.map((crossing, i) => (
                  <CrossingRow
                    key={`${reading} ${String(crossing.first)}`}
                    name={readingWords(reading)}
                    place={i === 0 ? place + 1 : undefined}
                    crossing={crossing}
                    from={from}
                  />
                )),
              ),
            )}
            {crossed
              .filter(({ crossings }) => crossings.length === 0)
              .map(({ reading, column }) => (
                <tr key={reading}>
                  <th scope="row">{readingWords(reading)}</th>
                  <td colSpan={7}>
                    <Hole>{notCrossed(markedMinutes(column))}</Hole>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

interface RowProps {
  readonly name: string;
  /** undefined: a later crossing of the same reading. */
  readonly place: number | undefined;
  readonly crossing: Crossing;
  readonly from: Minute;
}

function CrossingRow({ name, place, crossing, from }: RowProps) {
  const remarks = [
    ...(crossing.unknownBefore > 0 ? [unknownBefore(crossing.unknownBefore)] : []),
    ...(crossing.isFromStart ? [crossingsTable.fromStart] : []),
    ...(crossing.isToEnd ? [crossingsTable.toEnd] : []),
  ];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{place === undefined ? '' : `${String(place)}.`}</td>
      <td>
        <Time iso={formatMinute(plus(from, crossing.first))} />
      </td>
      <td>
        <Time iso={formatMinute(plus(from, crossing.last))} />
      </td>
      <td className="num">{count(crossing.minutes)}</td>
      <td className="num">{count(crossing.certainMinutes)}</td>
      <td className="num">{count(crossing.unknownMinutes)}</td>
      <td className="text-ink-2">{remarks.join('; ')}</td>
    </tr>
  );
}
