import { POWERS_OF_TEN } from '../../api/columns/format';

/** Of so many values one may be no decimal of the column's scale; it travels as a double. */
const EXCEPTIONS_OF = 50;
/** The difference of two such integers, zig-zagged, is exact. */
export const LARGEST = 2 ** 51;

/** The integer of a value at a scale; NaN where it is none, or too large. −0 is none: no integer says its sign. */
export function integerOf(value: number, scale: number): number {
  const power = POWERS_OF_TEN[scale] as number;
  const integer = Math.round(value * power);
  return Math.abs(integer) <= LARGEST && integer / power === value && !Object.is(value, -0) ? integer : NaN;
}

/**
 * The least scale at which all values but a few are integers ÷ 10^scale, to the bit; undefined where there is none, so that
 * doubles are shorter. NaN is passed over.
 */
export function scaleOf(values: ArrayLike<number>): number | undefined {
  const needing = new Uint32Array(POWERS_OF_TEN.length + 1);
  let [count, guess] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value !== value) continue;
    count += 1;
    // A neighbour's scale is most often right; the least one counts.
    let scale = guess;
    if (Number.isNaN(integerOf(value, scale))) {
      for (scale = 0; scale < POWERS_OF_TEN.length && Number.isNaN(integerOf(value, scale));) scale += 1;
    } else while (scale > 0 && !Number.isNaN(integerOf(value, scale - 1))) scale -= 1;
    needing[scale] = (needing[scale] as number) + 1;
    if (scale < POWERS_OF_TEN.length) guess = scale;
  }
  let beyond = count;
  for (let scale = 0; scale < POWERS_OF_TEN.length; scale += 1) {
    beyond -= needing[scale] as number;
    if (beyond * EXCEPTIONS_OF <= count) return scale;
  }
  return undefined;
}
