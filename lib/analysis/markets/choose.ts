import { ascending } from '../../domain/ascending';
import { grouped } from '../../domain/grouped';
import type { MinuteRange } from '../../domain/minute';
import { isComputed, KINDS, roadOf, type Venue } from '../../domain/market';
import { LEAST_RATED_SHARE, quoteRank } from '../../domain/method';
import type { Question } from '../../domain/question';
import { isMeasuredRule } from '../rates/rate';
import { namesakesOf } from '../rates/legDay';
import type { RateDay } from '../rates/rateDay';
import type { DayBook, LeftOutBook, MarketColumns } from '../types';
import { dayBooksOf, quotesRead } from './dayBooks';
import { marketKey } from './marketKey';
import { hasPrice } from './prices';
import { slotsIn } from './sources';

/** Who takes part on one UTC day. */
export interface DayChoice {
  /** The books shown, by venue, then kind: one a venue, and beside it the contracts and computed prices the reader chose. */
  readonly shown: readonly DayBook[];
  /** Of venues shown by a contract alone, because no spot book of theirs had a price, the spot book that would stand: it says that nothing was traded. */
  readonly silent: readonly DayBook[];
  /** The spot books that medians are taken over, at most one a venue, by venue. */
  readonly peers: readonly DayBook[];
  /** Every spot book of the venues that take part. */
  readonly spot: readonly DayBook[];
  /** Of every venue, whoever takes part. */
  readonly leftOut: readonly LeftOutBook[];
}

type Asked = Pick<Question, 'venues' | 'markets' | 'reference' | 'rate' | 'bloc'>;

/**
 * Chooses the books of a UTC day (method, sections 2 and 3) from the whole day, whatever window is asked. One a venue: the reader's choice,
 * else spot before perp before mark before index among those with a price that day where there are any; of one kind, the
 * largest base volume among those that had a measured rate in LEAST_RATED_SHARE of their traded minutes, or among all where
 * none had; then USD, USDT, USDC, then by name. `rates` are the day's; `range` is the day; `family`: without a
 * rate, the quote compared, unless it is the markets' own.
 */
export function chooseBooks(
  question: Asked,
  markets: readonly MarketColumns[],
  range: MinuteRange,
  rates: RateDay,
  family: string | undefined = question.rate === 'none' ? rawQuoteOf(question, markets) : undefined,
): DayChoice {
  const isNamed = namedVenue(question);
  const { books: all, leftOut } = dayBooksOf(markets, range);
  const namesakes = namesakesOf(all, range, rates.beforeNamesakes);
  const gone = new Set(namesakes.map(({ market }) => marketKey(market)));
  const books = all.filter(
    ({ market, quote }) =>
      (question.rate === 'usd' || quote === family) && isNamed(market.venue) && !gone.has(marketKey(market)),
  );
  const preference = byPreference(range, rates);
  const venues = [...grouped(books, ({ market }) => market.venue)].sort(([a], [b]) => ascending(a, b));
  const shown = venues.map(([, own]) => shownOf(question, own, range, preference));
  return {
    shown: shown.flat(),
    silent: venues.flatMap(([, own], place) =>
      isSpotShown(shown[place] ?? []) ? [] : usualOf(own.filter(isSpot), range, preference),
    ),
    peers: venues.flatMap(([, own]) => peerOf(question, own, range, preference)),
    spot: books.filter(({ market }) => market.kind === 'spot'),
    leftOut: [...leftOut, ...namesakes],
  };
}

const isSpot = ({ market }: DayBook): boolean => market.kind === 'spot';
const isSpotShown = (books: readonly DayBook[]): boolean => books.some(isSpot);

type Preference = (a: DayBook, b: DayBook) => number;

function shownOf(
  { markets }: Asked,
  books: readonly DayBook[],
  range: MinuteRange,
  preference: Preference,
): readonly DayBook[] {
  const picked = pickedOf(markets, books);
  const spot = picked.filter(({ market }) => market.kind === 'spot');
  const usual = usualOf(books, range, preference).filter(({ market }) => market.kind === 'spot' || picked.length === 0);
  const first = spot.length > 0 ? spot : usual;
  return [...first, ...picked.filter((one) => one.market.kind !== 'spot' && !first.includes(one)).sort(byKind)];
}

/** The book of a venue that stands among the peers. */
function peerOf(
  { bloc, markets }: Asked,
  books: readonly DayBook[],
  range: MinuteRange,
  preference: Preference,
): readonly DayBook[] {
  const spot = books.filter(({ market, quote }) => market.kind === 'spot' && (bloc === 'all' || quote === bloc));
  const picked = pickedOf(markets, spot);
  if (picked.length > 0) return picked;
  // Where a venue is shown by another kind because none of its spot books had a price, it is no peer either.
  const usual = usualOf(bloc === 'all' ? books : spot, range, preference);
  return usual.filter(({ market }) => market.kind === 'spot');
}

const pickedOf = (choices: Question['markets'], books: readonly DayBook[]): readonly DayBook[] =>
  books.filter(({ market: { venue, quote, kind } }) =>
    choices.some((choice) => choice.venue === venue && choice.quote === quote && choice.kind === kind),
  );

/** The one book of a venue that is taken where the reader chose none; none of none. */
function usualOf(books: readonly DayBook[], range: MinuteRange, preference: Preference): readonly DayBook[] {
  const priced = books.filter((book) => hasPrices(book, range));
  return (priced.length > 0 ? [...priced] : [...books]).sort(preference).slice(0, 1);
}

const kindRank = ({ market }: DayBook): number => KINDS.indexOf(market.kind);
const byKind = (a: DayBook, b: DayBook): number =>
  kindRank(a) - kindRank(b) || ascending(a.market.quote, b.market.quote);

function byPreference(range: MinuteRange, rates: RateDay): Preference {
  const known = new Map<DayBook, TradedDay>();
  const dayOf = (book: DayBook): TradedDay => {
    const day = known.get(book) ?? tradedDay(book, range, rates);
    known.set(book, day);
    return day;
  };
  return (a, b) => {
    if (a.market.kind !== b.market.kind) return kindRank(a) - kindRank(b);
    const [first, second] = [dayOf(a), dayOf(b)];
    return (
      Number(second.isRated) - Number(first.isRated) ||
      second.volume - first.volume ||
      quoteRank(a.quote) - quoteRank(b.quote) ||
      ascending(a.quote, b.quote)
    );
  };
}

/** Venues with a book in a quote that none has. */
const NONE = 0;

/** What of a book's day decides: whether its traded minutes mostly have a rate that nobody assumed, and its base volume. */
export interface TradedDay {
  readonly traded: number;
  /** Traded minutes with a rate by `usd`, `legs` or `thin`. */
  readonly rated: number;
  readonly isRated: boolean;
  /** Of the minutes that say one. */
  readonly volume: number;
}

export function tradedDay({ candles, market, quote }: DayBook, range: MinuteRange, rates: RateDay): TradedDay {
  const { rule } = rates.rate(quote, market.venue);
  const { first, end } = slotsIn(candles, range);
  const shift = candles.range.from - range.from;
  let [traded, rated, volume] = [0, 0, 0];
  for (let slot = first; slot < end; slot += 1) {
    if (!hasPrice(candles, false, slot)) continue;
    traded += 1;
    if (isMeasuredRule(rule[slot + shift])) rated += 1;
    const base = candles.baseVolume[slot] as number;
    if (!Number.isNaN(base)) volume += base;
  }
  return { traded, rated, isRated: rated >= LEAST_RATED_SHARE * traded, volume };
}

/** Whether there is a price of a book in some minute of a range. */
export function hasPrices({ candles, market }: Pick<DayBook, 'candles' | 'market'>, range: MinuteRange): boolean {
  const { first, end } = slotsIn(candles, range);
  const computed = isComputed(market.kind);
  for (let slot = first; slot < end; slot += 1) if (hasPrice(candles, computed, slot)) return true;
  return false;
}

/** Whether a venue takes part: named, or all are; the one that is the reference always. */
export const namedVenue =
  ({ venues, reference }: Pick<Question, 'venues' | 'reference'>) =>
  (venue: Venue): boolean =>
    venues === undefined || venues.includes(venue) || (reference.kind === 'venue' && reference.venue === venue);

/**
 * The quote compared where the question asks for no rate: the one in which most venues that take part have a book, whatever the window; of one
 * venue as reference, among its own; ties by the order of quotes, then by name. undefined where there is no market.
 */
export function rawQuoteOf(question: Asked, markets: readonly MarketColumns[]): string | undefined {
  const isNamed = namedVenue(question);
  const { reference } = question;
  // A display alone is no book.
  const read = quotesRead(markets.filter(({ source }) => roadOf(source) !== 'ui')).filter(({ market }) =>
    isNamed(market.venue),
  );
  const venuesBy = new Map<string, Set<Venue>>();
  for (const { market, quote } of read) venuesBy.set(quote, (venuesBy.get(quote) ?? new Set()).add(market.venue));
  const candidates =
    reference.kind === 'venue'
      ? read.filter(({ market }) => market.venue === reference.venue && market.kind === 'spot')
      : read;
  const count = (quote: string): number => venuesBy.get(quote)?.size ?? NONE;
  return [...new Set(candidates.map(({ quote }) => quote))].sort(
    (a, b) => count(b) - count(a) || quoteRank(a) - quoteRank(b) || ascending(a, b),
  )[0];
}
