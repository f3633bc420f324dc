'use client';

import { useState } from 'react';
import type { MarksAnswer } from '@/lib/api/marks';
import { marksCsv } from '@/lib/api/marksCsv';
import type { MarkField, ReadingMarks } from '@/lib/domain/marks/marks';
import { formatMinute, parseMinute, plus } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { markHoleWords, minutesTable, readingWords } from '@/lib/words/collateralPage';
import { formatPrice } from '@/lib/words/numbers';
import { saveAs } from '../frame/saveAs';
import { Hole } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import type { Account } from './useAccount';

interface Props {
  readonly answer: MarksAnswer;
  readonly all: readonly ReadingMarks[];
  readonly field: MarkField;
  readonly account: Account;
}

/** Every minute, once its reader asks; and as a file that is made here. */
export function MinutesTable({ answer, all, field, account }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <Section
      className={isShown ? undefined : 'print:hidden'}
      id="minutes"
      title={minutesTable.title}
      lead={minutesTable.inBrowser}
      aside={
        <div className="flex flex-wrap gap-2 print:hidden">
          {!isShown && (
            <button
              type="button"
              className="button"
              onClick={() => {
                setShown(true);
              }}
            >
              {minutesTable.show}
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() => {
              saveAs(fileName(answer), new Blob([csvOf(answer, field, account)], { type: 'text/csv' }));
            }}
          >
            {minutesTable.save}
          </button>
        </div>
      }
    >
      {isShown && (
        <Scroller label={minutesTable.title}>
          <table className="sheet">
            <thead>
              <tr>
                <Head isTime>{minutesTable.minute}</Head>
                {all.map(({ reading }) => (
                  <NumberHead key={reading}>{readingWords(reading)}</NumberHead>
                ))}
                <NumberHead>{minutesTable.peers}</NumberHead>
              </tr>
            </thead>
            <tbody>
              {answer.readings.own.holes.map((_, slot) => (
                <MinuteRow key={slot} answer={answer} all={all} slot={slot} />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}

function MinuteRow({ answer, all, slot }: Pick<Props, 'answer' | 'all'> & { readonly slot: number }) {
  return (
    <tr>
      <th scope="row">
        <Time iso={formatMinute(plus(promised(parseMinute(answer.from)), slot))} />
      </th>
      {all.map(({ reading, column }) => {
        const why = column.holes[slot] ?? null;
        return (
          <td key={reading} className="num">
            {why === null ? formatPrice(column.prices[slot] ?? NaN) : <Hole>{markHoleWords(why)}</Hole>}
          </td>
        );
      })}
      <td className="num">{answer.readings.others.peers?.[slot]}</td>
    </tr>
  );
}

/** What was simulated says so in its name, as every file of the site does. */
const fileName = ({ simulated, asset, venue, from }: MarksAnswer): string =>
  `${simulated ? 'SIMULATED-' : ''}${asset}-${venue}-marks-${from.slice(0, 10)}.csv`;

const csvOf = (answer: MarksAnswer, field: MarkField, { marked, unitLevel, ratio }: Account): string =>
  marksCsv(answer, field, ratio, Number.isNaN(unitLevel) ? undefined : marked);
