import { POWERS_OF_TEN } from '../../api/columns/format';

/** Of so many values one may be no decimal of the column's scale; it travels as a double. */
const EXCEPTIONS_OF = 50;
/** The difference of two such integers, zig-zagged, is exact. */
export const LARGEST = 2 ** 51;

/** The integer of a value at a scale; NaN where it is none, or too large. −0 is none: no integer says its sign. */
export const integerOf = (value: number, scale: number): number => integerAt(value, POWERS_OF_TEN[scale] as number);

/** The same by the power of ten itself. */
export function integerAt(value: number, power: number): number {
  const integer = Math.round(value * power);
  return Math.abs(integer) <= LARGEST && integer / power === value && !Object.is(value, -0) ? integer : NaN;
}

/**
 * The least scale that all values but a few need to be integers ÷ 10^scale, to the bit, or less; undefined where there is none, so that
 * doubles are shorter. NaN is passed over.
 */
export function scaleOf(values: ArrayLike<number>): number | undefined {
  const needing = new Uint32Array(POWERS_OF_TEN.length + 1);
  // Once more values need a scale than may be exceptions, no lesser one comes into question.
  const mostExceptions = Math.floor(values.length / EXCEPTIONS_OF);
  let [count, guess, least] = [0, 0, 0];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value !== value) continue;
    count += 1;
    // A neighbour's scale is most often right; the least one counts.
    let scale = guess;
    if (Number.isNaN(integerOf(value, scale))) {
      for (scale = 0; scale < POWERS_OF_TEN.length && Number.isNaN(integerOf(value, scale));) scale += 1;
    } else while (scale > least && !Number.isNaN(integerOf(value, scale - 1))) scale -= 1;
    const needed = (needing[scale] as number) + 1;
    needing[scale] = needed;
    if (scale === POWERS_OF_TEN.length) continue;
    guess = scale;
    if (needed > mostExceptions && scale > least) least = scale;
  }
  let beyond = count;
  for (let scale = 0; scale < POWERS_OF_TEN.length; scale += 1) {
    beyond -= needing[scale] as number;
    if (beyond * EXCEPTIONS_OF <= count) return scale;
  }
  return undefined;
}
