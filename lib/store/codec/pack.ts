import { BLOCK, LOW_BITS, WIDEST_RESIDUAL } from './format';

const WORD = 2 ** 32;
/** Bits of the largest residual: a difference of two integers of 51 bits, zig-zagged. */
const MOST_BITS = 54;
const WIDEST = WIDEST_RESIDUAL;
/** A patch: its place, and what a varint of the bits above takes. */
const patchBytes = (bits: number): number => 1 + Math.ceil(bits / 7);
const PATCH_BYTES = Uint8Array.from({ length: MOST_BITS + 1 }, (_, bits) => patchBytes(bits));

const bitsOf = (value: number): number =>
  value < WORD ? 32 - Math.clz32(value) : 64 - Math.clz32(Math.floor(value / WORD));

/** How many residuals of the block have so many bits. */
const histogram = new Uint8Array(MOST_BITS + 1);
/** The widest of them. */
let widest = 0;

function measure(residuals: Float64Array, first: number, end: number): void {
  histogram.fill(0);
  widest = 0;
  for (let i = first; i < end; i += 1) {
    const bits = bitsOf(residuals[i] as number);
    histogram[bits] = (histogram[bits] as number) + 1;
    if (bits > widest) widest = bits;
  }
}

/** The bytes the block takes beyond its two of header, by the width that takes the fewest; of those that do, the widest. */
let leastBytes = 0;

function bestWidth(count: number): number {
  leastBytes = Infinity;
  let best = 0;
  let patched = 0;
  for (let width = widest; width >= 0; width -= 1) {
    let bytes = Math.ceil((count * width) / 8);
    if (bytes + patched * 2 < leastBytes && width <= WIDEST) {
      for (let bits = width + 1; bits <= widest; bits += 1)
        bytes += (histogram[bits] as number) * (PATCH_BYTES[bits - width] as number);
      if (bytes < leastBytes) {
        leastBytes = bytes;
        best = width;
      }
    }
    patched += histogram[width] as number;
    // Every patch takes two bytes at least.
    if (patched * 2 >= leastBytes) break;
  }
  return best;
}

/** The bytes that `pack` would write. */
export function packedBytes(residuals: Float64Array, count: number): number {
  let bytes = 0;
  for (let first = 0; first < count; first += BLOCK) {
    const end = Math.min(first + BLOCK, count);
    measure(residuals, first, end);
    bestWidth(end - first);
    bytes += 2 + leastBytes;
  }
  return bytes;
}

// Constants of another module are asked of it each time they are read: too slow within a loop.
const LOW = LOW_BITS;
const LOW_WEIGHT = 2 ** LOW;
const LOW_MASK = LOW_WEIGHT - 1;

function packNarrow(
  residuals: Float64Array,
  first: number,
  end: number,
  width: number,
  out: Uint8Array,
  start: number,
): number {
  const mask = 2 ** width - 1;
  let [at, kept, bits] = [start, 0, 0];
  for (let i = first; i < end; i += 1) {
    // The lowest 32 bits of a larger one, too.
    kept |= ((residuals[i] as number) & mask) << bits;
    for (bits += width; bits >= 8; bits -= 8) {
      out[at++] = kept & 255;
      kept >>>= 8;
    }
  }
  if (bits > 0) out[at++] = kept;
  return at;
}

function packWide(
  residuals: Float64Array,
  first: number,
  end: number,
  width: number,
  out: Uint8Array,
  start: number,
): number {
  const mask = 2 ** (width - LOW) - 1;
  let [at, kept, bits] = [start, 0, 0];
  for (let i = first; i < end; i += 1) {
    const value = residuals[i] as number;
    kept |= (value & LOW_MASK) << bits;
    for (bits += LOW; bits >= 8; bits -= 8) {
      out[at++] = kept & 255;
      kept >>>= 8;
    }
    kept |= (Math.floor(value / LOW_WEIGHT) & mask) << bits;
    for (bits += width - LOW; bits >= 8; bits -= 8) {
      out[at++] = kept & 255;
      kept >>>= 8;
    }
  }
  if (bits > 0) out[at++] = kept;
  return at;
}

/** Writes the first `count` residuals, whole numbers from 0 up, in blocks; answers the place after them. */
export function pack(residuals: Float64Array, count: number, out: Uint8Array, start: number): number {
  let at = start;
  for (let first = 0; first < count; first += BLOCK) {
    const end = Math.min(first + BLOCK, count);
    measure(residuals, first, end);
    const width = bestWidth(end - first);
    const header = at;
    out[header] = width;
    at += 2;
    if (width > LOW) at = packWide(residuals, first, end, width, out, at);
    else if (width > 0) at = packNarrow(residuals, first, end, width, out, at);
    let patches = 0;
    if (width < widest) {
      const unit = 2 ** width;
      for (let i = first; i < end; i += 1) {
        let high = Math.floor((residuals[i] as number) / unit);
        if (high === 0) continue;
        patches += 1;
        out[at++] = i - first;
        for (; high >= 128; high = Math.floor(high / 128)) out[at++] = (high % 128) | 128;
        out[at++] = high;
      }
    }
    out[header + 1] = patches;
  }
  return at;
}
