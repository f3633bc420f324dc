import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { unzipped } from './zip';

/** A file of an archive that cannot be unpacked: cut off or damaged on its way, or published so. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** The lines of a packed file, one after the other, never the whole in memory. Throws `Damaged`. */
export async function* packedLines(path: string, packed: 'zip' | 'gzip'): AsyncGenerator<string> {
  try {
    const stream = packed === 'zip' ? await unzipped(path) : createReadStream(path).pipe(createGunzip());
    let broken: Error | undefined;
    stream.once('error', (error: Error) => {
      broken = error;
    });
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) if (line !== '') yield line;
    if (broken !== undefined) throw broken;
  } catch (error) {
    throw new Damaged(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
