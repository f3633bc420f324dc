import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { failureText } from '../../domain/failure';
import { LONGEST_LINE, TEXT_CHUNK_BYTES } from '../files/line';
import type { Line } from '../files/lines';
import { archiveWords } from '../../words/en/archive';
import { unzipped } from './zip';

/** A file of an archive that cannot be unpacked: cut off or damaged on its way, or published so. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** How the lines of a file are got at. */
export interface Packed {
  readonly packed: 'zip' | 'gzip';
  /** Of a zip with several files the one that is read; undefined: it holds one. */
  readonly entry?: string | undefined;
}

/** More bytes at once make fewer turns; a month of the largest market is hundreds of megabytes. */
const CHUNK_BYTES = 1 << 18;

async function bytesOf(path: string, { packed, entry }: Packed): Promise<Readable> {
  if (packed === 'zip') return unzipped(path, entry);
  // Its errors reach whoever reads the stream.
  return pipeline(
    createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    createGunzip({ chunkSize: TEXT_CHUNK_BYTES }),
    () => undefined,
  );
}

/**
 * The lines of a packed file in chunks, never the whole in memory; empty ones are left out but counted, from 1. Bytes
 * that are no UTF-8 become U+FFFD: OKX's older header lines hold Chinese in another encoding. Throws `Damaged`.
 */
export async function* packedLines(path: string, packed: Packed): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  let bytes: Readable | undefined;
  try {
    bytes = await bytesOf(path, packed);
    for await (const chunk of bytes) {
      const texts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = texts.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new Damaged(archiveWords.longLine(number + texts.length + 1));
      const lines: Line[] = [];
      for (const whole of texts) {
        number += 1;
        const text = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
        if (text !== '') lines.push({ number, text });
      }
      yield lines;
    }
    const last = (rest + decoder.decode()).replace(/\r$/, '');
    if (last !== '') yield [{ number: number + 1, text: last }];
  } catch (error) {
    if (error instanceof Damaged) throw error;
    throw new Damaged(failureText(error), { cause: error });
  } finally {
    bytes?.destroy();
  }
}
