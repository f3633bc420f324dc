import { isUsdStable } from '../../domain/asset';
import { grouped } from '../../domain/grouped';
import { isComputed } from '../../domain/market';
import { MINUTES_PER_DAY, wholeDay, type Day, type MinuteRange } from '../../domain/minute';
import { dayBooksOf } from '../markets/dayBooks';
import { marketKey } from '../markets/marketKey';
import { namesakesAmong } from '../markets/namesakes';
import { hasPrice } from '../markets/prices';
import { oneSourceEach, slotsIn } from '../markets/sources';
import { mayHoldAliases } from '../markets/suspectedAliases';
import type { DayBook, LeftOutBook, MarketColumns } from '../types';
import { NAMESAKE_FACTOR } from '../../domain/method';
import { DayLegs, type LegBook, type LegTeller } from './legs';
import { ONE, product, spanOf, spanOver, type Span } from './span';

/** What one UTC day says of rates: the books that lend legs, and those that take no part. It rests on that day alone. */
export interface LegDay {
  readonly legs: LegTeller;
  readonly leftOut: readonly LeftOutBook[];
  /** Before any namesake was left out: what tells namesakes. */
  readonly beforeNamesakes: LegTeller;
}

/** The legs of a day: `markets` are the spot books of BTC and ETH and the pairs with USD, every source of each, over the day at least. */
export function legDayOf(markets: readonly MarketColumns[], day: Day): LegDay {
  const range = wholeDay(day);
  const { books, leftOut } = dayBooksOf(
    markets.filter(({ market }) => market.kind === 'spot'),
    range,
  );
  const all = books.map((book) => legBookOf(book, range));
  const beforeNamesakes = new DayLegs(all, MINUTES_PER_DAY);
  const namesakes = namesakesOf(books, range, beforeNamesakes, (book) => (all[books.indexOf(book)] as LegBook).closes);
  if (namesakes.length === 0) return { legs: beforeNamesakes, leftOut, beforeNamesakes };
  const gone = new Set(namesakes.map(({ market }) => marketKey(market)));
  return {
    legs: new DayLegs(
      all.filter((_, i) => !gone.has(marketKey((books[i] as DayBook).market))),
      MINUTES_PER_DAY,
    ),
    leftOut: [...leftOut, ...namesakes],
    beforeNamesakes,
  };
}

/** Whether a day's books must be read in every field, because one of them may be another under a second name; `markets` hold closes and what tells a traded minute. */
export const mayLeaveOutAliases = (markets: readonly MarketColumns[], day: Day): boolean =>
  mayHoldAliases(
    oneSourceEach(markets, wholeDay(day)).map((one) => ({ ...one, quote: one.market.quote })),
    wholeDay(day),
  );

function legBookOf({ market, quote, candles }: DayBook, range: MinuteRange): LegBook {
  return { venue: market.venue, base: market.base, quote, closes: tradedCloses({ market, candles }, range) };
}

/** The closes of the traded minutes of a range, of a mark or an index those of every candle; NaN in every other. */
export function tradedCloses(
  { market, candles }: Pick<DayBook, 'market' | 'candles'>,
  { from, to }: MinuteRange,
): Float64Array {
  const computed = isComputed(market.kind);
  const closes = new Float64Array(to - from).fill(NaN);
  const shift = from - candles.range.from;
  const { first, end } = slotsIn(candles, { from, to });
  const { baseVolume, close } = candles;
  for (let slot = first; slot < end; slot += 1)
    // Most minutes are told by their base volume alone.
    if ((baseVolume[slot] as number) > 0 || hasPrice(candles, computed, slot))
      closes[slot - shift] = close[slot] as number;
  return closes;
}

/**
 * The suspected namesakes among the spot books of a day, base by base. Closes become USD at the minute's own median of legs, their
 * venue's left out, and not smoothed: so a day's verdict rests on that day alone. `closesOf`: of a book's traded minutes, where they are known.
 */
export function namesakesOf(
  books: readonly DayBook[],
  range: MinuteRange,
  legs: LegTeller,
  closesOf: (book: DayBook) => Float64Array = (book) => tradedCloses(book, range),
): readonly LeftOutBook[] {
  const spot = books.filter(({ market }) => market.kind === 'spot');
  return [...grouped(spot, ({ market }) => market.base).values()].flatMap((siblings) => {
    if (new Set(siblings.map(({ market }) => market.venue)).size < 2) return [];
    if (!mayPart(siblings.map((book) => usdSpan(book, range, legs)))) return [];
    const closes = siblings.map((book) => ({
      venue: book.market.venue,
      closes: inUsd(closesOf(book), book, legs),
    }));
    return [...namesakesAmong(closes)].map(([place, factor]): LeftOutBook => {
      const { market, source } = siblings[place] as DayBook;
      return { market, source, why: 'suspected-namesake', of: undefined, factor };
    });
  });
}

/** Within which a book's closes in USD lie on a day, whatever the minute's median of legs; undefined: it has none. */
function usdSpan({ candles, quote }: DayBook, range: MinuteRange, legs: LegTeller): Span | undefined {
  const { first, end } = slotsIn(candles, range);
  const closes = spanOf(candles.close, first, end);
  const rate = spanOver([legs.span(quote), isUsdStable(quote) ? ONE : undefined]);
  return closes === undefined || rate === undefined ? undefined : product(closes, rate);
}

/** Whether two books may lie further apart than a namesake must: mostly their whole day shows that none does. */
function mayPart(spans: readonly (Span | undefined)[]): boolean {
  const all = spanOver(spans);
  return all !== undefined && all.most > NAMESAKE_FACTOR * all.least;
}

/** Closes in USD at the minute's own median of legs, the venue's left out; 1 for a USD stablecoin without legs. */
export function inUsd(closes: Float64Array, { quote, market }: DayBook, legs: LegTeller): Float64Array {
  if (quote === 'USD') return closes;
  const { median } = legs.medians(quote, market.venue);
  const parity = isUsdStable(quote) ? 1 : NaN;
  const out = new Float64Array(closes.length);
  for (let i = 0; i < closes.length; i += 1) {
    const rate = median[i] as number;
    out[i] = (closes[i] as number) * (Number.isNaN(rate) ? parity : rate);
  }
  return out;
}
