import { POWERS_OF_TEN, type Rounded } from '../../api/columns/format';
import { SCORECARD_LEVELS } from '../../domain/method';
import { extremeIn } from './drawn';

/**
 * How far the figures of a long window may be from those of its JSON. What pages write is rounded so that they write the same: a
 * bucket's lowest and highest price (six digits, cents always), its furthest deviations, and uncertainties. What is only drawn is
 * rounded to less than a pixel.
 */
export const ROUNDED: Rounded = {
  written: { prices: 5e-6, deviations: 2e-5, uncertainties: 5e-5 },
  drawn: { prices: 5e-5, deviations: 5e-5 },
};

/** The same of every minute's rows: to the bit, but for what is unknown anyway. */
export const EXACT: Rounded = {
  written: { prices: 0, deviations: 0, uncertainties: ROUNDED.written.uncertainties },
  drawn: { prices: 0, deviations: 0 },
};

/** A way to round the values of a column. */
export type Rounding = (value: number) => number;

/**
 * A number that lies so near the middle between two that are written is left as it is: which of them is written hangs on its last
 * bits.
 */
const isMiddle = (steps: number): boolean =>
  Math.abs(steps - Math.floor(steps) - 0.5) < MIDDLE + Math.abs(steps) * ROUNDING_OFF;
const MIDDLE = 1e-4;
/** A product's own rounding, relative, and as much again: of large prices it moves the middle by more than `MIDDLE`. */
const ROUNDING_OFF = 2 * Number.EPSILON;

const PRICE_DIGITS = 6;
/** From here on cents are written. */
const CENTS_FROM = 10_000;

/** A price to the digits that pages write. */
export const writtenPrice: Rounding = (price) => {
  const size = Math.abs(price);
  if (size >= CENTS_FROM) return isMiddle(size * 100) ? price : Number(price.toFixed(2));
  const digits = PRICE_DIGITS - 1 - Math.floor(Math.log10(size));
  return isMiddle(size * 10 ** digits) ? price : Number(price.toPrecision(PRICE_DIGITS));
};

const DRAWN_DIGITS = 5;
/** Where all that is drawn lies closer together than this, relative, a rounding that is drawn would be seen. */
const NARROW = 0.05;

const extentOf = (columns: readonly Float64Array[]): readonly [least: number, most: number] => {
  let [least, most] = [Infinity, -Infinity];
  for (const column of columns)
    for (const value of column) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  return [least, most];
};

/** How prices are rounded that are only drawn. */
export function drawnPrice(prices: readonly Float64Array[]): Rounding {
  const [least, most] = extentOf(prices);
  return most - least < NARROW * least ? writtenPrice : (price) => Number(price.toPrecision(DRAWN_DIGITS));
}

/** How deviations are rounded that are only drawn. */
export function drawnRatio(ratios: readonly Float64Array[]): Rounding {
  const [least, most] = extentOf(ratios);
  return most - least < NARROW ? writtenRatio : (ratio) => unsigned(Math.round(ratio * DRAWN_STEPS)) / DRAWN_STEPS;
}
const DRAWN_STEPS = 1e4;

/** Whether two deviations have passed the same levels, which colours tell apart. */
const haveSameLevel = (a: number, b: number): boolean =>
  SCORECARD_LEVELS.every((level) => Math.abs(a) >= level === Math.abs(b) >= level);

const STEPS = 1e5;
/** From here on pages write whole percent. */
const WHOLE_PERCENT_FROM = 10;

/**
 * A deviation to thousandths of a percent, ten to a step that pages write, so that pages write the same and the same levels are passed;
 * else as it is. The fifth thousandth is none: the next one on the deviation's side stands for it.
 */
export const writtenRatio: Rounding = (ratio) => {
  const steps = ratio * STEPS;
  const nearest = Math.round(steps);
  const side = steps > nearest ? 1 : -1;
  const step = Math.abs(nearest % 10) === 5 ? nearest + side : nearest;
  const value = unsigned(step) / STEPS;
  const isMiddleOfTwo = step !== nearest && Math.abs(steps - nearest) < MIDDLE;
  const isFar = Math.abs(ratio) >= WHOLE_PERCENT_FROM - 1 / STEPS || value <= -1 !== ratio <= -1;
  return isMiddleOfTwo || isFar || !haveSameLevel(value, ratio) ? ratio : value;
};

/** No −0. */
const unsigned = (step: number): number => step + 0;

/** As pages write what rates leave unknown: hundredths of a percent, of less two digits, of less than 0.0001 % only that. */
export function roundedUncertainties(column: Float64Array): Float64Array {
  const out = new Float64Array(column.length);
  for (let i = 0; i < column.length; i += 1) out[i] = writtenUncertainty(column[i] as number);
  return out;
}

const HUNDREDTHS = 1e4;
const LEAST_WRITTEN = 1e-6;
/** Stands for all that is written as less. */
const LESS = LEAST_WRITTEN / 2;

function writtenUncertainty(ratio: number): number {
  if (ratio === 0 || ratio !== ratio) return ratio;
  const hundredths = ratio * HUNDREDTHS;
  if (isMiddle(hundredths) || ratio >= WHOLE_PERCENT_FROM - 1 / HUNDREDTHS) return ratio;
  if (hundredths > 0.5) return Math.round(hundredths) / HUNDREDTHS;
  if (ratio < LEAST_WRITTEN) return LESS;
  const power = POWERS_OF_TEN[1 - Math.floor(Math.log10(ratio))] as number;
  const steps = ratio * power;
  // Two digits, as `toPrecision` gives them: a whole number ÷ a power of ten is the double next to that decimal.
  const rounded = isMiddle(steps) ? ratio : Math.round(steps) / power;
  // One more is written as a hundredth.
  return rounded * HUNDREDTHS < 0.5 - MIDDLE ? rounded : ratio;
}

/**
 * A column of which each bucket's extreme (the highest by sign 1, the lowest by −1) is rounded as it is written and stands in the
 * minute it stands in; the others are rounded as they are drawn, or less, where that would put them in front.
 */
export function keepingExtremes(
  exact: Float64Array,
  minutes: Int32Array,
  size: number,
  sign: 1 | -1,
  { written, drawn }: { readonly written: Rounding; readonly drawn: Rounding },
): Float64Array {
  const out = exact.map(drawn);
  for (let from = 0, to = 0; from < minutes.length; from = to) {
    const bucket = Math.floor((minutes[from] as number) / size);
    while (to < minutes.length && Math.floor((minutes[to] as number) / size) === bucket) to += 1;
    const own = extremeIn(exact, from, to, sign);
    if (own < 0) continue;
    out[own] = written(exact[own] as number);
    for (const round of [written, asItIs]) {
      if (own === extremeIn(out, from, to, sign)) break;
      const limit = out[own];
      for (let i = from; i < to; i += 1)
        if (sign * (out[i] as number) >= sign * limit) out[i] = round(exact[i] as number);
    }
    if (own !== extremeIn(out, from, to, sign)) out.set(exact.subarray(from, to), from);
  }
  return out;
}

const asItIs: Rounding = (value) => value;
