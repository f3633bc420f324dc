import { isUsdStable } from '../../domain/asset';
import {
  ENOUGH_LEGS,
  ENOUGH_LEG_VENUES,
  FURTHEST_LEG,
  LEAST_LEGS,
  LEAST_LEG_VENUES,
  LEAST_USD_VENUES,
  isLegBase,
  MAD_TO_SIGMA,
  RATE_MARGIN,
} from '../../domain/method';
import { grouped } from '../../domain/grouped';
import { madOfSorted, medianOfSorted, sortFirst } from '../reference/order';
import { RULE } from './rate';

/** A spot book that may lend legs, and its closes through a day; NaN in every minute without a trade. */
export interface LegBook {
  readonly venue: string;
  readonly base: string;
  /** The quote it is read in. */
  readonly quote: string;
  readonly closes: Float64Array;
}

/** What the legs of each minute of a day say of a quote, one venue's legs left out: the minute's median, not yet smoothed. */
export interface LegMedians {
  /** NaN where there is no leg. */
  readonly median: Float64Array;
  /** Relative; NaN: unknown. */
  readonly error: Float64Array;
  /** `legs`, `thin` or `none`, by RATE_RULES. */
  readonly rule: Uint8Array;
  readonly legs: Uint8Array;
}

/** More legs of one quote than this no minute has: they are counted in a byte. */
const MOST_LEGS = 255;

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

/** Places of books that lend legs of a quote, and how a close becomes one. */
interface LegSource {
  readonly venue: string;
  readonly base: string | undefined;
  readonly pair: string;
  readonly closes: Float64Array;
  /** Divided by the close; undefined: the close itself is the leg. */
  readonly over: Float64Array | undefined;
}

/** The legs of a UTC day (method, section 2), for any quote and any venue left out. Medians are made on first use and kept. */
export class DayLegs {
  readonly #books: readonly LegBook[];
  readonly #slots: number;
  readonly #medians = new Map<string, LegMedians>();
  /** By quote, no venue left out. */
  readonly #sorted = new Map<string, SortedLegs>();
  readonly #usd = new Map<string, Float64Array>();
  readonly #one: Float64Array;

  constructor(books: readonly LegBook[], slots: number) {
    this.#books = books;
    this.#slots = slots;
    this.#one = new Float64Array(slots).fill(1);
  }

  /** `quote` is not USD. */
  medians(quote: string, leftOut: string): LegMedians {
    const key = `${quote} ${this.#lends(quote, leftOut) ? leftOut : ''}`;
    const known = this.#medians.get(key) ?? this.#newMedians(quote, leftOut);
    this.#medians.set(key, known);
    return known;
  }

  #newMedians(quote: string, leftOut: string): LegMedians {
    // Without the venue's book in USD every cross leg is another number.
    if (this.#books.some(({ venue, base, quote: own }) => venue === leftOut && isLegBase(base) && own === 'USD'))
      return mediansOf(sortedLegs(this.#sources(quote, leftOut), this.#slots), quote, NOBODY, this.#slots);
    const all = this.#sorted.get(quote) ?? sortedLegs(this.#sources(quote, NOBODY), this.#slots);
    this.#sorted.set(quote, all);
    return mediansOf(all, quote, leftOut, this.#slots);
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
    const lent = this.#sources(quote, leftOut).filter((source) =>
      source.closes.some((_, slot) => !Number.isNaN(legOf(source, slot))),
    );
    return [...new Set(lent.map(({ venue }) => venue))].sort();
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
    const known = this.#usd.get(key) ?? mediansOver(others, this.#slots);
    this.#usd.set(key, known);
    return known;
  }
}

const legOf = ({ closes, over }: LegSource, slot: number): number => {
  const close = closes[slot] as number;
  return over === undefined ? close : (over[slot] as number) / close;
};

/** The median close over venues, a venue's books of one base in USD counting once. */
function mediansOver(books: readonly LegBook[], slots: number): Float64Array {
  const venues = [...grouped(books, ({ venue }) => venue).values()].map(([first]) => (first as LegBook).closes);
  const out = new Float64Array(slots).fill(NaN);
  const scratch = new Float64Array(venues.length);
  for (let slot = 0; slot < slots; slot += 1) {
    let count = 0;
    for (const closes of venues) {
      const close = closes[slot] as number;
      if (close === close) scratch[count++] = close;
    }
    if (count < LEAST_USD_VENUES) continue;
    sortFirst(scratch, count);
    out[slot] = medianOfSorted(scratch, count);
  }
  return out;
}

/** No venue has no name. */
const NOBODY = '';

/** The legs of each minute, ascending, and whose each is: the rates of all venues are taken from it, each passing over its own. */
interface SortedLegs {
  readonly venues: readonly string[];
  /** So many places a minute, of which `counts` are taken. */
  readonly width: number;
  readonly values: Float64Array;
  /** Places in `venues`. */
  readonly whose: Uint8Array;
  readonly counts: Uint8Array;
}

function sortedLegs(sources: readonly LegSource[], slots: number): SortedLegs {
  const width = sources.length;
  if (width > MOST_LEGS) throw new RangeError(`${String(width)} books lend legs of one quote`);
  const venues = [...new Set(sources.map(({ venue }) => venue))];
  const placeOf = Uint8Array.from(sources, ({ venue }) => venues.indexOf(venue));
  const [values, whose] = [new Float64Array(width * slots), new Uint8Array(width * slots)];
  const counts = new Uint8Array(slots);
  for (let slot = 0; slot < slots; slot += 1) {
    const start = slot * width;
    let end = start;
    for (let i = 0; i < width; i += 1) {
      const value = legOf(sources[i] as LegSource, slot);
      // NaN alone differs from itself.
      if (value !== value) continue;
      let at = end;
      while (at > start && (values[at - 1] as number) > value) {
        values[at] = values[at - 1] as number;
        whose[at] = whose[at - 1] as number;
        at -= 1;
      }
      values[at] = value;
      whose[at] = placeOf[i] as number;
      end += 1;
    }
    counts[slot] = end - start;
  }
  return { venues, width, values, whose, counts };
}

const noMedians = (slots: number): LegMedians => ({
  median: new Float64Array(slots).fill(NaN),
  error: new Float64Array(slots).fill(NaN),
  rule: new Uint8Array(slots),
  legs: new Uint8Array(slots),
});

function mediansOf(all: SortedLegs, quote: string, leftOut: string, slots: number): LegMedians {
  const out = noMedians(slots);
  if (all.width === 0) return out;
  const isStable = isUsdStable(quote);
  const passed = all.venues.indexOf(leftOut);
  const values = new Float64Array(all.width);
  const whose = new Uint8Array(all.width);
  // The last slot in which each venue was counted.
  const seen = new Int32Array(all.venues.length).fill(-1);
  for (let slot = 0; slot < slots; slot += 1) {
    let count = 0;
    const start = slot * all.width;
    for (let at = start; at < start + (all.counts[slot] as number); at += 1) {
      const venue = all.whose[at] as number;
      if (venue === passed) continue;
      values[count] = all.values[at] as number;
      whose[count] = venue;
      count += 1;
    }
    count = withoutFar(values, whose, count);
    // None, or two too far apart, of which neither stays.
    if (count === 0) continue;
    let venues = 0;
    for (let i = 0; i < count; i += 1) {
      const venue = whose[i] as number;
      if (seen[venue] === slot) continue;
      seen[venue] = slot;
      venues += 1;
    }
    const median = medianOfSorted(values, count);
    out.median[slot] = median;
    out.legs[slot] = count;
    out.rule[slot] = isThin(count, venues) ? RULE.thin : RULE.legs;
    out.error[slot] = errorOf(values, count, venues, median, isStable);
  }
  return out;
}

const isThin = (legs: number, venues: number): boolean => legs < LEAST_LEGS || venues < LEAST_LEG_VENUES;

/**
 * The relative error of a minute's median (method, section 2) of its first `count` legs, ascending, of so many venues; NaN: unknown.
 * `isStable`: the quote is a USD stablecoin.
 */
export function errorOf(
  values: Float64Array,
  count: number,
  venues: number,
  median: number,
  isStable: boolean,
): number {
  const half = ((values[count - 1] as number) - (values[0] as number)) / 2 / median;
  if (isThin(count, venues)) {
    if (isStable) return Math.max(half, Math.abs(median - 1));
    return venues === 1 ? NaN : half;
  }
  return count < ENOUGH_LEGS || venues < ENOUGH_LEG_VENUES
    ? half
    : (MAD_TO_SIGMA * madOfSorted(values, count, median)) / median;
}

/** Drops legs further than FURTHEST_LEG from the median of the others, all tested before any is dropped; answers how many are left. Ascending before and after. */
function withoutFar(values: Float64Array, whose: Uint8Array, count: number): number {
  // Mostly they lie close together: no median of some of them is further from any than the furthest two.
  if (count < 2 || (values[count - 1] as number) <= FURTHEST_LEG * (values[0] as number)) return count;
  const all = [...values.subarray(0, count)];
  let left = 0;
  all.forEach((value, i) => {
    if (isDropped(all, value)) return;
    values[left] = value;
    whose[left] = whose[i] as number;
    left += 1;
  });
  return left;
}

/** Whether one of the legs of a minute lies too far from the median of the others. A single leg has no others and stays. */
function isDropped(all: readonly number[], value: number): boolean {
  if (all.length < 2) return false;
  const rest = Float64Array.from(all);
  rest[all.indexOf(value)] = rest[all.length - 1] as number;
  const others = rest.subarray(0, all.length - 1);
  sortFirst(others, others.length);
  const median = medianOfSorted(others, others.length);
  return value > FURTHEST_LEG * median || FURTHEST_LEG * value < median;
}

/** The centred median of those of the minutes around each slot of `[from, to)` that have a value; NaN where the slot's own has none. */
export function smoothed(values: Float64Array, from: number, to: number): Float64Array {
  const out = new Float64Array(to - from).fill(NaN);
  const scratch = new Float64Array(2 * RATE_MARGIN + 1);
  for (let slot = from; slot < to; slot += 1) {
    if (Number.isNaN(values[slot])) continue;
    const middle = middleOfFive(values, slot);
    if (middle === middle) {
      out[slot - from] = middle;
      continue;
    }
    let count = 0;
    for (let at = Math.max(0, slot - RATE_MARGIN); at <= slot + RATE_MARGIN && at < values.length; at += 1) {
      const value = values[at] as number;
      if (value === value) scratch[count++] = value;
    }
    sortFirst(scratch, count);
    out[slot - from] = medianOfSorted(scratch, count);
  }
  return out;
}

/** The median of a slot and the two on either side (RATE_MARGIN), where all five have a value: it takes no sort. NaN where one has none. */
function middleOfFive(values: Float64Array, slot: number): number {
  if (slot < 2 || slot + 2 >= values.length) return NaN;
  const a = values[slot - 2] as number;
  const b = values[slot - 1] as number;
  const c = values[slot + 1] as number;
  const d = values[slot + 2] as number;
  const e = values[slot] as number;
  // The least and the greatest of the four that surround it are not the median; NaN passes through min and max.
  const lower = Math.max(Math.min(a, b), Math.min(c, d));
  const upper = Math.min(Math.max(a, b), Math.max(c, d));
  return Math.max(Math.min(lower, upper), Math.min(Math.max(lower, upper), e));
}
