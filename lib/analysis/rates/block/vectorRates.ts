import {
  ENOUGH_LEGS,
  ENOUGH_LEG_VENUES,
  FURTHEST_LEG,
  LEAST_LEGS,
  LEAST_LEG_VENUES,
  LEAST_USD_VENUES,
  MAD_TO_SIGMA,
  RATE_MARGIN,
} from '../../../domain/method';
import { grouped } from '../../../domain/grouped';
import { sortingNetwork } from '../../reference/block/network';
import { RULE } from '../rate';
import { LEGS_BINARY } from './binary';
import { minuteTeller, smoothedAt } from './plainRates';
import { MOST_LEGS, mustBeCountable, noMedians, type LegCloses, type LegMedians, type RateKernel } from './rateKernel';

/** What legs.wat exports; addresses and lengths in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  leg(over: number, closes: number, isCross: number, into: number, counts: number, seen: number, bytes: number): void;
  venue(seen: number, venues: number, bytes: number): void;
  sort(pairs: number, end: number, bytes: number): void;
  middles(sorted: number, counts: number, into: number, minutes: number, least: number): void;
  tell(
    sorted: number,
    counts: number,
    venues: number,
    into: number,
    minutes: number,
    isStable: number,
    thin: number,
    enough: number,
    leastLegs: number,
    leastVenues: number,
    enoughLegs: number,
    enoughVenues: number,
    furthest: number,
    sigma: number,
  ): number;
  smooth(from: number, into: number, bytes: number): void;
  widen(errors: number, medians: number, smoothed: number, bytes: number): void;
}

/** Minutes worked on at once: a third of a day. No power of two, or the rows of one minute would fight for the same lines of a cache. */
export const RATE_BLOCK_MINUTES = 480;
const BYTES = Float64Array.BYTES_PER_ELEMENT;
const ROW = RATE_BLOCK_MINUTES * BYTES;
/** Which row of the module's memory holds what; median, error, rules and numbers lie as `tell` writes them. */
const ROWS = {
  counts: 0,
  venues: 1,
  seen: 2,
  median: 3,
  error: 4,
  rules: 5,
  numbers: 6,
  over: 7,
  closes: 8,
  pairs: 9,
  /** Legs, sorted in place; or columns of any length. */
  values: 20,
} as const;
/** How long a column may be that is smoothed or widened: three of them lie among the values. */
const LONGEST = (MOST_LEGS * RATE_BLOCK_MINUTES) / 3 - 2 * RATE_MARGIN;

const roomForMedians = (slots: number): LegMedians => ({
  median: new Float64Array(slots),
  error: new Float64Array(slots),
  rule: new Uint8Array(slots),
  legs: new Uint8Array(slots),
});

/** Two minutes are worked on at once. */
const bytesOf = (minutes: number): number => Math.ceil(minutes / 2) * 2 * BYTES;

const moduleBytes = (): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(LEGS_BINARY), (char) => char.charCodeAt(0));

/** Whether this machine runs the module: it needs 128-bit vectors in WebAssembly. */
export const canVectoriseRates = (): boolean => typeof WebAssembly === 'object' && WebAssembly.validate(moduleBytes());

/** Rates in vector instructions: to the bit what `PlainRates` says, several times faster. Some megabyte. */
export class VectorRates implements RateKernel {
  readonly #module = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes())).exports as unknown as Exports;
  readonly #floats = new Float64Array(this.#module.memory.buffer);
  readonly #bytes = new Uint8Array(this.#module.memory.buffer);
  /** Of how many values the network lies in memory, and where it ends. */
  #network = { count: 0, end: ROWS.pairs * ROW };

  told(legs: readonly LegCloses[], isStable: boolean, slots: number): LegMedians {
    mustBeCountable(legs);
    if (legs.length === 0) return noMedians(slots);
    const out = roomForMedians(slots);
    const venues = [...grouped(legs, ({ venue }) => venue).values()];
    let far = 0;
    for (let from = 0; from < slots; from += RATE_BLOCK_MINUTES)
      far += this.#tell(venues, isStable, from, Math.min(slots, from + RATE_BLOCK_MINUTES), out);
    if (far > 0) this.#tellFar(legs, isStable, out);
    return out;
  }

  middles(columns: readonly Float64Array[], slots: number): Float64Array {
    if (columns.length === 0) return new Float64Array(slots).fill(NaN);
    const out = new Float64Array(slots);
    for (let from = 0; from < slots; from += RATE_BLOCK_MINUTES) {
      const to = Math.min(slots, from + RATE_BLOCK_MINUTES);
      this.#clear();
      columns.forEach((closes, place) => {
        this.#leg({ closes, over: undefined }, place, from, to);
      });
      this.#sort(columns.length, to - from);
      this.#module.middles(ROWS.values * ROW, ROWS.counts * ROW, ROWS.median * ROW, to - from, LEAST_USD_VENUES);
      out.set(this.#row(ROWS.median, to - from), from);
    }
    return out;
  }

  smoothed(values: Float64Array, from: number, to: number): Float64Array {
    const start = ROWS.values * RATE_BLOCK_MINUTES;
    const into = start + LONGEST + 2 * RATE_MARGIN;
    if (to - from > LONGEST) throw new RangeError(`${String(to - from)} minutes to smooth at once`);
    this.#floats.fill(NaN, start, start + to - from + 2 * RATE_MARGIN);
    const first = Math.max(0, from - RATE_MARGIN);
    this.#floats.set(values.subarray(first, to + RATE_MARGIN), start + first - (from - RATE_MARGIN));
    this.#module.smooth(start * BYTES, into * BYTES, bytesOf(to - from));
    const out = this.#floats.slice(into, into + to - from);
    for (let slot = from; slot < to; slot += 1)
      if (Number.isNaN(out[slot - from])) out[slot - from] = smoothedAt(values, slot);
    return out;
  }

  widen(errors: Float64Array, medians: Float64Array, smoothed: Float64Array): void {
    const { length } = errors;
    if (length > LONGEST) throw new RangeError(`${String(length)} minutes to widen at once`);
    const [a, b, c] = [0, 1, 2].map((place) => ROWS.values * RATE_BLOCK_MINUTES + place * LONGEST) as [
      number,
      number,
      number,
    ];
    this.#floats.set(errors, a);
    this.#floats.set(medians, b);
    this.#floats.set(smoothed, c);
    this.#module.widen(a * BYTES, b * BYTES, c * BYTES, bytesOf(length));
    errors.set(this.#floats.subarray(a, a + length));
  }

  /** Tells the minutes of one block; answers in how many the legs lie too far apart, which are not told. */
  #tell(
    venues: readonly (readonly LegCloses[])[],
    isStable: boolean,
    from: number,
    to: number,
    out: LegMedians,
  ): number {
    const minutes = to - from;
    this.#clear();
    let place = 0;
    for (const legs of venues) {
      for (const leg of legs) this.#leg(leg, place++, from, to);
      this.#module.venue(ROWS.seen * ROW, ROWS.venues * ROW, bytesOf(minutes));
    }
    this.#sort(place, minutes);
    this.#floats.fill(NaN, ROWS.median * RATE_BLOCK_MINUTES, (ROWS.error + 1) * RATE_BLOCK_MINUTES);
    this.#bytes.fill(0, ROWS.rules * ROW, (ROWS.numbers + 1) * ROW);
    const far = this.#module.tell(
      ROWS.values * ROW,
      ROWS.counts * ROW,
      ROWS.venues * ROW,
      ROWS.median * ROW,
      minutes,
      isStable ? 1 : 0,
      RULE.thin,
      RULE.legs,
      LEAST_LEGS,
      LEAST_LEG_VENUES,
      ENOUGH_LEGS,
      ENOUGH_LEG_VENUES,
      FURTHEST_LEG,
      MAD_TO_SIGMA,
    );
    out.median.set(this.#row(ROWS.median, minutes), from);
    out.error.set(this.#row(ROWS.error, minutes), from);
    out.rule.set(this.#bytes.subarray(ROWS.rules * ROW, ROWS.rules * ROW + minutes), from);
    out.legs.set(this.#bytes.subarray(ROWS.numbers * ROW, ROWS.numbers * ROW + minutes), from);
    return far;
  }

  /** Minutes that were not told and have a leg: the plain way drops those that lie too far from the others. */
  #tellFar(legs: readonly LegCloses[], isStable: boolean, out: LegMedians): void {
    const tell = minuteTeller(legs, isStable, out);
    out.legs.forEach((count, slot) => {
      if (count === 0) tell(slot);
    });
  }

  #clear(): void {
    this.#floats.fill(0, ROWS.counts * RATE_BLOCK_MINUTES, (ROWS.seen + 1) * RATE_BLOCK_MINUTES);
  }

  #leg({ closes, over }: Pick<LegCloses, 'closes' | 'over'>, place: number, from: number, to: number): void {
    this.#floats.set(closes.subarray(from, to), ROWS.closes * RATE_BLOCK_MINUTES);
    if (over !== undefined) this.#floats.set(over.subarray(from, to), ROWS.over * RATE_BLOCK_MINUTES);
    this.#module.leg(
      ROWS.over * ROW,
      ROWS.closes * ROW,
      over === undefined ? 0 : 1,
      (ROWS.values + place) * ROW,
      ROWS.counts * ROW,
      ROWS.seen * ROW,
      bytesOf(to - from),
    );
  }

  #row(row: number, minutes: number): Float64Array {
    return this.#floats.subarray(row * RATE_BLOCK_MINUTES, row * RATE_BLOCK_MINUTES + minutes);
  }

  #sort(count: number, minutes: number): void {
    this.#module.sort(ROWS.pairs * ROW, this.#networkOf(count), bytesOf(minutes));
  }

  /** Writes the network into memory unless it is there; answers where it ends. */
  #networkOf(count: number): number {
    if (this.#network.count !== count) {
      const pairs = sortingNetwork(count).flat();
      new Uint32Array(this.#module.memory.buffer).set(
        pairs.map((place) => (ROWS.values + place) * ROW),
        (ROWS.pairs * ROW) / Uint32Array.BYTES_PER_ELEMENT,
      );
      this.#network = { count, end: ROWS.pairs * ROW + pairs.length * Uint32Array.BYTES_PER_ELEMENT };
    }
    return this.#network.end;
  }
}
