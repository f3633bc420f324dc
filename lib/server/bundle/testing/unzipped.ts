import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** The files of a zip, by name, as another program reads them. */
export async function unzipped(zip: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const opened = await yauzl.fromBufferPromise(Buffer.from(zip));
  const files = new Map<string, Buffer>();
  for await (const entry of opened.eachEntry())
    files.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)));
  return files;
}
