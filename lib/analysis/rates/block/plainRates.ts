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
import { madOfSorted, medianOfSorted, sortFirst } from '../../reference/order';
import { RULE } from '../rate';
import { mustBeCountable, noMedians, type LegCloses, type LegMedians, type RateKernel } from './rateKernel';

/** Rates in plain JavaScript, which runs anywhere. */
export class PlainRates implements RateKernel {
  told(legs: readonly LegCloses[], isStable: boolean, slots: number): LegMedians {
    mustBeCountable(legs);
    const out = noMedians(slots);
    const tell = minuteTeller(legs, isStable, out);
    for (let slot = 0; slot < slots; slot += 1) tell(slot);
    return out;
  }

  middles(columns: readonly Float64Array[], slots: number): Float64Array {
    const out = new Float64Array(slots).fill(NaN);
    const scratch = new Float64Array(columns.length);
    for (let slot = 0; slot < slots; slot += 1) {
      let count = 0;
      for (const column of columns) {
        const value = column[slot] as number;
        if (!Number.isNaN(value)) scratch[count++] = value;
      }
      if (count < LEAST_USD_VENUES) continue;
      sortFirst(scratch, count);
      out[slot] = medianOfSorted(scratch, count);
    }
    return out;
  }

  smoothed(values: Float64Array, from: number, to: number): Float64Array {
    const out = new Float64Array(to - from).fill(NaN);
    for (let slot = from; slot < to; slot += 1) out[slot - from] = smoothedAt(values, slot);
    return out;
  }

  widen(errors: Float64Array, medians: Float64Array, smoothed: Float64Array): void {
    for (let slot = 0; slot < errors.length; slot += 1) {
      const [median, rate] = [medians[slot] as number, smoothed[slot] as number];
      errors[slot] = (errors[slot] as number) + (Math.max(median / rate, rate / median) - 1);
    }
  }
}

/** The leg a book lends in a slot; NaN: none. */
export const legOf = ({ closes, over }: Pick<LegCloses, 'closes' | 'over'>, slot: number): number => {
  const close = closes[slot] as number;
  return over === undefined ? close : (over[slot] as number) / close;
};

/** Tells one minute after another, in any order, each once; a minute without a leg, or whose two lie too far apart, is left as it was. */
export function minuteTeller(legs: readonly LegCloses[], isStable: boolean, into: LegMedians): (slot: number) => void {
  const venues = [...new Set(legs.map(({ venue }) => venue))];
  const placeOf = Uint8Array.from(legs, ({ venue }) => venues.indexOf(venue));
  const values = new Float64Array(legs.length);
  const whose = new Uint8Array(legs.length);
  // The last slot in which each venue was counted.
  const seen = new Int32Array(venues.length).fill(-1);
  const venuesOf = (count: number, slot: number): number => {
    let many = 0;
    for (let i = 0; i < count; i += 1) {
      const venue = whose[i] as number;
      if (seen[venue] === slot) continue;
      seen[venue] = slot;
      many += 1;
    }
    return many;
  };
  return (slot) => {
    const count = withoutFar(values, whose, sortedLegs(legs, placeOf, slot, values, whose));
    if (count === 0) return;
    const many = venuesOf(count, slot);
    const median = medianOfSorted(values, count);
    into.median[slot] = median;
    into.legs[slot] = count;
    into.rule[slot] = isThin(count, many) ? RULE.thin : RULE.legs;
    into.error[slot] = errorOf(values, count, many, median, isStable);
  };
}

/** Puts a minute's legs into `values`, ascending, and whose each is into `whose`; answers how many. */
function sortedLegs(
  legs: readonly LegCloses[],
  placeOf: Uint8Array,
  slot: number,
  values: Float64Array,
  whose: Uint8Array,
): number {
  let count = 0;
  for (let i = 0; i < legs.length; i += 1) {
    const value = legOf(legs[i] as LegCloses, slot);
    if (Number.isNaN(value)) continue;
    let at = count;
    while (at > 0 && (values[at - 1] as number) > value) {
      values[at] = values[at - 1] as number;
      whose[at] = whose[at - 1] as number;
      at -= 1;
    }
    values[at] = value;
    whose[at] = placeOf[i] as number;
    count += 1;
  }
  return count;
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
export function isDropped(all: readonly number[], value: number): boolean {
  if (all.length < 2) return false;
  const rest = Float64Array.from(all);
  rest[all.indexOf(value)] = rest[all.length - 1] as number;
  const others = rest.subarray(0, all.length - 1);
  sortFirst(others, others.length);
  const median = medianOfSorted(others, others.length);
  return value > FURTHEST_LEG * median || FURTHEST_LEG * value < median;
}

const around = new Float64Array(2 * RATE_MARGIN + 1);

/** The median of those of the minutes around a slot that have a value; NaN where its own has none. */
export function smoothedAt(values: Float64Array, slot: number): number {
  if (Number.isNaN(values[slot])) return NaN;
  let count = 0;
  for (let at = Math.max(0, slot - RATE_MARGIN); at <= slot + RATE_MARGIN && at < values.length; at += 1) {
    const value = values[at] as number;
    if (!Number.isNaN(value)) around[count++] = value;
  }
  sortFirst(around, count);
  return medianOfSorted(around, count);
}
