import { remembered } from './arithmetic';
import { dayOfMinute, type Bar, type Book } from './books';
import type { Candidates } from './choice';
import type { Asked } from './question';
import { RAW, type Rates, type Usd } from './rates';

export interface Prices {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** One book's minute with a price: what the venue said, and in the common currency. */
export interface Quoted {
  readonly book: Book;
  readonly bar: Bar;
  readonly usd: Usd;
  readonly prices: Prices;
}

/** What a book's minutes are converted by, and their prices; undefined where it did not trade or no rate exists. */
export interface Pricing {
  readonly usdOf: (book: Book, at: number) => Usd;
  readonly priceOf: (book: Book, at: number) => Quoted | undefined;
}

/** Each book at the rate that leaves its own venue out; or raw, as asked. */
export function pricingFor({ rate }: Asked, rates: Rates): Pricing {
  const usdOf = ({ quote, market }: Book, at: number): Usd =>
    rate === 'none' ? RAW : rates.of(quote, market.venue, at);
  const priced = remembered((book: Book) =>
    remembered((at: number): Quoted | undefined => {
      const [bar, usd] = [book.bars.get(at), usdOf(book, at)];
      const { value } = usd;
      if (bar === undefined || value === undefined) return undefined;
      const prices = { open: bar.open * value, high: bar.high * value, low: bar.low * value, close: bar.close * value };
      return { book, bar, usd, prices };
    }),
  );
  return { usdOf, priceOf: (book, at) => priced(book)(at) };
}

/** The books with a price in a minute. */
export type QuotedAt = (at: number) => readonly Quoted[];

export const quotedBy =
  (books: Candidates, { priceOf }: Pricing): QuotedAt =>
  (at) =>
    books(dayOfMinute(at)).flatMap((book) => {
      const quoted = priceOf(book, at);
      return quoted === undefined ? [] : [quoted];
    });

export const butOf = (venue: string, quoted: readonly Quoted[]): readonly Quoted[] =>
  quoted.filter(({ book }) => book.market.venue !== venue);
