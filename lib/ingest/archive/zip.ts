import { Transform, type Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { open, type Entry, type ZipFile } from 'yauzl';

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
        reject(new Error('it holds no file'));
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
function held(wanted: number): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === wanted ? null : new Error('its contents are damaged: they do not have the CRC-32 it names'));
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
    throw new Error(`it holds ${String(zip.entryCount)} files instead of one`);
  }
  const entry = await entryIn(zip);
  const content = await contentOf(zip, entry);
  const checked = held(entry.crc32);
  content.once('error', (error) => checked.destroy(error));
  checked.once('close', () => content.destroy());
  return content.pipe(checked);
}
