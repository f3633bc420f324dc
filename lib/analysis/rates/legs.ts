import { isUsdStable } from '../../domain/asset';
import { isLegBase } from '../../domain/method';
import { grouped } from '../../domain/grouped';
import { sharedRates } from './block/newRates';
import { isDropped, legOf } from './block/plainRates';
import type { LegCloses, LegMedians, RateKernel } from './block/rateKernel';
import { ONE, quotient, spanOf, spanOver, type Span } from './span';

/** A spot book that may lend legs, and its closes through a day; NaN in every minute without a trade. */
export interface LegBook {
  readonly venue: string;
  readonly base: string;
  /** The quote it is read in. */
  readonly quote: string;
  readonly closes: Float64Array;
}

/** One leg of a minute. */
export interface Leg {
  readonly venue: string;
  /** BTC or ETH; undefined: a direct pair. */
  readonly base: string | undefined;
  /** As it is read: BTC/USDT, USDT/USD. */
  readonly pair: string;
  readonly close: number;
  /** What is divided by the close: the base's median close in USD, or 1 of USD/Q; undefined: the close itself is the leg. */
  readonly over: number | undefined;
  readonly value: number;
  /** Further than FURTHEST_LEG from the others: it takes no part. */
  readonly isDropped: boolean;
}

/** A book that lends legs of a quote, and as what. */
interface LegSource extends LegCloses {
  readonly base: string | undefined;
  readonly pair: string;
}

/** A quote, and the venue whose books in it are converted: no leg of that venue is in their rate. */
export interface RatePair {
  readonly quote: string;
  readonly venue: string;
}

/** What the legs of a UTC day say. Each function throws a RangeError for a pair that cannot be told of. */
export interface LegTeller {
  /** Whether single legs can be told, and not their medians alone. */
  readonly hasLegs: boolean;
  /** Whether it can tell of the pair. */
  readonly tells: (pair: RatePair) => boolean;
  readonly medians: (quote: string, leftOut: string) => LegMedians;
  readonly span: (quote: string) => Span | undefined;
  readonly lenders: (quote: string, leftOut: string) => readonly string[];
  readonly legsAt: (quote: string, leftOut: string, slot: number) => readonly Leg[];
}

/** The legs of a UTC day (method, section 2), for any quote and any venue left out. Medians are made on first use and kept. */
export class DayLegs implements LegTeller {
  readonly hasLegs = true;
  readonly #books: readonly LegBook[];
  readonly #slots: number;
  readonly #medians = new Map<string, LegMedians>();
  readonly #kernel: RateKernel;
  readonly #usd = new Map<string, Float64Array>();
  readonly #spans = new Map<string, Span | undefined>();
  readonly #closesSpans = new Map<LegBook, Span | undefined>();
  readonly #lenders = new Map<string, readonly string[]>();
  readonly #one: Float64Array;

  constructor(books: readonly LegBook[], slots: number, kernel = sharedRates()) {
    this.#books = books;
    this.#slots = slots;
    this.#kernel = kernel;
    this.#one = new Float64Array(slots).fill(1);
  }

  tells(): boolean {
    return true;
  }

  /** `quote` is not USD. The same value for all venues that lend nothing. */
  medians(quote: string, leftOut: string): LegMedians {
    const key = `${quote} ${this.#lends(quote, leftOut) ? leftOut : ''}`;
    const known =
      this.#medians.get(key) ?? this.#kernel.told(this.#sources(quote, leftOut), isUsdStable(quote), this.#slots);
    this.#medians.set(key, known);
    return known;
  }

  /**
   * Between which values every leg of a quote lies, and so every median of some of them, whoever is left out, for rounding keeps the order;
   * undefined: no leg in any minute. Of USD it is 1.
   */
  span(quote: string): Span | undefined {
    if (quote === 'USD') return ONE;
    const known = this.#spans.has(quote) ? this.#spans.get(quote) : this.#newSpan(quote);
    this.#spans.set(quote, known);
    return known;
  }

  #newSpan(quote: string): Span | undefined {
    return spanOver(
      this.#books.map((book) => {
        const closes = this.#closesSpan(book);
        if (closes === undefined) return undefined;
        if (book.quote === quote && isLegBase(book.base)) return quotient(this.#usdSpan(book.base), closes);
        if (book.base === quote && book.quote === 'USD') return closes;
        return book.base === 'USD' && book.quote === quote ? quotient(ONE, closes) : undefined;
      }),
    );
  }

  #usdSpan(base: string): Span | undefined {
    const books = this.#books.filter((book) => book.base === base && book.quote === 'USD');
    return spanOver(books.map((book) => this.#closesSpan(book)));
  }

  #closesSpan(book: LegBook): Span | undefined {
    const known = this.#closesSpans.has(book) ? this.#closesSpans.get(book) : spanOf(book.closes, 0, this.#slots);
    this.#closesSpans.set(book, known);
    return known;
  }

  /** The legs of one minute, by venue, then BTC, ETH, direct. */
  legsAt(quote: string, leftOut: string, slot: number): readonly Leg[] {
    const sources = this.#sources(quote, leftOut);
    const values = sources.map((source) => legOf(source, slot));
    return sources
      .map(({ venue, base, pair, closes, over }, i): Leg => ({
        venue,
        base,
        pair,
        close: closes[slot] as number,
        over: over?.[slot],
        value: values[i] as number,
        isDropped: isDropped(
          values.filter((value) => !Number.isNaN(value)),
          values[i] as number,
        ),
      }))
      .filter(({ value }) => !Number.isNaN(value))
      .sort((a, b) => (a.venue < b.venue ? -1 : a.venue > b.venue ? 1 : 0));
  }

  /** The venues that lent a leg of a quote in any minute of the day, by name. */
  lenders(quote: string, leftOut: string): readonly string[] {
    const key = `${quote} ${leftOut}`;
    const known =
      this.#lenders.get(key) ??
      [
        ...new Set(
          this.#sources(quote, leftOut)
            .filter((source) => source.closes.some((_, slot) => !Number.isNaN(legOf(source, slot))))
            .map(({ venue }) => venue),
        ),
      ].sort();
    this.#lenders.set(key, known);
    return known;
  }

  /** Whether leaving the venue out changes anything: all that lend nothing share one rate. */
  #lends(quote: string, leftOut: string): boolean {
    return this.#books.some(
      ({ venue, base, quote: own }) =>
        venue === leftOut && (own === quote || base === quote || (isLegBase(base) && own === 'USD')),
    );
  }

  #sources(quote: string, leftOut: string): readonly LegSource[] {
    return this.#books.flatMap(({ venue, base, quote: own, closes }): readonly LegSource[] => {
      if (venue === leftOut) return [];
      const pair = `${base}/${own}`;
      if (own === quote && isLegBase(base)) return [{ venue, base, pair, closes, over: this.#usdOf(base, leftOut) }];
      if (base === quote && own === 'USD') return [{ venue, base: undefined, pair, closes, over: undefined }];
      if (base === 'USD' && own === quote) return [{ venue, base: undefined, pair, closes, over: this.#one }];
      return [];
    });
  }

  /** The median close of a base in USD over the venues but one, of two at least; NaN elsewhere. */
  #usdOf(base: string, leftOut: string): Float64Array {
    const books = this.#books.filter((book) => book.base === base && book.quote === 'USD');
    const others = books.filter(({ venue }) => venue !== leftOut);
    const key = `${base} ${others.length === books.length ? '' : leftOut}`;
    const known = this.#usd.get(key) ?? this.#kernel.middles(venueCloses(others), this.#slots);
    this.#usd.set(key, known);
    return known;
  }
}

/** One column a venue: its books of one base in USD count once. */
const venueCloses = (books: readonly LegBook[]): readonly Float64Array[] =>
  [...grouped(books, ({ venue }) => venue).values()].map(([first]) => (first as LegBook).closes);
