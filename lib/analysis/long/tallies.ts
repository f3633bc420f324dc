import { MISSING, RATE_RULES, type VenueSeries } from '../types';
import { FIRST_CLOSES, SCORECARD_LEVELS } from '../../domain/method';
import { medianBySelection } from './select';
import type { Rate } from '../rates/rate';

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

/** One market's minutes, counted. */
export class MinuteTally {
  /** By MISSING. */
  readonly missing = new Uint32Array(MISSING.length);
  /** At or beyond each of SCORECARD_LEVELS to either side, by low or high. */
  readonly beyond = new Uint32Array(SCORECARD_LEVELS.length);
  /** Lower, or higher, than every other venue. */
  outside = 0;

  take({ missing, outside, dLow, dHigh }: VenueSeries): void {
    const counts = this.missing;
    for (let i = 0; i < missing.length; i += 1) {
      const why = missing[i] as number;
      counts[why] = (counts[why] as number) + 1;
      if (why !== 0) continue;
      if (Math.abs(outside[i] as number) > 0) this.outside += 1;
      const depth = Math.max(-(dLow[i] as number), dHigh[i] as number);
      for (let level = 0; level < SCORECARD_LEVELS.length && depth >= (SCORECARD_LEVELS[level] as number); level += 1)
        this.beyond[level] = (this.beyond[level] as number) + 1;
    }
  }
}

/** The rate of one quote over the window. */
export class RateTally {
  /** By RATE_RULES. */
  readonly minutes = new Uint32Array(RATE_RULES.length);
  readonly #values: Float64Array;
  #held = 0;

  constructor(slots: number) {
    this.#values = new Float64Array(slots);
  }

  take({ value, rule }: Rate): void {
    for (let i = 0; i < value.length; i += 1) {
      const code = rule[i] as number;
      this.minutes[code] = (this.minutes[code] as number) + 1;
      const rate = value[i] as number;
      if (Number.isNaN(rate)) continue;
      this.#values[this.#held] = rate;
      this.#held += 1;
    }
  }

  /** Over the minutes that have a rate; NaN where none has. */
  get median(): number {
    return medianBySelection(this.#values.slice(0, this.#held));
  }
}
