import { FORM } from '../../api/columns/format';
import type { Bytes } from './bytes';

/**
 * Writes a column whose series have few different values a minute, as rates have: of each minute how many, all of them in the order
 * of the series that say them first, and of each series which: 0 a hole, else its place, the first being 1. Series are of equal length.
 */
export function writePools(out: Bytes, values: readonly Float64Array[]): void {
  const [first = new Float64Array(0)] = values;
  const rows = first.length;
  const counts = new Int32Array(rows);
  const different: number[] = [];
  const places = values.map((own) => new Int32Array(own.length));
  for (let row = 0; row < rows; row += 1) {
    const begin = different.length;
    for (let s = 0; s < values.length; s += 1) {
      const value = (values[s] as Float64Array)[row] as number;
      if (value !== value) continue;
      let at = begin;
      while (at < different.length && !Object.is(different[at], value)) at += 1;
      if (at === different.length) different.push(value);
      (places[s] as Int32Array)[row] = at - begin + 1;
    }
    counts[row] = different.length - begin;
  }
  out.byte(FORM.pools);
  out.integers(counts);
  out.doubles(different);
  out.integers(inOne(places));
}

/** The same of a column that has few different values at all, all of them ascending. */
export function writePool(out: Bytes, values: readonly Float64Array[]): void {
  // Of each value where it was met first, and in the end its place among them.
  const met = new Map<number, number>();
  const places = inOne(
    values.map((own) => {
      const first = new Int32Array(own.length);
      // Neighbours are mostly equal.
      let [before, beforeAt] = [NaN, 0];
      for (let row = 0; row < own.length; row += 1) {
        const value = own[row] as number;
        if (value !== value) continue;
        if (value !== before) {
          [before, beforeAt] = [value, met.get(value) ?? met.size + 1];
          if (beforeAt > met.size) met.set(value, beforeAt);
        }
        first[row] = beforeAt;
      }
      return first;
    }),
  );
  const different = Float64Array.from(met.keys()).sort();
  const placeOf = new Int32Array(met.size + 1);
  different.forEach((value, i) => (placeOf[met.get(value) as number] = i + 1));
  for (let i = 0; i < places.length; i += 1) places[i] = placeOf[places[i] as number] as number;
  out.byte(FORM.pool);
  out.uint32(different.length);
  out.doubles(different);
  out.integers(places);
}

function inOne(parts: readonly Int32Array[]): Int32Array {
  const out = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
