import type { Market, Venue } from './market';
import type { Day } from './minute';

/** On this venue, X/`second` is the book X/`first` under a second name, whatever X is. */
export interface AliasBook {
  readonly venue: Venue;
  readonly first: string;
  readonly second: string;
  /** UTC days, half-open; undefined: nothing published or measured says when, so it holds without an end on that side. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** Where it is written down, and what was measured. */
  readonly sources: readonly string[];
}

/**
 * Every order book known to be listed under two names (method, section 2). A row is added with its sources, never from
 * candles alone: those make a *suspected* alias, found day by day.
 *
 * Coinbase's USD and USDC books: no source names the day on which they became one. The earliest day measured is 2023-03-11
 * (BTC: 1,440 of 1,440 minutes equal, while USDC stood at 0.87 elsewhere); before it the row rests on nothing but that, and
 * the cost of being wrong there is a book left out that stood on its own. ccxt holds both markets in its class of the
 * Exchange API and says `alias_to` in that of the Advanced Trade API.
 */
export const ALIAS_BOOKS: readonly AliasBook[] = [
  {
    venue: 'coinbase' as Venue,
    first: 'USD',
    second: 'USDC',
    from: undefined,
    to: undefined,
    sources: [
      'https://docs.cdp.coinbase.com/prime/concepts/stablecoins/usdc-settlement',
      'https://github.com/ccxt/ccxt/issues/25921 (2025-05-08)',
      'https://github.com/ccxt/ccxt/issues/26465 (2025-07-21)',
      'https://github.com/ccxt/ccxt/pull/22120 (2024-04-11)',
    ],
  },
];

const holdsOn = ({ from, to }: AliasBook, day: Day | undefined): boolean =>
  day === undefined || ((from === undefined || from <= day) && (to === undefined || day < to));

/**
 * The book that a market is a second name of, or undefined for a book of its own. Spot books alone. `day`: on that UTC day;
 * without one, on any. Whether the other name is stored too is not asked here.
 */
export function aliasOf(market: Market, day?: Day): Market | undefined {
  const row = ALIAS_BOOKS.find(
    (book) => book.venue === market.venue && book.second === market.quote && holdsOn(book, day),
  );
  if (row === undefined || market.kind !== 'spot' || market.base === row.first) return undefined;
  return { ...market, quote: row.first };
}

/** Every quote that a market may be read in on some day: its own, and those of the books it may be a second name of. */
export const quotesOf = ({ venue, quote, kind, base }: Market): readonly string[] => [
  quote,
  ...ALIAS_BOOKS.filter(
    (book) => kind === 'spot' && book.venue === venue && book.second === quote && book.first !== base,
  ).map(({ first }) => first),
];
