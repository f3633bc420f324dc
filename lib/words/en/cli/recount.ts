import type { Source } from '../../../domain/market';
import { bookCount, dayCount } from '../counts';
import type { NamedMarket } from '../market';
import { count } from '../numbers';
import { marketAndSource } from './marketLine';

/** A book whose counts were put right. */
export type DifferingBook = NamedMarket & {
  readonly source: Source;
  /** Days that differed. */
  readonly days: number;
  /** Whether the book’s own totals differed. */
  readonly book: boolean;
};

const what = ({ days, book }: DifferingBook): string =>
  [...(days > 0 ? [dayCount(days)] : []), ...(book ? ['totals'] : [])].join(' and ');

/** What `recount` prints for people: which books differed, then how many were counted. */
export const recountText = (books: number, differing: readonly DifferingBook[]): string =>
  [
    ...differing.map((one) => `${marketAndSource(one)}: ${what(one)} corrected`),
    `${bookCount(books)} counted; ${differing.length === 0 ? 'all counts were right' : `${count(differing.length)} corrected`}`,
  ]
    .map((line) => `${line}\n`)
    .join('');

/** While candles stored by an earlier version are counted, once. */
export const countingStored = (done: number, of: number): string =>
  `counting stored candles, once after the update: ${count(done)} of ${bookCount(of)}`;
