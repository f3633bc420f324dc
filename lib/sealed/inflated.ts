import { Inflate } from 'fflate';
import { viewOf, type Bytes } from './bytes';

/** What is fed at once: a thousand times as much may come out of it, and nothing stops that before it has come. */
const PIECE = 16 * 1024;
/** Before and behind the blocks of a zlib stream: two bytes that say what it is, and the checksum of what was packed. */
const ZLIB = { head: 2, sum: 4 } as const;

export interface Inflated {
  readonly bytes: Bytes;
  /** The packed data is whole, ends where the bytes do, and has their checksum, where it has one: nothing else can be read from it, nor stand in it. */
  readonly isExact: boolean;
}

/**
 * Unpacks exactly so many bytes and no more, of a zlib stream (RFC 1950) or of deflate's own (`raw`, RFC 1951). undefined: there are fewer, or it cannot be
 * unpacked.
 */
export function inflated(parts: readonly Uint8Array[], size: number, kind: 'zlib' | 'raw'): Inflated | undefined {
  const packed = joined(parts);
  if (kind === 'raw') {
    const found = unpacked(packed, size);
    return found === undefined ? undefined : { bytes: found.bytes, isExact: found.rest === 0 };
  }
  if (!isZlib(packed)) return undefined;
  const found = unpacked(packed.subarray(ZLIB.head), size);
  if (found === undefined) return undefined;
  const { bytes, rest } = found;
  const isExact = rest === ZLIB.sum && viewOf(packed).getUint32(packed.length - rest) === adler32(bytes);
  return { bytes, isExact };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Deflate in a window of at most 32 KB, without a dictionary (RFC 1950, section 2.2). */
function isZlib(packed: Uint8Array): boolean {
  const [method = 0, flags = 0] = packed;
  return (method & 15) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0;
}

/** What the unpacker knows of itself: the last block has begun (`f`), one has not ended (`l`), bits taken of the first byte left (`p`); and the bytes left. */
interface Known {
  readonly s: { readonly f?: number | boolean; readonly l?: unknown; readonly p?: number };
  readonly p: Uint8Array;
}

/** `rest`: bytes behind the last block; undefined: it was not reached, or more than `size` came out before. */
function unpacked(packed: Uint8Array, size: number): { bytes: Bytes; rest: number | undefined } | undefined {
  const bytes = new Uint8Array(size);
  let [at, from] = [0, 0];
  const unpacker = new Inflate((chunk) => {
    if (at < size) bytes.set(chunk.subarray(0, size - at), at);
    at += chunk.length;
  });
  const { s: state } = unpacker as unknown as Known;
  const hasEnded = (): boolean => Boolean(state.f) && !state.l;
  try {
    for (; from < packed.length && at <= size && !hasEnded(); from += PIECE)
      unpacker.push(packed.subarray(from, from + PIECE));
  } catch {
    return at < size ? undefined : { bytes, rest: undefined };
  }
  if (at < size) return undefined;
  if (at > size || !hasEnded()) return { bytes, rest: undefined };
  const left = (unpacker as unknown as Known).p.length - (state.p ? 1 : 0);
  return { bytes, rest: left + Math.max(0, packed.length - from) };
}

/** So many bytes are summed before the sums are taken modulo: the most that stay below 2 ** 32. */
const SUMMED = 5_552;
const MODULUS = 65_521;

/** The checksum of a zlib stream (RFC 1950, section 8.2). */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += SUMMED) {
    const to = Math.min(bytes.length, from + SUMMED);
    for (let i = from; i < to; i += 1) {
      low += bytes[i] as number;
      high += low;
    }
    low %= MODULUS;
    high %= MODULUS;
  }
  return high * 0x1_00_00 + low;
}
