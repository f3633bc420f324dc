import { unreadableColumn, type Damage } from '../../words/en/damage';
import { ALL_PRESENT, BITMAP, POWERS_OF_TEN, TAG } from './format';

const nameOfTag = (tag: number | undefined): string | undefined =>
  Object.entries(TAG).find(([, known]) => known === tag)?.[0];

/** The bytes of a column are not what was written: the database was damaged, or a newer version wrote it. */
export class ColumnUnreadable extends Error {
  constructor(tag: number | undefined, damage: Damage) {
    super(unreadableColumn(tag, nameOfTag(tag), damage));
    this.name = 'ColumnUnreadable';
  }
}

/** Reads `slots` flags into `present`, 1 where a value follows, and answers the place after them. */
function readHoles(bytes: Uint8Array, start: number, present: Uint8Array): number {
  const kind = bytes[start];
  if (kind === ALL_PRESENT) {
    present.fill(1);
    return start + 1;
  }
  if (kind !== BITMAP) throw new ColumnUnreadable(bytes[0], { kind: 'gap-marker', marker: kind });
  const end = start + 1 + Math.ceil(present.length / 8);
  if (end > bytes.length) throw new ColumnUnreadable(bytes[0], { kind: 'cut-off', part: 'gaps' });
  const bitmap = bytes.subarray(start + 1, end);
  for (let i = 0; i < present.length; i += 1) present[i] = ((bitmap[i >> 3] ?? NaN) >> (i & 7)) & 1;
  return end;
}

function readDoubles(bytes: Uint8Array, start: number, present: Uint8Array, out: Float64Array, offset: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  for (let i = 0; i < present.length; i += 1) {
    if (present[i] === 0) {
      out[offset + i] = NaN;
      continue;
    }
    if (at + 8 > bytes.length) throw new ColumnUnreadable(TAG.raw, { kind: 'cut-off', part: 'values' });
    out[offset + i] = view.getFloat64(at);
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
  offset: number,
): number {
  const power = POWERS_OF_TEN[scale];
  if (power === undefined) throw new ColumnUnreadable(bytes[0], { kind: 'scale', scale });
  let at = start;
  let before = 0;
  for (let i = 0; i < present.length; i += 1) {
    if (present[i] === 0) {
      out[offset + i] = NaN;
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
    }
    before = delta ? before + integer : integer;
    out[offset + i] = before / power;
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

/**
 * Reads a column of `slots` values into `out` from `offset` on; `null` (a column of holes) fills it with NaN. Throws
 * `ColumnUnreadable`, naming the tag, for bytes that are cut off, too many, or of an unknown way of writing.
 */
export function decodeInto(bytes: Uint8Array | null, slots: number, out: Float64Array, offset: number): void {
  if (bytes === null) {
    out.fill(NaN, offset, offset + slots);
    return;
  }
  const tag = bytes[0];
  if (tag !== TAG.raw && tag !== TAG.plain && tag !== TAG.delta) {
    throw new ColumnUnreadable(tag, tag === undefined ? { kind: 'empty' } : { kind: 'unknown-tag', tag });
  }
  if (scratch.length !== slots) scratch = new Uint8Array(slots);
  const values = readHoles(bytes, tag === TAG.raw ? 1 : 2, scratch);
  const end =
    tag === TAG.raw
      ? readDoubles(bytes, values, scratch, out, offset)
      : readIntegers(bytes, values, scratch, bytes[1] ?? NaN, tag === TAG.delta, out, offset);
  if (end !== bytes.length) throw new ColumnUnreadable(bytes[0], { kind: 'left-over', bytes: bytes.length - end });
}

/** A column of `slots` values, NaN where a slot is a hole. */
export function decodeColumn(bytes: Uint8Array | null, slots: number): Float64Array {
  const out = new Float64Array(slots);
  decodeInto(bytes, slots, out, 0);
  return out;
}
