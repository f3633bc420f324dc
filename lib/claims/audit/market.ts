import { uncertaintyAtMost } from '../../api/columns/uncertaintyAtMost';
import type { Side } from '../../domain/episode';
import { parseAsset } from '../../domain/market';
import { dayOf, minuteRange, parseMinute, startOf, type Day, type Minute } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import type { SeriesColumns } from '../../domain/seriesColumns';
import { promised } from '../../domain/unit';
import { bookKey, type FillBook } from '../fill';

/** An episode of a book, as the analysis found it. */
export interface BookEpisode {
  readonly id: string;
  readonly side: Side;
  readonly start: Minute;
  readonly end: Minute;
}

/**
 * A book's UTC day, as the analysis answers it with the book chosen for its venue and the method's defaults: the numbers of the asset's page
 * at this address, never a second definition of them.
 */
export interface BookDay {
  /** A row for each minute from `from` on, prices in USD. Uncertainties are the most that the exact ones may be: a figure stands beyond both. */
  readonly series: SeriesColumns;
  readonly from: Minute;
  readonly episodes: readonly BookEpisode[];
  /** What it was compared with: `others`; `wrapped` and `peg` of assets that have such a reference of their own. */
  readonly reference: string;
  readonly digest: string;
  readonly simulated: boolean;
}

/** A day of a book of which nothing is stored. */
export type StoredDay = BookDay | 'not-stored';

/** Whose minutes are asked for: whole UTC days of a book, which tell nobody at which minute a fill was. */
export interface AskedDay {
  readonly book: FillBook;
  readonly day: Day;
}

/** The days of books that came. */
export class Market {
  readonly #days = new Map<string, StoredDay>();
  readonly #stored: AskedDay[] = [];

  add({ book, day }: AskedDay, stored: StoredDay): void {
    if (stored !== 'not-stored') this.#stored.push({ book, day });
    this.#days.set(dayKey(book, day), stored);
  }

  /** The days of which something is stored, in the order in which they came. */
  get stored(): readonly AskedDay[] {
    return this.#stored;
  }

  has({ book, day }: AskedDay): boolean {
    return this.#days.has(dayKey(book, day));
  }

  /** undefined: that day was not asked for. */
  day(book: FillBook, day: Day): StoredDay | undefined {
    return this.#days.get(dayKey(book, day));
  }

  /** A book's day and the row of a minute; undefined: the day was not asked for. */
  at(book: FillBook, minute: Minute): { readonly day: BookDay; readonly row: number } | 'not-stored' | undefined {
    const day = this.day(book, dayOf(minute));
    if (day === undefined || day === 'not-stored') return day;
    const row = minute - day.from;
    return row >= 0 && row < day.series.minutes.length ? { day, row } : 'not-stored';
  }

  /** What the days that came rest on: whose reference, and the digest of the view that has them. */
  get digests(): readonly {
    readonly book: string;
    readonly day: Day;
    readonly reference: string;
    readonly digest: string;
  }[] {
    return [...this.#days].flatMap(([key, stored]) =>
      stored === 'not-stored'
        ? []
        : [
            {
              book: key.slice(0, key.lastIndexOf(' ')),
              day: dayOf(stored.from),
              reference: stored.reference,
              digest: stored.digest,
            },
          ],
    );
  }

  get simulated(): boolean {
    return [...this.#days.values()].some((stored) => stored !== 'not-stored' && stored.simulated);
  }
}

const dayKey = (book: FillBook, day: Day): string => `${bookKey(book)} ${String(day)}`;

/**
 * The question that a book's day is: the asset's own, by the method's defaults, with this book for its venue. The references of other books
 * do not depend on what else a file holds. undefined: no asset has such a name.
 */
export function questionOf({ book, day }: AskedDay): Question | undefined {
  const asset = parseAsset(book.base);
  if (!asset.ok) return undefined;
  const { venue, quote, kind } = book;
  const range = minuteRange(startOf(day), startOf((day + 1) as Day));
  return { ...defaultQuestion(asset.value, range), markets: [{ venue, quote, kind }] };
}

/** What an answer to that question says, as far as a fill is held against it. */
export interface DayAnswer {
  readonly simulated: boolean;
  readonly digest: string;
  readonly reference: string;
  readonly series: readonly SeriesColumns[];
  readonly episodes: readonly {
    readonly id: string;
    readonly venue: string;
    readonly market: string;
    readonly kind: string;
    readonly side: Side;
    readonly start: string;
    readonly end: string;
  }[];
}

/** The book's part of an answer; `not-stored`: the answer does not have it. */
export function bookDayOf({ book, day }: AskedDay, answer: DayAnswer): StoredDay {
  const market = `${book.base}/${book.quote}`;
  const isOwn = (one: { readonly venue: string; readonly market: string; readonly kind: string }): boolean =>
    one.venue === book.venue && one.market === market && one.kind === book.kind;
  const series = answer.series.find(isOwn);
  if (series === undefined) return 'not-stored';
  return {
    series: { ...series, uncertainty: series.uncertainty.map(uncertaintyAtMost) },
    from: startOf(day),
    episodes: answer.episodes.filter(isOwn).map(({ id, side, start, end }) => ({
      id,
      side,
      start: promised(parseMinute(start)),
      end: promised(parseMinute(end)),
    })),
    reference: answer.reference,
    digest: answer.digest,
    simulated: answer.simulated,
  };
}
