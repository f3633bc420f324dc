import { ALL_PRESENT, BITMAP, TAG } from './format';
import { writeBitmap } from './holes';

/** Widest value: a double of 8 bytes, or a varint of 53 bits in 8 bytes of 7. */
const WIDEST = 8;
/** Below this a zig-zagged integer is written with 32-bit arithmetic. */
const SMALL = 2 ** 31;

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

/** The column's bytes in the first format. `integers`: those of its values at the scale; raw doubles where the scale is -1. */
export function encodeFirst(
  column: Float64Array,
  present: number,
  scale: number,
  integers: Float64Array,
): Uint8Array<ArrayBuffer> {
  const delta = scale >= 0 && deltaIsSmaller(integers, present);
  const out = new Uint8Array(3 + Math.ceil(column.length / 8) + present * WIDEST);
  let at = 0;
  out[at++] = scale < 0 ? TAG.raw : delta ? TAG.delta : TAG.plain;
  if (scale >= 0) out[at++] = scale;
  const full = present === column.length;
  out[at++] = full ? ALL_PRESENT : BITMAP;
  if (!full) at = writeBitmap(column, out, at);
  at = scale < 0 ? writeDoubles(column, out, at) : writeIntegers(integers, present, delta, out, at);
  return out.slice(0, at);
}
