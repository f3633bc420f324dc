import { ALL_PRESENT, BITMAP, LARGEST_SCALE, POWERS_OF_TEN, TAG } from './format';

const nameOfTag = (tag: number): string => Object.entries(TAG).find(([, known]) => known === tag)?.[0] ?? 'unknown';

/** The bytes of a column are not what was written: the database was damaged, or a newer version wrote it. */
export class ColumnUnreadable extends Error {
  constructor(tag: number | undefined, why: string) {
    super(`a stored column cannot be read (tag ${tag === undefined ? 'missing' : `${String(tag)}, ${nameOfTag(tag)}`}): ${why}`);
    this.name = 'ColumnUnreadable';
  }
}

/** Reads `slots` flags into `present`, 1 where a value follows, and answers the place after them. */
function readHoles(bytes: Uint8Array, start: number, present: Uint8Array): number {
  const tag = bytes[0];
  const kind = bytes[start];
  if (kind === ALL_PRESENT) {
    present.fill(1);
    return start + 1;
  }
  if (kind !== BITMAP) throw new ColumnUnreadable(tag, `hole marker ${String(kind ?? 'missing')} is neither 0 nor 1`);
  const end = start + 1 + Math.ceil(present.length / 8);
  if (end > bytes.length) throw new ColumnUnreadable(tag, 'the bitmap of holes is cut off');
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
    if (at + 8 > bytes.length) throw new ColumnUnreadable(TAG.raw, 'the values are cut off');
    out[offset + i] = view.getFloat64(at);
    at += 8;
  }
  return at;
}

function readIntegers(bytes: Uint8Array, start: number, present: Uint8Array, scale: number, delta: boolean, out: Float64Array, offset: number): number {
  const tag = bytes[0];
  const power = POWERS_OF_TEN[scale];
  if (power === undefined) throw new ColumnUnreadable(tag, `scale ${String(scale)} is above ${String(LARGEST_SCALE)}`);
  let at = start;
  let before = 0;
  for (let i = 0; i < present.length; i += 1) {
    if (present[i] === 0) {
      out[offset + i] = NaN;
      continue;
    }
    let byte = bytes[at++];
    if (byte === undefined) throw new ColumnUnreadable(tag, 'the values are cut off');
    let zigZagged = byte & 127;
    for (let weight = 128; byte >= 128; weight *= 128) {
      byte = bytes[at++];
      if (byte === undefined) throw new ColumnUnreadable(tag, 'the values are cut off');
      zigZagged += (byte & 127) * weight;
    }
    const half = zigZagged < 4_294_967_296 ? zigZagged >>> 1 : Math.floor(zigZagged / 2);
    const integer = zigZagged % 2 === 0 ? half : -half - 1;
    before = delta ? before + integer : integer;
    out[offset + i] = before / power;
  }
  return at;
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
    throw new ColumnUnreadable(tag, tag === undefined ? 'it is empty' : 'this version does not know it; use a newer version of plumbline');
  }
  if (scratch.length !== slots) scratch = new Uint8Array(slots);
  const values = readHoles(bytes, tag === TAG.raw ? 1 : 2, scratch);
  const end =
    tag === TAG.raw
      ? readDoubles(bytes, values, scratch, out, offset)
      : readIntegers(bytes, values, scratch, bytes[1] ?? NaN, tag === TAG.delta, out, offset);
  if (end !== bytes.length) throw new ColumnUnreadable(tag, `${String(bytes.length - end)} bytes follow the last value`);
}

/** A column of `slots` values, NaN where a slot is a hole. */
export function decodeColumn(bytes: Uint8Array | null, slots: number): Float64Array {
  const out = new Float64Array(slots);
  decodeInto(bytes, slots, out, 0);
  return out;
}
