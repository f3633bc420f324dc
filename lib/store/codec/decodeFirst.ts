import { LONGEST_VARINT, POWERS_OF_TEN, TAG } from './format';
import { readHoles } from './holes';
import { ColumnUnreadable } from './unreadable';

function readDoubles(bytes: Uint8Array, start: number, present: Uint8Array, out: Float64Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  for (let i = 0; i < present.length; i += 1) {
    if (present[i] === 0) {
      out[i] = NaN;
      continue;
    }
    if (at + 8 > bytes.length) throw new ColumnUnreadable(TAG.raw, { kind: 'cut-off', part: 'values' });
    out[i] = view.getFloat64(at);
    at += 8;
  }
  return at;
}

/** From here on a varint's value may not fit into the 32 bits that are read at once. */
const FOUR_BYTES = 28;

/**
 * Varints of up to four bytes, which nearly all are, in 32-bit arithmetic; longer ones by `readLong`. A value read beyond the
 * end is nonsense, and recognised by the place answered, which then lies beyond the end too.
 */
function readIntegers(
  bytes: Uint8Array,
  start: number,
  present: Uint8Array,
  scale: number,
  delta: boolean,
  out: Float64Array,
): number {
  const power = POWERS_OF_TEN[scale];
  if (power === undefined) throw new ColumnUnreadable(bytes[0], { kind: 'scale', scale });
  let at = start;
  let before = 0;
  for (let i = 0; i < present.length; i += 1) {
    if (present[i] === 0) {
      out[i] = NaN;
      continue;
    }
    const first = at;
    let byte = bytes[at++] as number;
    let zigZagged = byte & 127;
    for (let shift = 7; byte >= 128 && shift < FOUR_BYTES; shift += 7) {
      byte = bytes[at++] as number;
      zigZagged |= (byte & 127) << shift;
    }
    let integer = (zigZagged >>> 1) ^ -(zigZagged & 1);
    if (byte >= 128) {
      integer = readLong(bytes, first);
      at = endOfVarint(bytes, at);
      if (at > bytes.length) throw new ColumnUnreadable(bytes[0], { kind: 'cut-off', part: 'values' });
      if (at - first > LONGEST_VARINT) throw new ColumnUnreadable(bytes[0], { kind: 'width', bits: 7 * (at - first) });
    }
    before = delta ? before + integer : integer;
    out[i] = before / power;
  }
  if (at > bytes.length) throw new ColumnUnreadable(bytes[0], { kind: 'cut-off', part: 'values' });
  return at;
}

function readLong(bytes: Uint8Array, start: number): number {
  let zigZagged = 0;
  for (let at = start, weight = 1; at < bytes.length; at += 1, weight *= 128) {
    const byte = bytes[at] as number;
    zigZagged += (byte & 127) * weight;
    if (byte < 128) break;
  }
  const half = Math.floor(zigZagged / 2);
  return zigZagged % 2 === 0 ? half : -half - 1;
}

/** The place after a varint of which `at` is some later byte; beyond the end where it does not end. */
function endOfVarint(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && (bytes[end] as number) >= 128) end += 1;
  return end + 1;
}

let scratch = new Uint8Array(0);

/** Reads a column of the first format into `out`. */
export function decodeFirst(bytes: Uint8Array, out: Float64Array): void {
  const tag = bytes[0];
  if (scratch.length !== out.length) scratch = new Uint8Array(out.length);
  const values = readHoles(bytes, tag === TAG.raw ? 1 : 2, scratch);
  const end =
    tag === TAG.raw
      ? readDoubles(bytes, values, scratch, out)
      : readIntegers(bytes, values, scratch, bytes[1] ?? NaN, tag === TAG.delta, out);
  if (end !== bytes.length) throw new ColumnUnreadable(tag, { kind: 'left-over', bytes: bytes.length - end });
}
