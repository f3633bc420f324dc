import { pipeline, Transform, type Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { open, type Entry, type ZipFile } from 'yauzl';
import { archiveWords } from '../../words/en/archive';
import { openingWords } from '../../words/en/files';

/** A zip that does not hold one whole file; the message is the cause alone. */
export class BadZip extends Error {}

async function opened(path: string): Promise<ZipFile> {
  return new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The only file of a zip, or the one of a name, in whatever folder. Rejects where there is none. */
async function entryIn(zip: ZipFile, name: string | undefined): Promise<Entry> {
  if (name === undefined && zip.entryCount > 1) throw new BadZip(openingWords.manyEntries(zip.entryCount));
  return new Promise<Entry>((resolve, reject) => {
    zip
      .on('entry', (entry: Entry) => {
        if (name === undefined || baseName(entry.fileName) === name) resolve(entry);
        else zip.readEntry();
      })
      .once('error', reject)
      .once('end', () => {
        reject(new BadZip(name === undefined ? openingWords.noEntry : archiveWords.noEntry(name)));
      });
    zip.readEntry();
  });
}

const contentOf = async (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(error);
    });
  });

/** Passes bytes on and fails at their end where their CRC-32 is not the one the zip names: yauzl compares lengths alone. */
export function crcChecked(wanted: number): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === wanted ? null : new BadZip(openingWords.damagedEntry));
    },
  });
}

/**
 * A file in a zip, unpacked as a stream, never the whole in memory: the one called `name`, or without a name the only one. Rejects
 * where the zip cannot be opened or holds no such file; the stream fails where its contents are cut off or damaged, at its end
 * at the latest.
 */
export async function unzipped(path: string, name?: string): Promise<Readable> {
  const zip = await opened(path);
  try {
    const entry = await entryIn(zip, name);
    // Whatever breaks, the last stream fails with it: whoever reads on never waits for what will not come.
    return pipeline(await contentOf(zip, entry), crcChecked(entry.crc32), () => {
      zip.close();
    });
  } catch (error) {
    zip.close();
    throw error;
  }
}
