'use client';

import { useState } from 'react';
import type { ChangedBook, ObservedMinute } from '@/lib/api/verification';
import { CANDLE_FIELDS } from '@/lib/domain/candle';
import { fieldWords } from '@/lib/words/candleFields';
import { cells } from '@/lib/words/cells';
import { bookChanges } from '@/lib/words/changes';
import { pairWords } from '@/lib/words/market';
import { missingWords } from '@/lib/words/missing';
import { rawPrice } from '@/lib/words/numbers';
import { sourceWords } from '@/lib/words/sources';
import { joins } from '@/lib/words/spelled';
import { venueName } from '@/lib/words/venues';
import { Hole } from '../frame/Cells';
import { Scroller } from '../frame/Section';
import { MinuteLink } from '../revisions/RevisionCells';
import { Time } from '../zone/Time';
import { ZonedHead } from '../zone/ZonedHead';

/** So many minutes of a book are shown at first. */
const MOST_MINUTES = 20;

interface Props {
  readonly changes: readonly ChangedBook[];
  /** Whose minutes lead to their pages; undefined: they are not known to be of any. */
  readonly asset?: string;
}

/** Book by book, minute by minute: what was stored before, and what is stored now. */
export const ChangedBooks = ({ changes, asset }: Props) => (
  <div className="space-y-6">
    {changes.map((book) => (
      <Book
        key={[book.role, book.venue, book.market, book.kind, book.source, book.change].join(' ')}
        book={book}
        asset={asset}
      />
    ))}
  </div>
);

/** "Binance ATOM/USDT, REST klines, for rates" */
const nameOf = ({ venue, market, kind, source, role }: ChangedBook): string =>
  [
    `${venueName(venue)} ${pairWords({ market, kind })}`,
    sourceWords(source),
    ...(role === 'market' ? [] : [bookChanges.roles[role]]),
  ].join(joins.items);

function Book({ book, asset }: { readonly book: ChangedBook; readonly asset: string | undefined }) {
  const { change, minutes } = book;
  const name = nameOf(book);
  return (
    <div>
      <h3 className="font-semibold">{name}</h3>
      {minutes === null ? (
        <p className="mt-1 text-sm text-ink-2">{change === 'other' ? bookChanges.unknown : bookChanges[change]}</p>
      ) : (
        <Minutes name={name} minutes={minutes} asset={asset} />
      )}
    </div>
  );
}

interface MinutesProps {
  readonly name: string;
  readonly minutes: NonNullable<ChangedBook['minutes']>;
  readonly asset: string | undefined;
}

function Minutes({ name, minutes, asset }: MinutesProps) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? minutes : minutes.slice(0, MOST_MINUTES);
  const rest = minutes.length - shown.length;
  return (
    <>
      <p className="mt-1 mb-2 text-sm text-ink-2">{bookChanges.minutes(minutes.length)}</p>
      <Scroller label={name}>
        <table className="sheet sm:max-w-[56rem]">
          <thead>
            <tr>
              <th scope="col" className="bg-sunk!">
                <ZonedHead>{bookChanges.minute}</ZonedHead>
              </th>
              <th scope="col">{bookChanges.before}</th>
              <th scope="col">{bookChanges.now}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ minute, was, now }) => (
              <tr key={minute}>
                <th scope="row" className="bg-sunk!">
                  {asset === undefined ? (
                    <Time iso={minute} form="clock-first" />
                  ) : (
                    <MinuteLink asset={asset} minute={minute} asOf={null} />
                  )}
                </th>
                <td>
                  <Observed one={was} other={now} />
                </td>
                <td>
                  <Observed one={now} other={was} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {rest > 0 && (
        <button
          type="button"
          className="button mt-3"
          onClick={() => {
            setOpen(true);
          }}
        >
          {bookChanges.more(rest)}
        </button>
      )}
    </>
  );
}

/** What stands in one state, of the fields in which the other is different. */
function Observed({ one, other }: { readonly one: ObservedMinute; readonly other: ObservedMinute }) {
  if (!one.answered) return <Hole>{missingWords('not-fetched')}</Hole>;
  if (CANDLE_FIELDS.every((field) => one[field] === null)) return <Hole>{cells.noTrade}</Hole>;
  return (
    <span className="flex flex-wrap gap-x-4">
      {CANDLE_FIELDS.filter((field) => !Object.is(one[field], other[field])).map((field) => (
        <span key={field} className="sm:whitespace-nowrap">
          <span className="text-ink-3">{fieldWords(field)}</span> {written(one[field])}
        </span>
      ))}
    </span>
  );
}

const written = (value: number | null) =>
  value === null ? <Hole>{cells.notProvided}</Hole> : <span className="font-medium">{rawPrice(value)}</span>;
