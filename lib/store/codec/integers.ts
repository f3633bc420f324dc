import { LARGEST_INTEGER, LARGEST_SCALE, POWERS_OF_TEN } from './format';

/** Slots that hold a value. */
export function presentIn(column: Float64Array): number {
  let present = 0;
  for (const value of column) if (value === value) present += 1;
  return present;
}

/** The smallest scale at which this value, and so every value met before, is an integer; -1 where there is none. */
function scaleFor(value: number, atLeast: number): number {
  for (let scale = atLeast; scale <= LARGEST_SCALE; scale += 1) {
    const power = POWERS_OF_TEN[scale] ?? NaN;
    const integer = Math.round(value * power);
    if (Math.abs(integer) > LARGEST_INTEGER) return -1;
    if (integer / power === value) return scale;
  }
  return -1;
}

/**
 * Writes the column's integers at their common scale into `integers` and answers the scale; -1 when some value is no
 * decimal of few enough digits (or is -0 or infinite), so that only raw doubles can carry the column.
 */
export function toIntegers(column: Float64Array, integers: Float64Array): number {
  let scale = 0;
  for (const value of column) {
    if (value !== value) continue;
    if (Object.is(value, -0)) return -1;
    scale = scaleFor(value, scale);
    if (scale < 0) return -1;
  }
  const power = POWERS_OF_TEN[scale] ?? NaN;
  let count = 0;
  for (const value of column) {
    if (value !== value) continue;
    const integer = Math.round(value * power);
    // A value that fitted a smaller scale may be rounded wrongly, or grow too large, at this one.
    if (integer / power !== value || Math.abs(integer) > LARGEST_INTEGER) return -1;
    integers[count] = integer;
    count += 1;
  }
  return scale;
}
