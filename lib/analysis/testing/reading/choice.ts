import { KINDS, type Kind } from '../../../domain/market';
import { alphabetical } from './arithmetic';
import { baseVolumeOf, quotesInOrder, type Book } from './books';
import type { Asked } from './question';
import type { Rates } from './rates';

/** What of one asset may take part on a day: books that are not left out, of the venues asked for, in the quote compared. */
export type Candidates = (day: number) => readonly Book[];

/** "A rate by usd, legs or thin in 90 % or more of their traded minutes." */
function isRated({ quote, market, bars }: Book, rates: Rates): boolean {
  const rated = [...bars.keys()].filter((at) =>
    ['usd', 'legs', 'thin'].includes(rates.of(quote, market.venue, at).rule),
  );
  return bars.size > 0 && rated.length / bars.size >= 0.9;
}

/** Of one venue's books of one kind, that of the day: traded before silent, rated before not, then the greatest base volume. */
export function bookOf(books: readonly Book[], rates: Rates): Book | undefined {
  const traded = books.filter(({ bars }) => bars.size > 0);
  const some = traded.length > 0 ? traded : books;
  const rated = some.filter((book) => isRated(book, rates));
  return [...(rated.length > 0 ? rated : some)].sort(
    (a, b) => baseVolumeOf(b) - baseVolumeOf(a) || quotesInOrder(a.quote, b.quote),
  )[0];
}

const ofVenue = (books: readonly Book[], venue: string): readonly Book[] =>
  books.filter(({ market }) => market.venue === venue);
const ofKind = (books: readonly Book[], kind: Kind): readonly Book[] =>
  books.filter(({ market }) => market.kind === kind);

/** What the reader chose of one venue that takes part on the day. */
const chosenAmong = (books: readonly Book[], { markets }: Asked): readonly Book[] =>
  books.filter(({ market }) =>
    markets.some(({ venue, quote, kind }) => venue === market.venue && quote === market.quote && kind === market.kind),
  );

/** The book a venue would show alone: of the first kind that has a price, else of the first there is. */
function usualOf(books: readonly Book[], rates: Rates): Book | undefined {
  const traded = books.filter(({ bars }) => bars.size > 0);
  const some = traded.length > 0 ? traded : books;
  const kind = KINDS.find((one) => ofKind(some, one).length > 0);
  return kind === undefined ? undefined : bookOf(ofKind(books, kind), rates);
}

/**
 * The books one venue shows on a day, at most one a kind. A spot market chosen takes the place of the usual book; other kinds
 * chosen stand beside the venue's spot book, or alone where its usual book is no spot book.
 */
function shownOf(question: Asked, books: readonly Book[], rates: Rates): readonly Book[] {
  const chosen = chosenAmong(books, question);
  const spot = ofKind(chosen, 'spot');
  const beside = KINDS.slice(1).flatMap((kind) => ofKind(chosen, kind));
  const usual = usualOf(books, rates);
  if (spot.length > 0) return [...spot, ...beside];
  if (usual === undefined) return [];
  return beside.length === 0 ? [usual] : usual.market.kind === 'spot' ? [usual, ...beside] : beside;
}

/** What a question compares: a venue's books of one kind, day by day. */
export interface Row {
  readonly venue: string;
  readonly kind: Kind;
  /** The book that stands in the row on a day; undefined: none. */
  readonly on: (day: number) => Book | undefined;
}

/** The rows of those days, by venue and kind. */
export function rowsOf(question: Asked, days: readonly number[], candidates: Candidates, rates: Rates): readonly Row[] {
  const shown = new Map(
    days.map((day) => {
      const books = candidates(day);
      const venues = [...new Set(books.map(({ market }) => market.venue))];
      return [day, venues.flatMap((venue) => shownOf(question, ofVenue(books, venue), rates))] as const;
    }),
  );
  const places = new Map(
    [...shown.values()].flat().map(({ market: { venue, kind } }) => [`${venue} ${kind}`, { venue, kind }] as const),
  );
  return [...places.values()]
    .sort((a, b) => alphabetical(a.venue, b.venue) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .map(({ venue, kind }) => {
      const standing = new Map(
        days.map((day) => {
          const stands = shown.get(day)?.find(({ market }) => market.venue === venue && market.kind === kind);
          // A spot book that was silent while a contract stood for its venue is still the venue's spot book.
          const silent = kind === 'spot' ? bookOf(ofKind(ofVenue(candidates(day), venue), kind), rates) : undefined;
          return [day, stands ?? silent] as const;
        }),
      );
      return { venue, kind, on: (day: number) => standing.get(day) };
    });
}

/** Of each venue the spot book that a median takes on a day, of those quoted in one quote where a bloc is asked for. */
export function spotBooks(candidates: Candidates, rates: Rates, bloc: string | undefined): Candidates {
  return (day) => {
    const books = ofKind(candidates(day), 'spot').filter(({ quote }) => bloc === undefined || quote === bloc);
    const venues = [...new Set(books.map(({ market }) => market.venue))].sort(alphabetical);
    return venues.flatMap((venue) => {
      const book = bookOf(ofVenue(books, venue), rates);
      return book === undefined ? [] : [book];
    });
  };
}

/** Without a rate, the quote that most venues have a book in; the reference venue's where one is chosen; then USD, USDT, USDC, then by name. */
export function sharedQuote({ reference }: Asked, books: readonly Book[]): string | undefined {
  const allowed = reference.kind === 'venue' ? ofKind(ofVenue(books, reference.venue), 'spot') : books;
  const sharers = (quote: string): number =>
    new Set(books.filter((book) => book.quote === quote).map(({ market }) => market.venue)).size;
  return [...new Set(allowed.map(({ quote }) => quote))].sort(
    (a, b) => sharers(b) - sharers(a) || quotesInOrder(a, b),
  )[0];
}
