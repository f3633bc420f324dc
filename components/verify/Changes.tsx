'use client';

import { useState } from 'react';
import type { ChangedBook, ObservedMinute, Verification } from '@/lib/api/verification';
import { CANDLE_FIELDS } from '@/lib/domain/candle';
import { fieldWords } from '@/lib/words/candleFields';
import { pairWords } from '@/lib/words/market';
import { rawPrice } from '@/lib/words/numbers';
import { sourceWords } from '@/lib/words/sources';
import { joins } from '@/lib/words/spelled';
import { venueName } from '@/lib/words/venues';
import { changeWords } from '@/lib/words/verifyPage';
import { Hole } from '../frame/Cells';
import { Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { ZonedHead } from '../zone/ZonedHead';

/** So many minutes of a book are shown at first. */
const MOST_MINUTES = 20;

/** Book by book, minute by minute: what was stored when the picture was made, and what is stored now. */
export function Changes({ changes }: Pick<Verification, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <Section id="changes" title={changeWords.title}>
      <div className="space-y-8">
        {changes.map((book) => (
          <Book key={[book.role, book.venue, book.market, book.kind, book.source, book.change].join(' ')} book={book} />
        ))}
      </div>
    </Section>
  );
}

const ROLES = {
  market: () => [],
  'underlying-market': () => [changeWords.underlying],
  'rate-market': () => [changeWords.rates],
} as const satisfies Readonly<Record<ChangedBook['role'], () => readonly string[]>>;

/** "Binance ATOM/USDT, REST klines, for rates" */
const nameOf = ({ venue, market, kind, source, role }: ChangedBook): string =>
  [`${venueName(venue)} ${pairWords({ market, kind })}`, sourceWords(source), ...ROLES[role]()].join(joins.items);

function Book({ book }: { readonly book: ChangedBook }) {
  const { change, minutes } = book;
  const name = nameOf(book);
  return (
    <div>
      <h3 className="font-semibold">{name}</h3>
      {minutes === null ? (
        <p className="mt-1 text-sm text-ink-2">
          {change === 'added' ? changeWords.added : change === 'gone' ? changeWords.gone : changeWords.unknown}
        </p>
      ) : (
        <Minutes name={name} minutes={minutes} />
      )}
    </div>
  );
}

type Minute = NonNullable<ChangedBook['minutes']>[number];

function Minutes({ name, minutes }: { readonly name: string; readonly minutes: readonly Minute[] }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? minutes : minutes.slice(0, MOST_MINUTES);
  const rest = minutes.length - shown.length;
  return (
    <>
      <p className="mt-1 text-sm text-ink-2">{changeWords.minutes(minutes.length)}</p>
      <table className="sheet mt-2 sm:max-w-[44rem]" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">
              <ZonedHead>{changeWords.minute}</ZonedHead>
            </th>
            <th scope="col">{changeWords.field}</th>
            <th scope="col" className="num">
              {changeWords.was}
            </th>
            <th scope="col" className="num">
              {changeWords.now}
            </th>
          </tr>
        </thead>
        <tbody>{shown.map((minute) => rowsOf(minute))}</tbody>
      </table>
      {rest > 0 && (
        <button
          type="button"
          className="button mt-3"
          onClick={() => {
            setOpen(true);
          }}
        >
          {changeWords.more(rest)}
        </button>
      )}
    </>
  );
}

/** A row for each value that differs; the minute stands before the first. */
function rowsOf({ minute, was, now }: Minute) {
  const rows = [
    ...(was.answered === now.answered
      ? []
      : [{ name: changeWords.answered, was: receivedWords(was), now: receivedWords(now) }]),
    ...CANDLE_FIELDS.filter((field) => !Object.is(was[field], now[field])).map((field) => ({
      name: fieldWords(field),
      was: written(was[field]),
      now: written(now[field]),
    })),
  ];
  return rows.map((row, i) => (
    <tr key={`${minute} ${row.name}`}>
      {i === 0 && (
        <th scope="row" rowSpan={rows.length}>
          <Time iso={minute} form="clock-first" />
        </th>
      )}
      <td>{row.name}</td>
      <td className="num">{row.was}</td>
      <td className="num font-semibold">{row.now}</td>
    </tr>
  ));
}

const receivedWords = ({ answered }: ObservedMinute): string => (answered ? changeWords.yes : changeWords.no);

const written = (value: number | null) => (value === null ? <Hole>{changeWords.none}</Hole> : rawPrice(value));
