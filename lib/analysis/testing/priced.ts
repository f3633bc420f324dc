import type { Bar, Book } from './books';
import type { Usd } from './usd';

export interface Prices {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** One book and its prices in the common currency. */
export interface Priced {
  readonly book: Book;
  readonly usd: (at: number) => Usd;
  readonly prices: ReadonlyMap<number, Prices>;
}

/** One book's minute: what the venue said, and in the common currency. */
export interface Quoted {
  readonly bar: Bar;
  readonly prices: Prices;
}

/** A book's prices in those minutes; none where no rate exists. */
export function price(book: Book, minutes: ReadonlySet<number>, usd: (at: number) => Usd): Priced {
  const prices = new Map<number, Prices>();
  for (const [at, bar] of book.bars) {
    if (!minutes.has(at)) continue;
    const { rate } = usd(at);
    if (rate === undefined) continue;
    prices.set(at, { open: bar.open * rate, high: bar.high * rate, low: bar.low * rate, close: bar.close * rate });
  }
  return { book, usd, prices };
}

/** The spot books with a price in the minute, but those of one venue. */
export function spotsAt(priced: readonly Priced[], at: number, except?: string): readonly Quoted[] {
  const quoted: Quoted[] = [];
  for (const { book, prices } of priced) {
    if (book.market.kind !== 'spot' || book.market.venue === except) continue;
    const own = prices.get(at);
    const bar = own === undefined ? undefined : book.bars.get(at);
    if (own !== undefined && bar !== undefined) quoted.push({ bar, prices: own });
  }
  return quoted;
}
