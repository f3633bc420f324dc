import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Files of a bundle by their names. */
export type Files = ReadonlyMap<string, Buffer>;

/** A file has the time of nobody's click: the first that the format can write, in whatever zone it is read. */
const NO_TIME = new Date(1980, 0, 1);
const MODE = 0o100644;
/** Packed already. */
const isPacked = (name: string): boolean => name.endsWith('.png');

/** Files as a zip, in their order; the same bytes for the same files. */
export async function zipOf(files: Files): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const [name, content] of files)
    zip.addBuffer(content, name, { mtime: NO_TIME, forceDosTimestamp: true, mode: MODE, compress: !isPacked(name) });
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}
