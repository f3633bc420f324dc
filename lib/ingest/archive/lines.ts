import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { open, type Entry, type ZipFile } from 'yauzl';

/** A file of an archive that cannot be unpacked: cut off or damaged on its way, or published so. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** The one entry of a zip, unpacked as a stream. */
async function entryOf(path: string): Promise<{ readonly zip: ZipFile; readonly stream: Readable }> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: true }, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
  });
  const entry = await new Promise<Entry>((resolve, reject) => {
    zip.once('entry', resolve).once('error', reject).once('end', () => {
      reject(new Error('it holds no file'));
    });
    zip.readEntry();
  });
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
  });
  return { zip, stream };
}

/** The lines of a packed file, one after the other, never the whole in memory. Throws `Damaged`. */
export async function* packedLines(path: string, packed: 'zip' | 'gzip'): AsyncGenerator<string> {
  try {
    const stream = packed === 'zip' ? (await entryOf(path)).stream : createReadStream(path).pipe(createGunzip());
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
