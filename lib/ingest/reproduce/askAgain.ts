import type { CandleColumns } from '../../domain/candle';
import { isSimulated, nameOf, roadOf, type Market, type Source } from '../../domain/market';
import type { Minute, MinuteRange } from '../../domain/minute';
import type { Missing } from '../record/missing';
import { ingest, type IngestReport } from '../run/ingest';
import type { Job } from '../run/jobs';
import type { IngestOptions } from '../run/request';
import { Heard, type HeardReply } from './heard';

/** A market's minutes as one source told them, to be asked for by the same road. */
export interface AskedBook {
  readonly market: Market;
  readonly source: Source;
  readonly range: MinuteRange;
}

/**
 * Minutes without an answer. `no-row`: the venue answered, and no row came. `not-served`: it does not serve them (any more): older than its
 * history, a market it does not list, not closed yet. `unanswered`: it was not reached, refused, or answered something else.
 */
export interface ServedGap {
  readonly range: MinuteRange;
  readonly kind: 'no-row' | 'not-served' | 'unanswered';
  /** One line for people. */
  readonly cause: string;
  /** The venue refused us: asking again from the same network does not help. */
  readonly isRefused: boolean;
}

/** What a venue serves of a book now. */
export interface ServedBook extends AskedBook {
  /** Answered minutes; what was set aside is marked so. */
  readonly candles: CandleColumns;
  readonly setAside: ReadonlyMap<Minute, string>;
  /** What is said of the book itself before what is said of its venue. */
  readonly gaps: readonly ServedGap[];
  readonly replies: readonly HeardReply[];
}

export type AskAgainOptions = Omit<IngestOptions, 'ledger' | 'longerLedger' | 'laterWaitsMs'>;

/** Whether the road on which candles came can be asked again: a file of the user's own cannot. */
export const canBeAsked = (source: Source): boolean => roadOf(source) !== 'file';

/**
 * Asks the venues of the books for their minutes again, as an ingest would ask: by the same roads, page by page, with the same patience. Nothing is
 * stored. In the order asked. A venue that rests is not waited for: whoever wants to know asks again. Throws on a book from a file.
 */
export async function askAgain(books: readonly AskedBook[], options: AskAgainOptions): Promise<readonly ServedBook[]> {
  const heard = new Heard();
  const parts = books.map(jobOf);
  const [first] = books;
  if (first === undefined) return [];
  const report = await ingest(
    {
      assets: [...new Set(books.map(({ market }) => market.base))],
      venues: [...new Set(books.map(({ market }) => market.venue))],
      windows: [],
      source: isSimulated(first.source) ? 'simulated' : 'rest',
      mode: 'recheck',
      parts,
    },
    { ...options, ledger: heard, laterWaitsMs: [] },
  );
  return books.map((book) => ({
    ...book,
    ...heard.book(book.market, book.source, book.range),
    gaps: [...gapsOf(report, book, true), ...gapsOf(report, book, false)],
  }));
}

/** What is said of the book itself, or of its venue as a whole. */
const gapsOf = ({ gaps, venues }: IngestReport, book: AskedBook, ofItself: boolean): readonly ServedGap[] => {
  const isRefused = venues.some(({ venue, state }) => venue === book.market.venue && state === 'refused');
  return gaps
    .filter((gap) => (gap.market !== undefined) === ofItself && isOf(gap, book))
    .map((gap) => gapOf(gap, book, isRefused));
};

function jobOf({ market, source, range }: AskedBook): Job {
  const road = roadOf(source);
  if (road === 'file') throw new RangeError('a file cannot be asked again');
  return { market, road, range };
}

/** Whether a gap leaves minutes of a book unanswered; what is said of a page that answers (a row set aside) does not. */
const isOf = (gap: Missing, { market, range }: AskedBook): boolean =>
  (gap.range === undefined || gap.unanswered !== undefined || gap.isStopped === true) &&
  gap.venue === market.venue &&
  (gap.market === undefined || nameOf(gap.market) === nameOf(market)) &&
  (gap.range === undefined || (gap.range.from < range.to && gap.range.to > range.from));

const gapOf = ({ range, cause, isSilent, unanswered }: Missing, book: AskedBook, isRefused: boolean): ServedGap => ({
  range: range ?? book.range,
  kind: isSilent === true ? 'no-row' : unanswered?.outcome === 'not-served' ? 'not-served' : 'unanswered',
  cause,
  isRefused,
});
