'use client';

import type { ContagionAnswer, ContagionBook, FallAnswer } from '@/lib/api/contagion';
import { dayOf, formatDay, parseMinute, type Day } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { behindWords, betweenWords, contagionTable, fallHead, levelMissing } from '@/lib/words/contagion';
import { marketLabel } from '@/lib/words/market';
import { count, formatPrice } from '@/lib/words/numbers';
import { Deviation, Figure, Hole, SourceName, VenueMarket } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Time } from '../zone/Time';

interface Props {
  readonly answer: Pick<ContagionAnswer, 'levels' | 'from' | 'to' | 'leastCloses'>;
  /** In order. */
  readonly books: readonly ContagionBook[];
  /** The level whose order is drawn, by its place. */
  readonly place: number;
}

/** Every book, those that fell in the order of the chart, with the minutes of every level. */
export function FallTable({ answer, books, place }: Props) {
  return (
    <OpeningTable
      label={contagionTable.label}
      name={{
        head: contagionTable.book,
        cell: (book) => (
          // On a phone a name takes two lines, so that its figures have room.
          <span className="whitespace-normal">
            <VenueMarket {...book} />
          </span>
        ),
      }}
      columns={columnsOf(answer, place)}
      rows={books}
      keyOf={({ venue, market, kind }) => `${venue} ${market} ${kind}`}
      nameOf={marketLabel}
    />
  );
}

type Of = Props['answer'];

const dayAfter = (iso: string): string => formatDay((dayOf(promised(parseMinute(iso))) + 1) as Day);

function columnsOf({ levels, from, to, leastCloses }: Of, place: number): readonly Column<ContagionBook>[] {
  // The head of the page names the day of the first.
  const isOfOneDay = from.slice(0, 10) === to.slice(0, 10) || to === `${dayAfter(from)}T00:00Z`;
  const fallOf = (book: ContagionBook, at: number): FallAnswer | undefined => book.falls[at];
  const minute = (book: ContagionBook, at: number) => (
    <First fall={fallOf(book, at)} book={book} from={from} isOfOneDay={isOfOneDay} least={leastCloses} />
  );
  return [
    {
      head: contagionTable.first,
      isTime: true,
      shown: 'always',
      className: 'max-sm:[&_.hole]:whitespace-normal',
      cell: (book) => minute(book, place),
    },
    {
      head: contagionTable.behind,
      shown: 'always',
      numeric: true,
      cell: (book) => <Behind fall={fallOf(book, place)} />,
    },
    {
      head: contagionTable.low,
      shown: 'wide',
      numeric: true,
      cell: (book) => <Deviation ratio={fallOf(book, place)?.ratio ?? null} missing="–" />,
    },
    ...levels.flatMap((level, at): readonly Column<ContagionBook>[] =>
      at === place
        ? []
        : [
            {
              head: fallHead(level),
              isTime: true,
              shown: 'widest',
              // Why a book has no level is said once a row.
              cell: (book) => (book.level === null ? <Hole>–</Hole> : minute(book, at)),
            },
          ],
    ),
    {
      head: contagionTable.level,
      shown: 'medium',
      numeric: true,
      cell: ({ level }) => <Figure value={level} format={formatPrice} missing="–" />,
    },
    {
      head: contagionTable.lowest,
      shown: 'medium',
      numeric: true,
      cell: ({ level, lowest }) => (
        <Deviation ratio={lowest?.ratio ?? null} missing={level === null ? '–' : contagionTable.noPrice} strong />
      ),
    },
    {
      head: contagionTable.lowestAt,
      isTime: true,
      shown: 'opened',
      cell: ({ lowest }) => (lowest === null ? <Hole>{contagionTable.noPrice}</Hole> : <Time iso={lowest.minute} />),
    },
    { head: contagionTable.silent, shown: 'opened', numeric: true, cell: ({ silent }) => count(silent) },
    { head: contagionTable.unknown, shown: 'opened', numeric: true, cell: ({ unknown }) => count(unknown) },
    { head: contagionTable.source, shown: 'opened', cell: ({ source }) => <SourceName source={source} /> },
  ];
}

interface FirstProps {
  readonly fall: FallAnswer | undefined;
  readonly book: ContagionBook;
  readonly from: string;
  readonly isOfOneDay: boolean;
  readonly least: number;
}

/** The first minute of a fall, or in words why there is none. */
function First({ fall, book, from, isOfOneDay, least }: FirstProps) {
  if (fall === undefined || fall.state === 'no-level') return <Hole>{levelMissing(book.closes, least)}</Hole>;
  if (fall.seen === null || fall.earliest === null)
    return <Hole>{fall.state === 'held' ? contagionTable.held : contagionTable.notKnown}</Hole>;
  return (
    <>
      <Time iso={fall.seen} form={isOfOneDay ? 'clock' : 'clock-first'} />
      {fall.earliest === fall.seen ? (
        fall.seen === from && <span className="block text-ink-3">{contagionTable.orBefore}</span>
      ) : (
        <span className="block max-w-[10rem] whitespace-normal text-caution">
          {betweenWords(fall.earliest, fall.seen)}
        </span>
      )}
    </>
  );
}

function Behind({ fall }: { readonly fall: FallAnswer | undefined }) {
  if (fall === undefined || fall.behindLeast === null || fall.behindMost === null) return <Hole>–</Hole>;
  return fall.behindLeast === 0 && fall.behindMost === 0 ? (
    <strong>{contagionTable.isFirst}</strong>
  ) : (
    behindWords(fall.behindLeast, fall.behindMost)
  );
}
