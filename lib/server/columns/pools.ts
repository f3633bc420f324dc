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
    values.forEach((own, s) => {
      const value = own[row] as number;
      if (value !== value) return;
      let at = begin;
      while (at < different.length && !Object.is(different[at], value)) at += 1;
      if (at === different.length) different.push(value);
      (places[s] as Int32Array)[row] = at - begin + 1;
    });
    counts[row] = different.length - begin;
  }
  out.byte(FORM.pools);
  out.integers(counts);
  out.doubles(different);
  out.integers(inOne(places));
}

/** The same of a column that has few different values at all, all of them ascending. */
export function writePool(out: Bytes, values: readonly Float64Array[]): void {
  const different = [...new Set(values.flatMap((own) => Array.from(own).filter((value) => value === value)))].sort(
    (a, b) => a - b,
  );
  const placeOf = new Map(different.map((value, i) => [value, i + 1]));
  out.byte(FORM.pool);
  out.uint32(different.length);
  out.doubles(different);
  out.integers(inOne(values.map((own) => Int32Array.from(own, (value) => placeOf.get(value) ?? HOLE))));
}

const HOLE = 0;

function inOne(parts: readonly Int32Array[]): Int32Array {
  const out = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
