import type { Kind } from './market';

/**
 * One market's rows as they are drawn, columns of equal length; NaN is the hole. Prices in the answer's currency, deviations as
 * ratios. Of a long window rows stand for buckets, without rates, peers and the references of lows and highs.
 */
export interface SeriesColumns {
  readonly venue: string;
  readonly market: string;
  readonly kind: Kind;
  /** Minutes since 1970, ascending. */
  readonly minutes: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly close: Float64Array;
  readonly referenceClose: Float64Array;
  readonly dLow: Float64Array;
  readonly dHigh: Float64Array;
  /** What made the rate to USD, a place in RATE_RULES. */
  readonly rateRule: Uint8Array;
  /** Of the deviations, through the rates of the venue and its peers; NaN: unknown, or not measured. */
  readonly uncertainty: Float64Array;
  /** 1 where they rest on a weak rate. */
  readonly weak: Uint8Array;
  /** Places in MISSING. */
  readonly missing: Uint8Array;
  /** The rest is said of single minutes alone; rows that stand for buckets may be without. */
  readonly open?: Float64Array;
  readonly referenceLow?: Float64Array;
  readonly referenceHigh?: Float64Array;
  readonly peers?: ArrayLike<number>;
  /** USD per unit of the quote, and what it leaves unknown, relative. */
  readonly rate?: Float64Array;
  readonly rateUncertainty?: Float64Array;
}
