import { Transform, type Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { open, type Entry, type ZipFile } from 'yauzl';
import { openingWords } from '../../words/en/files';

/** A zip that does not hold one whole file; the message is the cause alone. */
export class BadZip extends Error {}

async function opened(path: string): Promise<ZipFile> {
  return new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

const entryIn = async (zip: ZipFile): Promise<Entry> =>
  new Promise<Entry>((resolve, reject) => {
    zip
      .once('entry', resolve)
      .once('error', reject)
      .once('end', () => {
        reject(new BadZip(openingWords.noEntry));
      });
    zip.readEntry();
  });

const contentOf = async (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(error);
    });
  });

/** Passes bytes on and fails at their end where their CRC-32 is not the one the zip names: yauzl compares lengths alone. */
function crcChecked(wanted: number): Transform {
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
 * The one file in a zip, unpacked as a stream, never the whole in memory. Rejects where the zip cannot be opened or holds
 * several files; the stream fails where its contents are cut off or damaged, at its end at the latest.
 */
export async function unzipped(path: string): Promise<Readable> {
  const zip = await opened(path);
  if (zip.entryCount > 1) {
    zip.close();
    throw new BadZip(openingWords.manyEntries(zip.entryCount));
  }
  const entry = await entryIn(zip);
  const content = await contentOf(zip, entry);
  const checked = crcChecked(entry.crc32);
  content.once('error', (error) => checked.destroy(error));
  checked.once('close', () => content.destroy());
  return content.pipe(checked);
}
