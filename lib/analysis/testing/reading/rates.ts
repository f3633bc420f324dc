import { isUsdStable } from '../../../domain/asset';
import type { MarketColumns } from '../../../domain/marketColumns';
import { isFar, known, middle, middleOf, remembered, spreadOf } from './arithmetic';
import { booksByDay, dayOfMinute, type Book } from './books';
import { aliasesOf, leftOutOf, without, type LeftOut, type UsdClose } from './suspects';

export type Rule = 'none' | 'usd' | 'legs' | 'thin' | 'parity';

/** USD per unit of a quote in one minute, the rule it came by, and how far it may be wrong; undefined: not known. */
export interface Usd {
  readonly value: number | undefined;
  readonly rule: Rule;
  readonly uncertainty: number | undefined;
  readonly legs: number;
  /** Of the minute's legs, unsmoothed. */
  readonly median: number | undefined;
}

/** One way from a quote to USD. */
export interface Leg {
  readonly venue: string;
  readonly rate: number;
}

/** What a day's books say of a quote in one minute. */
export interface Legs {
  readonly legs: readonly Leg[];
  readonly median: number;
  /** Relative; undefined: unknown. */
  readonly error: number | undefined;
  readonly rule: 'legs' | 'thin';
}

const CROSS_BASES = ['BTC', 'ETH'];
const ASSUMED_PARITY: Omit<Usd, 'legs' | 'median'> = { value: 1, rule: 'parity', uncertainty: 0.13 };
const UNKNOWN: Usd = { value: undefined, rule: 'none', uncertainty: undefined, legs: 0, median: undefined };
const DOLLAR: Usd = { value: 1, rule: 'usd', uncertainty: 0, legs: 0, median: undefined };
/** Where the reader wants raw quotes compared. */
export const RAW: Usd = { value: 1, rule: 'none', uncertainty: 0, legs: 0, median: undefined };

/** The spot books of a day, by base and quote. */
type Shelf = ReadonlyMap<string, readonly Book[]>;

function shelved(books: readonly Book[]): Shelf {
  const shelf = new Map<string, Book[]>();
  for (const book of books) {
    if (book.market.kind !== 'spot') continue;
    const name = `${book.market.base}/${book.quote}`;
    shelf.set(name, [...(shelf.get(name) ?? []), book]);
  }
  return shelf;
}

/** The closes of base/quote in a minute, but of one venue. */
function closesOf(shelf: Shelf, base: string, quote: string, except: string, at: number): readonly Leg[] {
  return (shelf.get(`${base}/${quote}`) ?? []).flatMap(({ market, bars }) => {
    const close = market.venue === except ? undefined : bars.get(at)?.close;
    return close === undefined ? [] : [{ venue: market.venue, rate: close }];
  });
}

const venuesOf = (legs: readonly Leg[]): number => new Set(legs.map(({ venue }) => venue)).size;

/** Every leg of a quote in a minute, crosses before direct pairs. */
function allLegs(shelf: Shelf, quote: string, except: string, at: number): readonly Leg[] {
  const crosses = CROSS_BASES.filter((base) => base !== quote).flatMap((base) => {
    const dollars = closesOf(shelf, base, 'USD', except, at);
    if (venuesOf(dollars) < 2) return [];
    const u = middleOf(dollars.map(({ rate }) => rate));
    return closesOf(shelf, base, quote, except, at).map(({ venue, rate }) => ({ venue, rate: u / rate }));
  });
  const paid = closesOf(shelf, quote, 'USD', except, at);
  const turned = closesOf(shelf, 'USD', quote, except, at).map(({ venue, rate }) => ({ venue, rate: 1 / rate }));
  return [...crosses, ...paid, ...turned];
}

/** Each is compared with the middle of all others, before any is dropped; a leg alone has nothing to be compared with. */
function nearOnes(legs: readonly Leg[]): readonly Leg[] {
  return legs.filter((leg) => {
    const others = middle(legs.filter((other) => other !== leg).map(({ rate }) => rate));
    return others === undefined || !isFar(leg.rate, others);
  });
}

/** What is said of a quote in a minute by the books of its day, one venue left out; undefined: nothing. */
function legsOf(shelf: Shelf, quote: string, except: string, at: number): Legs | undefined {
  const legs = nearOnes(allLegs(shelf, quote, except, at));
  const rates = legs.map(({ rate }) => rate);
  const median = middle(rates);
  if (median === undefined) return undefined;
  const venues = venuesOf(legs);
  const half = (Math.max(...rates) - Math.min(...rates)) / 2 / median;
  if (legs.length >= 3 && venues >= 2) {
    const error = legs.length < 5 || venues < 3 ? half : (1.4826 * spreadOf(rates)) / median;
    return { legs, median, error, rule: 'legs' };
  }
  if (isUsdStable(quote)) return { legs, median, error: Math.max(half, Math.abs(median - 1)), rule: 'thin' };
  return { legs, median, error: venues === 1 ? undefined : half, rule: 'thin' };
}

/** The rates that a question's rate markets give. */
export interface Rates {
  /** Of a quote in a minute, a venue left out. */
  readonly of: (quote: string, except: string, at: number) => Usd;
  /** A book's close in USD by the legs of its minute alone, before any namesake is known. */
  readonly plainClose: UsdClose;
  readonly leftOut: (day: number) => readonly LeftOut[];
}

/** Section 2. A day's leg books are decided from that day alone. */
export function ratesFrom(rateMarkets: readonly MarketColumns[]): Rates {
  const booksOn = booksByDay(rateMarkets);
  /** Of books that are no second name of another. */
  const plainLegs = legsBy((day) => without(booksOn(day), aliasesOf(booksOn(day))));
  const plainClose: UsdClose = (book, at) => {
    const close = book.bars.get(at)?.close;
    if (close === undefined || book.quote === 'USD') return close;
    const median = plainLegs(book.quote, book.market.venue, at)?.median;
    if (median === undefined) return isUsdStable(book.quote) ? close : undefined;
    return close * median;
  };
  const leftOut = remembered((day: number) => leftOutOf(booksOn(day), plainClose));
  const legs = legsBy((day) => without(booksOn(day), leftOut(day)));
  return { of: smoothedBy(legs), plainClose, leftOut };
}

type LegsIn = (quote: string, except: string, at: number) => Legs | undefined;

function legsBy(booksOn: (day: number) => readonly Book[]): LegsIn {
  const shelfOn = remembered((day: number) => {
    const books = booksOn(day);
    return { shelf: shelved(books), traded: new Set(books.flatMap(({ bars }) => [...bars.keys()])) };
  });
  return byThree((quote, except, at) => {
    const { shelf, traded } = shelfOn(dayOfMinute(at));
    return traded.has(at) ? legsOf(shelf, quote, except, at) : undefined;
  });
}

/** The same answer, remembered. */
function byThree<A>(
  answer: (quote: string, except: string, at: number) => A,
): (quote: string, except: string, at: number) => A {
  const said = remembered((name: string) => {
    const [quote = '', except = ''] = name.split(' ');
    return remembered((at: number) => answer(quote, except, at));
  });
  return (quote, except, at) => said(`${quote} ${except}`)(at);
}

function smoothedBy(legs: LegsIn): Rates['of'] {
  return byThree((quote, except, at): Usd => {
    if (quote === 'USD') return DOLLAR;
    const own = legs(quote, except, at);
    if (own === undefined) return isUsdStable(quote) ? { ...ASSUMED_PARITY, legs: 0, median: undefined } : UNKNOWN;
    const five = known([-2, -1, 0, 1, 2].map((away) => legs(quote, except, at + away)));
    const value = middleOf(five.map(({ median }) => median));
    const jump = Math.max(own.median / value, value / own.median) - 1;
    const error = own.error === undefined ? undefined : middle(known(five.map((one) => one.error)));
    return {
      value,
      rule: own.rule,
      uncertainty: error === undefined ? undefined : error + jump,
      legs: own.legs.length,
      median: own.median,
    };
  });
}
