import { aliasOf } from '../../domain/aliasBooks';
import { ANSWERED } from '../../domain/candle';
import type { Market } from '../../domain/market';
import { dayOf, type Day, type MinuteRange } from '../../domain/minute';
import type { ChosenMarket, DayBook, LeftOutBook, MarketColumns } from '../types';
import { marketKey } from './marketKey';
import { oneSourceEach, slotsIn } from './sources';
import { suspectedAliases } from './suspectedAliases';

/** The books of a day, one source each, none of them twice under two names, and those that take no part for that. */
export interface DayBooks {
  readonly books: readonly DayBook[];
  readonly leftOut: readonly LeftOutBook[];
}

/**
 * The books of a UTC day that may take part, before namesakes are looked for (method, section 2). A known second name of a book that is
 * stored is left out; where that book is not, the second name stands for it and is read in its quote. Whatever is decided, is
 * decided from the day alone: a book without an answer that day is not stored, whatever is known of it on others.
 */
export function dayBooksOf(markets: readonly MarketColumns[], day: MinuteRange): DayBooks {
  const stored = markets.filter((one) => hasAnswer(one, day));
  const readAs = readerOf(stored, dayOf(day.from));
  const all: DayBook[] = [];
  const leftOut: LeftOutBook[] = [];
  for (const one of oneSourceEach(markets, day)) {
    const read = readAs(one.market);
    if (typeof read === 'string') all.push({ ...one, quote: read });
    else leftOut.push(aliasBook(one, 'alias', read));
  }
  // A book without an answer that day gives way to the second name that stands for it.
  const stoodFor = new Set(
    all
      .filter(({ market, quote }) => quote !== market.quote)
      .map(({ market, quote }) => marketKey({ ...market, quote })),
  );
  const books = all.filter(({ market }) => !stoodFor.has(marketKey(market)));
  const suspected = suspectedAliases(books, day);
  if (suspected.size === 0) return { books, leftOut };
  return {
    books: books.filter((book) => !suspected.has(book)),
    leftOut: [...leftOut, ...[...suspected].map(([book, of]) => aliasBook(book, 'suspected-alias', of.market))],
  };
}

function hasAnswer({ candles }: MarketColumns, day: MinuteRange): boolean {
  const { first, end } = slotsIn(candles, day);
  for (let slot = first; slot < end; slot += 1) if (candles.answered[slot] === ANSWERED.yes) return true;
  return false;
}

/** The markets that are no second name of another that is stored, and the quote each is read in. */
export function quotesRead(
  markets: readonly Pick<MarketColumns, 'market'>[],
): readonly { readonly market: Market; readonly quote: string }[] {
  const readAs = readerOf(markets);
  return markets.flatMap(({ market }) => {
    const read = readAs(market);
    return typeof read === 'string' ? [{ market, quote: read }] : [];
  });
}

/** Tells of a market the quote it is read in, or the stored book it is a second name of. */
function readerOf(markets: readonly Pick<MarketColumns, 'market'>[], day?: Day): (market: Market) => string | Market {
  const stored = new Set(markets.map(({ market }) => marketKey(market)));
  return (market) => {
    const of = aliasOf(market, day);
    if (of === undefined) return market.quote;
    return stored.has(marketKey(of)) ? of : of.quote;
  };
}

const aliasBook = ({ market, source }: ChosenMarket, why: 'alias' | 'suspected-alias', of: Market): LeftOutBook => ({
  market,
  source,
  why,
  of,
  factor: undefined,
});
