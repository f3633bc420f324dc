import { oneSourceEach } from '../../analysis/markets/choose';
import { rateOf, type Rate } from '../../analysis/rates/rate';
import type { Instant } from '../../domain/instant';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import { columnsOf, type Wanted } from '../../store/days/candles';
import type { Readable } from '../../store/connection/client';
import { servesRate, widened } from '../deviations/analysisInput';

/** A rate over a range, its sources chosen for the day it is wanted for. */
export interface RateWanted {
  readonly day: MinuteRange;
  readonly range: MinuteRange;
}

const keyOf = (quote: string, { day, range }: RateWanted): string =>
  `${quote} ${String(day.from)} ${String(range.from)} ${String(range.to)}`;

/** Some four years of one quote, in days; beyond that the rates made first are made anew. */
const MOST_MINUTES = 1_500 * 1_440;

/**
 * The rates of days, for every asset alike: of the first asset that asks the legs are read, the others find the rates made.
 */
export class RateDays {
  readonly #stored: readonly Wanted[];
  readonly #asOf: Instant | undefined;
  readonly #rates = new Map<string, Rate>();
  #minutes = 0;

  /** `stored`: every market of the database (as of the instant, where one is given). */
  constructor(stored: readonly Wanted[], asOf?: Instant) {
    this.#stored = stored;
    this.#asOf = asOf;
  }

  /** Makes sure of the rates of some quotes; the ranges lie close together, in order. Then `rate` gives them. */
  async prepare(snapshot: Readable, quotes: readonly string[], wanted: readonly RateWanted[]): Promise<void> {
    if (this.#minutes > MOST_MINUTES) this.#forget();
    const missing = quotes.filter((quote) => wanted.some((one) => !this.#rates.has(keyOf(quote, one))));
    const [first] = wanted;
    if (missing.length === 0 || first === undefined) return;
    const legs = this.#stored.filter(({ market }) =>
      servesRate(market, new Set(missing.filter((quote) => quote !== 'USD'))),
    );
    const reach = widened({ from: first.range.from, to: (wanted.at(-1) ?? first).range.to });
    const columns = await columnsOf(snapshot, legs, reach, { asOf: this.#asOf, fields: ['close'], traded: true });
    for (const one of wanted) {
      const chosen = oneSourceEach(columns, one.day);
      for (const quote of missing) {
        const key = keyOf(quote, one);
        if (!this.#rates.has(key)) this.#minutes += minutesIn(one.range);
        this.#rates.set(key, rateOf(quote, one.range, chosen));
      }
    }
  }

  rate(quote: string, wanted: RateWanted): Rate {
    const rate = this.#rates.get(keyOf(quote, wanted));
    if (rate === undefined) throw new RangeError(`the rate of ${quote} was not prepared`);
    return rate;
  }

  #forget(): void {
    this.#rates.clear();
    this.#minutes = 0;
  }
}
