import { BITS_OF_ONE_READ, BLOCK, LONGEST_VARINT, LOW_BITS, TAG, WIDEST_RESIDUAL } from './format';
import { ColumnUnreadable } from './unreadable';

/** Residuals of as many bits as one read holds. */
function unpackNarrow(
  view: DataView,
  start: number,
  width: number,
  isSigned: boolean,
  out: Float64Array,
  first: number,
  end: number,
): void {
  const mask = (1 << width) - 1;
  let bit = start * 8;
  if (isSigned) {
    for (let i = first; i < end; i += 1) {
      const zigZagged = (view.getUint32(bit >>> 3, true) >>> (bit & 7)) & mask;
      out[i] = (zigZagged >>> 1) ^ -(zigZagged & 1);
      bit += width;
    }
  } else {
    for (let i = first; i < end; i += 1) {
      out[i] = (view.getUint32(bit >>> 3, true) >>> (bit & 7)) & mask;
      bit += width;
    }
  }
}

// Constants of another module are asked of it each time they are read: too slow within a loop.
const LOW_MASK = 2 ** LOW_BITS - 1;
const LOW_BYTES = LOW_BITS / 8;
const HIGH_WEIGHT = 2 ** LOW_BITS;
const HALF_HIGH_WEIGHT = HIGH_WEIGHT / 2;

function unpackWide(
  view: DataView,
  start: number,
  width: number,
  isSigned: boolean,
  out: Float64Array,
  first: number,
  end: number,
): void {
  const mask = (1 << (width - LOW_BITS)) - 1;
  let bit = start * 8;
  if (isSigned) {
    for (let i = first; i < end; i += 1) {
      const at = bit >>> 3;
      const low = (view.getUint32(at, true) >>> (bit & 7)) & LOW_MASK;
      const high = (view.getUint32(at + LOW_BYTES, true) >>> (bit & 7)) & mask;
      const odd = low & 1;
      // Without a branch: signs come as they like, and no processor foretells them.
      out[i] = ((low >>> 1) + odd + high * HALF_HIGH_WEIGHT) * (1 - 2 * odd);
      bit += width;
    }
  } else {
    for (let i = first; i < end; i += 1) {
      const at = bit >>> 3;
      const low = (view.getUint32(at, true) >>> (bit & 7)) & LOW_MASK;
      const high = (view.getUint32(at + LOW_BYTES, true) >>> (bit & 7)) & mask;
      out[i] = low + high * HIGH_WEIGHT;
      bit += width;
    }
  }
}

/** The bytes of a column, and beyond them room for a read of 32 bits at its last one. */
let padded = new Uint8Array(16_384);
let view = new DataView(padded.buffer);
const READ_BEYOND = 8;
/** No block takes more: its header, the widest residuals, and the most patches a byte counts. */
const MOST_OF_BLOCK = 2 + (BLOCK * WIDEST_RESIDUAL) / 8 + 255 * (1 + LONGEST_VARINT);

const cutOff = (): ColumnUnreadable => new ColumnUnreadable(TAG.blocks, { kind: 'cut-off', part: 'values' });

const HEAVIEST = 128 ** (LONGEST_VARINT - 1);
const UNITS = Float64Array.from({ length: WIDEST_RESIDUAL + 1 }, (_, width) => 2 ** width);

/**
 * Adds the bits above the width to the residuals of a block that have some; answers the place after them, never beyond `length`. What a patch
 * reads from there on is nonsense, and refused.
 */
function patch(
  bytes: Uint8Array,
  length: number,
  start: number,
  patches: number,
  unit: number,
  isSigned: boolean,
  out: Float64Array,
  first: number,
  end: number,
): number {
  let at = start;
  for (let k = 0; k < patches; k += 1) {
    const i = first + (bytes[at] as number);
    if (!(i < end)) throw cutOff();
    let byte = bytes[at + 1] as number;
    at += 2;
    let high = byte & 127;
    for (let weight = 128; byte >= 128 && weight <= HEAVIEST; weight *= 128) {
      byte = bytes[at++] as number;
      high += (byte & 127) * weight;
    }
    if (at > length) throw cutOff();
    if (byte >= 128) throw new ColumnUnreadable(TAG.blocks, { kind: 'width', bits: 7 * (LONGEST_VARINT + 1) });
    const low = out[i] as number;
    if (!isSigned) {
      out[i] = low + high * unit;
    } else {
      // Zig-zagged, the low bits stand below the high ones; a width of 0 left the sign to these.
      const zigZagged = (low < 0 ? -2 * low - 1 : 2 * low) + high * unit;
      const half = Math.floor(zigZagged / 2);
      out[i] = zigZagged === 2 * half ? half : -half - 1;
    }
  }
  return at;
}

/** Reads `count` residuals in blocks; answers the place after them. */
export function unpack(bytes: Uint8Array, start: number, count: number, isSigned: boolean, out: Float64Array): number {
  // Of damaged bytes no more is copied than these blocks can take.
  const most = Math.min(bytes.length, start + Math.ceil(count / BLOCK) * MOST_OF_BLOCK);
  if (padded.length < most + READ_BEYOND) {
    padded = new Uint8Array(2 * most + READ_BEYOND);
    view = new DataView(padded.buffer);
  }
  padded.set(most < bytes.length ? bytes.subarray(0, most) : bytes);
  let at = start;
  for (let first = 0; first < count; first += BLOCK) {
    const end = Math.min(first + BLOCK, count);
    const width = bytes[at] as number;
    const patches = bytes[at + 1] as number;
    const packed = at + 2;
    at = packed + ((((end - first) * width + 7) / 8) | 0);
    if (!(at <= bytes.length)) throw cutOff();
    if (width > WIDEST_RESIDUAL) throw new ColumnUnreadable(TAG.blocks, { kind: 'width', bits: width });
    if (width === 0) out.fill(0, first, end);
    else if (width <= BITS_OF_ONE_READ) unpackNarrow(view, packed, width, isSigned, out, first, end);
    else unpackWide(view, packed, width, isSigned, out, first, end);
    if (patches > 0) at = patch(padded, bytes.length, at, patches, UNITS[width] as number, isSigned, out, first, end);
  }
  return at;
}
