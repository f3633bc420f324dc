import { open } from 'node:fs/promises';
import { formatWords } from '../../../words/en/formats';
import { FileRefused } from '../refused';
import type { Opened } from './opened';

/** Bytes on demand, of a format that is not read from its first byte to its last. */
export interface ByteSource {
  readonly byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
  close(): Promise<void>;
}

export const MEGABYTE = 1_048_576;
/** What is in memory at once of a file that is packed, or is one piece. */
export const MOST_MEGABYTES = 512;

/** The bytes of a file that is not packed stay on disk; packed, they are unpacked into memory, up to a bound. Throws `FileRefused`. */
export async function sourceOf(path: string, { bytes, packing, close }: Opened): Promise<ByteSource> {
  if (packing === undefined) {
    close();
    const file = await open(path);
    const { size } = await file.stat();
    return {
      byteLength: size,
      slice: async (start, end = size) => {
        const buffer = new ArrayBuffer(Math.max(0, Math.min(end, size) - start));
        await file.read(new Uint8Array(buffer), 0, buffer.byteLength, start);
        return buffer;
      },
      close: () => file.close(),
    };
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > MOST_MEGABYTES * MEGABYTE)
      throw new FileRefused(formatWords.tooLarge(path, 'unpacked', MOST_MEGABYTES));
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return {
    byteLength: length,
    slice: (start, end = length) => Promise.resolve(whole.buffer.slice(start, end)),
    close: () => Promise.resolve(),
  };
}

/** Throws `FileRefused` for a piece that is read at once and would not fit. */
export function assertFits(
  path: string,
  what: Parameters<typeof formatWords.tooLarge>[1],
  bytes: number,
  megabytes = MOST_MEGABYTES,
): void {
  if (bytes > megabytes * MEGABYTE) throw new FileRefused(formatWords.tooLarge(path, what, megabytes));
}
