import { ALL_PRESENT, BITMAP, LARGEST_INTEGER, LARGEST_SCALE, POWERS_OF_TEN, TAG } from './format';

/** Widest value: a double of 8 bytes, or a varint of 53 bits in 8 bytes of 7. */
const WIDEST = 8;
/** Below this a zig-zagged integer is written with 32-bit arithmetic. */
const SMALL = 2 ** 31;

/** Slots that hold a value. */
function presentIn(column: Float64Array): number {
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
function toIntegers(column: Float64Array, integers: Float64Array): number {
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

const zigZag = (integer: number): number => (integer < 0 ? -2 * integer - 1 : 2 * integer);

function bytesOf(zigZagged: number): number {
  let bytes = 1;
  for (let rest = zigZagged; rest >= 128; rest /= 128) bytes += 1;
  return bytes;
}

/** Whether the differences take fewer bytes than the integers themselves. */
function deltaIsSmaller(integers: Float64Array, count: number): boolean {
  let gain = 0;
  let before = 0;
  for (let i = 0; i < count; i += 1) {
    const integer = integers[i] ?? NaN;
    gain += bytesOf(zigZag(integer)) - bytesOf(zigZag(integer - before));
    before = integer;
  }
  return gain > 0;
}

function writeBitmap(column: Float64Array, out: Uint8Array, at: number): number {
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? NaN;
    const byte = at + (i >> 3);
    if (value === value) out[byte] = (out[byte] ?? NaN) | (1 << (i & 7));
  }
  return at + Math.ceil(column.length / 8);
}

function writeIntegers(integers: Float64Array, count: number, delta: boolean, out: Uint8Array, start: number): number {
  let at = start;
  let before = 0;
  for (let i = 0; i < count; i += 1) {
    const integer = integers[i] ?? NaN;
    let rest = zigZag(delta ? integer - before : integer);
    before = integer;
    while (rest >= SMALL) {
      out[at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      out[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    out[at++] = rest;
  }
  return at;
}

function writeDoubles(column: Float64Array, out: Uint8Array, start: number): number {
  const view = new DataView(out.buffer);
  let at = start;
  for (const value of column) {
    if (value !== value) continue;
    view.setFloat64(at, value);
    at += 8;
  }
  return at;
}

/** Scratch of the last length used: a column is encoded in one go, so nothing else can be using it. */
let scratch = new Float64Array(0);

/** The column's bytes; null when it holds nothing but holes (NaN of any kind). See `format.ts`. */
export function encodeColumn(column: Float64Array): Uint8Array | null {
  const present = presentIn(column);
  if (present === 0) return null;
  if (scratch.length < column.length) scratch = new Float64Array(column.length);
  const scale = toIntegers(column, scratch);
  const delta = scale >= 0 && deltaIsSmaller(scratch, present);
  const out = new Uint8Array(3 + Math.ceil(column.length / 8) + present * WIDEST);
  let at = 0;
  out[at++] = scale < 0 ? TAG.raw : delta ? TAG.delta : TAG.plain;
  if (scale >= 0) out[at++] = scale;
  const full = present === column.length;
  out[at++] = full ? ALL_PRESENT : BITMAP;
  if (!full) at = writeBitmap(column, out, at);
  at = scale < 0 ? writeDoubles(column, out, at) : writeIntegers(scratch, present, delta, out, at);
  return out.slice(0, at);
}
