import type { Market, Source } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { rangesOf } from '../books/multirange';
import { storedBooks, type RememberedBook } from '../books/storedBooks';
import type { Readable } from '../connection/client';

/** A market and source of which anything was answered. */
export interface AnsweredBook {
  readonly market: Market;
  readonly source: Source;
  /** Sorted, disjoint; never empty. */
  readonly answered: readonly MinuteRange[];
}

/** Every book of which anything was answered: by asset, venue, quote, kind, source. Only what was written since the last call is read. */
export async function answeredBooks(db: Readable): Promise<readonly AnsweredBook[]> {
  const { all } = await storedBooks(db);
  return all.flatMap((book) => (book.firstDay === null ? [] : [answeredBook(book)]));
}

const read = new WeakMap<RememberedBook, AnsweredBook>();

function answeredBook(book: RememberedBook): AnsweredBook {
  const { market, source } = book;
  const answered = read.get(book) ?? { market, source, answered: rangesOf(book.answered) };
  read.set(book, answered);
  return answered;
}
