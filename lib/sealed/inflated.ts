import { Inflate, Unzlib } from 'fflate';
import type { Bytes } from './bytes';

/** What is fed at once: a thousand times as much may come out of it, and nothing stops that before it has come. */
const PIECE = 16 * 1024;

/**
 * Unpacks into exactly so many bytes. undefined: there are fewer, or it cannot be unpacked. `zlib` (RFC 1950): what comes behind them is let be, as
 * readers of images do; `raw` (RFC 1951): nothing may.
 */
export function inflated(parts: Iterable<Uint8Array>, size: number, kind: 'zlib' | 'raw'): Bytes | undefined {
  const out = new Uint8Array(size);
  let at = 0;
  const unpacker = new (kind === 'zlib' ? Unzlib : Inflate)((chunk) => {
    if (at < size) out.set(chunk.subarray(0, size - at), at);
    at += chunk.length;
  });
  const isFull = (): boolean => (kind === 'zlib' ? at >= size : at > size);
  try {
    for (const part of parts)
      for (let from = 0; from < part.length && !isFull(); from += PIECE)
        unpacker.push(part.subarray(from, from + PIECE));
  } catch {
    return undefined;
  }
  return at < size || (kind === 'raw' && at > size) ? undefined : out;
}
