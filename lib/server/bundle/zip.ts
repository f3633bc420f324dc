import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Files of a bundle by their names. */
export type Files = ReadonlyMap<string, Buffer>;

/** A file has the time of nobody's click: the first that the format can write, in whatever zone it is read. */
const NO_TIME = new Date(1980, 0, 1);
const MODE = 0o100644;
/** Packed already. */
const isPacked = (name: string): boolean => name.endsWith('.png');

/** A zip that is filled file by file; each is packed as it comes, so that no more than one is held as it was. The same bytes for the same files. */
export class ZipWriter {
  readonly #zip = new ZipFile();

  add(name: string, content: Buffer): void {
    this.#zip.addBuffer(content, name, {
      mtime: NO_TIME,
      forceDosTimestamp: true,
      mode: MODE,
      compress: !isPacked(name),
    });
  }

  /** Ends it. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    this.#zip.end();
    return new Uint8Array(await buffer(this.#zip.outputStream));
  }
}

/** Files as a zip, in their order. */
export function zipOf(files: Files): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter();
  for (const [name, content] of files) zip.add(name, content);
  return zip.bytes();
}
