import { isComputed, type Market } from '../../../domain/market';
import { isFar, known, middle, middleOf, remembered } from './arithmetic';
import { quotesInOrder, type Bar, type Book } from './books';

/** A book that takes no part on a day, and why. */
export interface LeftOut {
  readonly book: Book;
  readonly why: 'alias' | 'suspected-alias' | 'suspected-namesake';
  /** Of an alias: the book it is. */
  readonly of: Market | undefined;
  /** Of a namesake: how many times the others' price. */
  readonly factor: number | undefined;
}

/** Books without those left out. */
export const without = (books: readonly Book[], left: readonly LeftOut[]): readonly Book[] =>
  books.filter((book) => !left.some((one) => one.book === book));

/** The second names in the table whose first is stored, traded that day or not. */
const knownAliases = (books: readonly Book[]): readonly LeftOut[] =>
  books.flatMap((book) =>
    book.isAlso === undefined ? [] : [{ book, why: 'alias' as const, of: book.isAlso, factor: undefined }],
  );

/** Where both say it, it must be the same. */
const unlessUnlike = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined || a === b;

const isSameBar = (a: Bar | undefined, b: Bar | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.open === b.open &&
  a.high === b.high &&
  a.low === b.low &&
  a.close === b.close &&
  a.baseVolume !== undefined &&
  a.baseVolume === b.baseVolume &&
  unlessUnlike(a.quoteVolume, b.quoteVolume) &&
  unlessUnlike(a.trades, b.trades);

/** "Equal in 99 % or more of the union of their traded minutes of a UTC day (30 or more)." */
function isOneBook(a: Book, b: Book): boolean {
  const union = [...new Set([...a.bars.keys(), ...b.bars.keys()])];
  const same = union.filter((at) => isSameBar(a.bars.get(at), b.bars.get(at))).length;
  return union.length >= 30 && same / union.length >= 0.99;
}

/** Of two books of one venue, base and kind that are one, the later in the order of quotes. */
const suspectedAliases = (books: readonly Book[]): readonly LeftOut[] =>
  books.flatMap((book) => {
    const { venue, base, kind } = book.market;
    const [first] = books
      .filter(
        ({ market, quote }) =>
          market.venue === venue &&
          market.base === base &&
          market.kind === kind &&
          !isComputed(kind) &&
          quotesInOrder(quote, book.quote) < 0,
      )
      .sort((a, b) => quotesInOrder(a.quote, b.quote))
      .filter((one) => isOneBook(one, book));
    return first === undefined ? [] : [{ book, why: 'suspected-alias' as const, of: first.market, factor: undefined }];
  });

/** The close of a book's minute in USD, as far as it can be said before any namesake is known. */
export type UsdClose = (book: Book, at: number) => number | undefined;

/** What a venue says of a base in a minute: the middle of the USD closes of its books. */
const valueBy = (books: readonly Book[], usdClose: UsdClose) =>
  remembered((venue: string) => {
    const own = books.filter(({ market }) => market.venue === venue);
    return remembered((at: number) => middle(known(own.map((book) => usdClose(book, at)))));
  });

/** The spot books that may be another coin of the same ticker, or another unit, among the books of their base. */
function suspectedNamesakes(books: readonly Book[], usdClose: UsdClose): readonly LeftOut[] {
  const bases = [...new Set(books.map(({ market }) => market.base))];
  return bases.flatMap((base) => {
    const own = books.filter(({ market }) => market.kind === 'spot' && market.base === base);
    const valueOf = valueBy(own, usdClose);
    return own.flatMap((book) => {
      const venues = [...new Set(own.map(({ market }) => market.venue))].filter((one) => one !== book.market.venue);
      const factor = factorOf(
        [...book.bars.keys()].flatMap((at) => {
          const close = usdClose(book, at);
          const others = known(venues.map((venue) => valueOf(venue)(at)));
          return close === undefined || others.length < 3 ? [] : [{ close, others }];
        }),
      );
      return factor === undefined ? [] : [{ book, why: 'suspected-namesake' as const, of: undefined, factor }];
    });
  });
}

/** A minute in which a book and at least three other venues have a USD close. */
interface Common {
  readonly close: number;
  readonly others: readonly number[];
}

/** How many times the others' price, of a namesake; undefined: it is none. */
function factorOf(common: readonly Common[]): number | undefined {
  const compared = common.map(({ close, others }) => {
    const centre = middleOf(others);
    const near = others.filter((value) => !isFar(value, centre)).length;
    return { factor: close / centre, apart: isFar(close, centre) && near > others.length / 2 };
  });
  const apart = compared.filter((one) => one.apart).length;
  if (compared.length < 240 || apart / compared.length < 0.9) return undefined;
  return middle(compared.map(({ factor }) => factor));
}

/** Everything that takes no part on one day, of all books of that day. */
export function leftOutOf(books: readonly Book[], usdClose: UsdClose): readonly LeftOut[] {
  const aliases = aliasesOf(books);
  return [...aliases, ...suspectedNamesakes(without(books, aliases), usdClose)];
}

/** The known and the suspected. */
export function aliasesOf(books: readonly Book[]): readonly LeftOut[] {
  const named = knownAliases(books);
  return [...named, ...suspectedAliases(without(books, named))];
}
