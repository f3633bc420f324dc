/** A book that lends legs of a quote, and how a close becomes one. */
export interface LegCloses {
  readonly venue: string;
  /** NaN in every minute without a trade. */
  readonly closes: Float64Array;
  /** Divided by the close; undefined: the close itself is the leg. */
  readonly over: Float64Array | undefined;
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
export const MOST_LEGS = 255;

/** What rates are made of, minute by minute over columns (method, section 2). Both kinds of kernel say the same to the bit. */
export interface RateKernel {
  /** Medians and errors of the legs of `slots` minutes; of each minute legs too far from the others are dropped. `isStable`: the quote is a USD stablecoin. */
  told(legs: readonly LegCloses[], isStable: boolean, slots: number): LegMedians;
  /** The median of the columns in every minute in which LEAST_USD_VENUES of them have a value; NaN in every other. */
  middles(columns: readonly Float64Array[], slots: number): Float64Array;
  /** The centred median of those of the minutes around each slot of `[from, to)` that have a value; NaN where the slot's own has none. */
  smoothed(values: Float64Array, from: number, to: number): Float64Array;
  /** Adds to each error how far the minute's own median lies from the smoothed one; NaN where either has none. */
  widen(errors: Float64Array, medians: Float64Array, smoothed: Float64Array): void;
}

export const noMedians = (slots: number): LegMedians => ({
  median: new Float64Array(slots).fill(NaN),
  error: new Float64Array(slots).fill(NaN),
  rule: new Uint8Array(slots),
  legs: new Uint8Array(slots),
});

/** Throws where there are more legs than a byte counts. */
export function mustBeCountable(legs: readonly LegCloses[]): void {
  if (legs.length > MOST_LEGS) throw new RangeError(`${String(legs.length)} books lend legs of one quote`);
}
