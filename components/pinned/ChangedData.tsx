import type { PinnedAnswer } from '@/lib/api/pinned';
import type { ChangedBook, ObservedMinute } from '@/lib/api/verification';
import { CANDLE_FIELDS, type CandleField } from '@/lib/domain/candle';
import { KINDS, SOURCES, type Kind } from '@/lib/domain/market';
import { fieldWords } from '@/lib/words/candleFields';
import { cells } from '@/lib/words/cells';
import { pairWords } from '@/lib/words/market';
import { missingWords } from '@/lib/words/missing';
import { rawPrice } from '@/lib/words/numbers';
import { pinnedChanges } from '@/lib/words/pinned';
import { sourceWords } from '@/lib/words/sources';
import { joins } from '@/lib/words/spelled';
import { venueName } from '@/lib/words/venues';
import { Hole, VenueMarket } from '../frame/Cells';
import { Scroller } from '../frame/Section';
import { MinuteLink } from '../revisions/RevisionCells';
import { ZonedHead } from '../zone/ZonedHead';

/** So many minutes of a book are listed; the answer has all. */
const MOST_MINUTES = 20;

/** The candles that differ, minute by minute, as they were and as they are. */
export function ChangedBooks({
  asset,
  changes,
}: {
  readonly asset: string;
  readonly changes: PinnedAnswer['changes'];
}) {
  if (changes.length === 0) return null;
  return (
    <Scroller label={pinnedChanges.table}>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col" className="bg-sunk!">
              <ZonedHead>{pinnedChanges.minute}</ZonedHead>
            </th>
            <th scope="col" className="hidden sm:table-cell">
              {pinnedChanges.market}
            </th>
            <th scope="col">{pinnedChanges.before}</th>
            <th scope="col">{pinnedChanges.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((book) => (
            <BookRows key={Object.values({ ...book, minutes: '' }).join(' ')} asset={asset} book={book} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function BookRows({ asset, book }: { readonly asset: string; readonly book: ChangedBook }) {
  if (book.minutes === null)
    return (
      <tr>
        <th scope="row" className="bg-sunk!">
          <Hole>{cells.none}</Hole>
          <BookOnPhone book={book} />
        </th>
        <BookCell book={book} />
        <td colSpan={2}>{book.change === 'added' ? pinnedChanges.added : pinnedChanges.gone}</td>
      </tr>
    );
  const rest = book.minutes.length - MOST_MINUTES;
  return (
    <>
      {book.minutes.slice(0, MOST_MINUTES).map(({ minute, was, now }) => (
        <tr key={minute}>
          <th scope="row" className="bg-sunk!">
            <MinuteLink asset={asset} minute={minute} asOf={null} />
            <BookOnPhone book={book} />
          </th>
          <BookCell book={book} />
          <td>
            <Observed one={was} other={now} />
          </td>
          <td>
            <Observed one={now} other={was} />
          </td>
        </tr>
      ))}
      {rest > 0 && (
        <tr>
          <td colSpan={4} className="text-ink-3">
            {pinnedChanges.andMore(rest)}
          </td>
        </tr>
      )}
    </>
  );
}

/** Where there is room beside the minute. */
const BookCell = ({ book }: { readonly book: ChangedBook }) => (
  <td className="hidden whitespace-nowrap sm:table-cell">
    <VenueMarket venue={book.venue} market={book.market} kind={kindOf(book)} />
    <span className="label block">{roadOf(book)}</span>
  </td>
);

/** On a phone it is under its minute, so that both candles come into sight. */
const BookOnPhone = ({ book }: { readonly book: ChangedBook }) => (
  <span className="label block whitespace-normal sm:hidden">
    {venueName(book.venue)} {pairWords({ market: book.market, kind: kindOf(book) })}
  </span>
);

const kindOf = ({ kind }: ChangedBook): Kind => KINDS.find((one) => one === kind) ?? 'spot';

/** The source, and what the book is for where it is not compared itself. */
function roadOf({ source, role }: ChangedBook): string {
  const known = SOURCES.find((one) => one === source);
  const road = known === undefined ? source : sourceWords(known);
  return role === 'market' ? road : `${road}${joins.clauses}${pinnedChanges.roles[role]}`;
}

/** Shown of a candle that has no counterpart. */
const WHOLE: readonly CandleField[] = ['low', 'high', 'close', 'baseVolume'];

/** What stands in one state, of the fields in which the other is different. */
function Observed({ one, other }: { readonly one: ObservedMinute; readonly other: ObservedMinute }) {
  if (!one.answered) return <Hole>{missingWords('not-fetched')}</Hole>;
  if (one.close === null) return <Hole>{cells.noTrade}</Hole>;
  const fields = other.close === null ? WHOLE : CANDLE_FIELDS.filter((field) => !Object.is(one[field], other[field]));
  return (
    <span className="flex gap-x-4 max-sm:flex-wrap">
      {fields.map((field) => (
        <span key={field} className="sm:whitespace-nowrap">
          <span className="text-ink-3">{fieldWords(field)}</span> {written(one[field])}
        </span>
      ))}
    </span>
  );
}

const written = (value: number | null) =>
  value === null ? <Hole>{cells.notProvided}</Hole> : <span className="font-medium">{rawPrice(value)}</span>;

/** Lines of the digest that name no candles: of the registry, of the table of aliases. */
export function ChangedRules({ parameters }: { readonly parameters: PinnedAnswer['parameters'] }) {
  if (parameters.length === 0) return null;
  return (
    <Scroller label={pinnedChanges.rule}>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{pinnedChanges.rule}</th>
            <th scope="col">{pinnedChanges.before}</th>
            <th scope="col">{pinnedChanges.after}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, was, now }) => (
            <tr key={name}>
              <th scope="row">
                <code className="font-mono text-[0.75rem]">{name}</code>
              </th>
              <td>{was ?? <Hole>{cells.none}</Hole>}</td>
              <td>{now ?? <Hole>{cells.none}</Hole>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
