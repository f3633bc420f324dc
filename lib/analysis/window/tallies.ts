import { missingCode, PRICED, type Missing } from '../../domain/missing';
import { MISSING, RATE_RULES, type VenueSeries } from '../types';
import { FIRST_CLOSES, SCORECARD_LEVELS } from '../../domain/method';
import { medianBySelection, medianOfCounts } from './select';
import { RULE } from '../rates/rate';

/** The lowest low and the first closes of a column pair, as they come in: all that a fall is made of. */
export class FallTally {
  readonly #closes: number[] = [];
  lowest = NaN;
  lowestMinute = NaN;

  take(from: number, lows: Float64Array, closes: Float64Array): void {
    for (let i = 0; i < closes.length && this.#closes.length < FIRST_CLOSES; i += 1) {
      const close = closes[i] as number;
      if (!Number.isNaN(close)) this.#closes.push(close);
    }
    let lowest = Number.isNaN(this.lowest) ? Infinity : this.lowest;
    let at = -1;
    for (let i = 0; i < lows.length; i += 1) {
      if ((lows[i] as number) < lowest) {
        lowest = lows[i] as number;
        at = i;
      }
    }
    if (at < 0) return;
    this.lowest = lowest;
    this.lowestMinute = from + at;
  }

  get closes(): Float64Array {
    return Float64Array.from(this.#closes);
  }
}

// A constant of another module is asked of it each time it is read: too slow within a loop.
const LEVELS = SCORECARD_LEVELS;

/** One market's minutes, counted. */
export class MinuteTally {
  /** By MISSING. */
  readonly missing = new Uint32Array(MISSING.length);
  /** At or beyond each of SCORECARD_LEVELS to either side, by low or high. */
  readonly beyond = new Uint32Array(SCORECARD_LEVELS.length);
  /** Lower, or higher, than every other venue. */
  outside = 0;

  /** So many minutes of a day on which the row has no book. */
  miss(minutes: number, why: Missing): void {
    const code = missingCode(why);
    this.missing[code] = (this.missing[code] as number) + minutes;
  }

  take({ missing, outside, dLow, dHigh }: VenueSeries): void {
    const counts = this.missing;
    const [first] = LEVELS;
    // Counted here, for a count in memory waits for the one before it.
    let [measured, beyondOthers] = [0, 0];
    for (let i = 0; i < missing.length; i += 1) {
      const why = missing[i] as number;
      if (why !== 0) {
        counts[why] = (counts[why] as number) + 1;
        continue;
      }
      measured += 1;
      const by = outside[i] as number;
      beyondOthers += Number(by < 0) + Number(by > 0);
      // Apart: as a pair each minute would leave one behind.
      const low = -(dLow[i] as number);
      const high = dHigh[i] as number;
      // Mostly neither is. The greater of a hole and anything is a hole, which is beyond nothing.
      if (!(low >= first || high >= first)) continue;
      const depth = Math.max(low, high);
      for (let level = 0; level < LEVELS.length && depth >= (LEVELS[level] as number); level += 1)
        this.beyond[level] = (this.beyond[level] as number) + 1;
    }
    counts[0] = (counts[0] as number) + measured;
    this.outside += beyondOthers;
  }
}

/** Legs are counted in a byte. */
const MOST_LEGS = 255;

/** By MISSING: whether the market has a price in such a minute. No other minute is converted. */
const IS_PRICED = Uint8Array.from(MISSING, (why) => Number(PRICED.includes(why)));

/** What rates are told from. */
type Rated = Pick<VenueSeries, 'rate' | 'rateRule' | 'rateUncertainty' | 'legs' | 'missing' | 'books'>;

/** One day's columns, and in which of its minutes the market has a price; undefined: in all. */
interface RatesOfDay extends Pick<Rated, 'rate' | 'rateUncertainty' | 'legs'> {
  readonly isPriced: Uint8Array | undefined;
}

/** The rates of one row over the window, as they come in: of the minutes in which its market has a price, for no other is converted. */
export class RateTally {
  /** By RATE_RULES. */
  readonly minutes = new Uint32Array(RATE_RULES.length);
  /** Quotes whose parity was assumed in some minute. */
  readonly assumed = new Set<string>();
  /** Venues that lent legs. */
  readonly lenders = new Set<string>();
  readonly #days: RatesOfDay[] = [];
  /** Minutes with a price. */
  #priced = 0;

  take({ rate, rateRule, rateUncertainty, legs, missing, books }: Rated, lenders: readonly string[]): void {
    for (const venue of lenders) this.lenders.add(venue);
    const assumedBefore = this.minutes[RULE.parity];
    // The reasons of a day are overwritten by the next.
    const isPriced = new Uint8Array(missing.length);
    let priced = 0;
    // An iterator takes several times as long, and which minute has a price no processor can foresee.
    for (let slot = 0; slot < rateRule.length; slot += 1) {
      const one = IS_PRICED[missing[slot] as number] as number;
      const code = rateRule[slot] as number;
      isPriced[slot] = one;
      priced += one;
      this.minutes[code] = (this.minutes[code] as number) + one;
    }
    if (priced === 0) return;
    this.#priced += priced;
    if (this.minutes[RULE.parity] !== assumedBefore) for (const { quote } of books) this.assumed.add(quote);
    this.#days.push({ rate, rateUncertainty, legs, isPriced: priced === missing.length ? undefined : isPriced });
  }

  /** Of the minutes that have a rate; NaN where none has. */
  get median(): number {
    return this.#isOne ? 1 : medianBySelection(this.#days.map(({ rate, isPriced }) => pricedOf(rate, isPriced)));
  }

  /** Of the minutes whose uncertainty is known; NaN where none is. */
  get uncertainty(): number {
    return this.#isOne
      ? 0
      : medianBySelection(this.#days.map(({ rateUncertainty, isPriced }) => pricedOf(rateUncertainty, isPriced)));
  }

  /** Whether every minute is of a book in USD: 1, certain, without a leg. */
  get #isOne(): boolean {
    return this.#priced > 0 && this.minutes[RULE.usd] === this.#priced;
  }

  /** Legs of the median minute among those with a rate; NaN where none has. */
  get legs(): number {
    if (this.#isOne) return 0;
    const minutes = new Uint32Array(MOST_LEGS + 1);
    for (const { rate, legs, isPriced } of this.#days)
      for (let slot = 0; slot < legs.length; slot += 1) {
        // NaN alone differs from itself.
        if (rate[slot] !== rate[slot] || isPriced?.[slot] === 0) continue;
        const count = legs[slot] as number;
        minutes[count] = (minutes[count] as number) + 1;
      }
    return medianOfCounts(minutes);
  }
}

/** A column's values of the minutes in which the market has a price. A function asked of each minute takes several times as long. */
function pricedOf(column: Float64Array, isPriced: Uint8Array | undefined): Float64Array {
  if (isPriced === undefined) return column;
  const values = new Float64Array(column.length);
  let count = 0;
  for (let slot = 0; slot < column.length; slot += 1) {
    values[count] = column[slot] as number;
    count += isPriced[slot] as number;
  }
  return values.subarray(0, count);
}
