import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { formatWords, zipWords } from '../../../words/en/formats';
import { TEXT_CHUNK_BYTES, type Reading } from '../line';
import { FileRefused, refusalOf } from '../refused';
import { HEAD_BYTES, kindOf, type Contents, type Packing } from './magic';
import { zipLayer } from './zipEntry';

/** Bytes that were looked at and can still be read from their first. */
interface Layer {
  readonly head: Buffer;
  readonly bytes: AsyncIterable<Buffer>;
}

/** What a file is, told by its bytes. */
export interface Format {
  readonly contents: Contents;
  /** What it was unpacked from last; undefined: it stands in the file as it is. */
  readonly packing: Packing | undefined;
  /** The file of a zip that is read, by its path in it. */
  readonly entry: string | undefined;
}

/** A file's contents, unpacked. */
export interface Opened extends Format {
  readonly bytes: AsyncIterable<Buffer>;
  /** Lets the file go, read to its end or not. */
  readonly close: () => void;
}

/** A `.csv.gz` in a zip is as deep as files come. */
const MOST_PACKINGS = 2;

async function peeked(stream: Readable): Promise<Layer> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const taken: Buffer[] = [];
  for (let length = 0; length < HEAD_BYTES;) {
    const next = await chunks.next();
    if (next.done === true) break;
    taken.push(next.value);
    length += next.value.length;
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield* taken;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  return { head: Buffer.concat(taken).subarray(0, HEAD_BYTES), bytes: whole() };
}

/** A failure anywhere reaches whoever reads the last stream; the callback is there for `pipeline` to take. */
const toTheReader = (): void => undefined;

const gunzipped = (bytes: AsyncIterable<Buffer>): Readable =>
  pipeline(Readable.from(bytes, { objectMode: false }), createGunzip({ chunkSize: TEXT_CHUNK_BYTES }), toTheReader);

/** The title of an HTML page, or the code of an XML error, as it stands in the first bytes. */
const saidIn = (head: Buffer): string | undefined =>
  /<(title|code|message)[^>]*>\s*([^<]{1,80}?)\s*</i.exec(head.toString('utf8'))?.[2];

/**
 * A file's contents and what they are, by their bytes, unpacked from gzip and zip. Throws `FileRefused` for a format that is not
 * read, for a zip in which the market's minutes cannot be told, and for what cannot be opened or unpacked.
 */
export async function openedFile(path: string, reading: Reading): Promise<Opened> {
  let packing: Packing | undefined;
  let packings = 0;
  let entry: string | undefined;
  const streams: Readable[] = [];
  const close = (): void => {
    for (const stream of streams) stream.destroy();
  };
  const looked = async (stream: Readable): Promise<Layer> => {
    streams.push(stream);
    return peeked(stream);
  };
  try {
    let layer = await looked(createReadStream(path, { highWaterMark: TEXT_CHUNK_BYTES }));
    for (;;) {
      const kind = kindOf(layer.head);
      if (reading.entry !== undefined && packing === undefined && kind !== 'zip')
        throw new FileRefused(zipWords.noZip(path));
      if (kind === 'text' || kind === 'json' || kind === 'parquet' || kind === 'arrow')
        return { contents: kind, bytes: layer.bytes, close, packing, entry };
      if (kind !== 'gzip' && kind !== 'zip')
        throw new FileRefused(
          formatWords.foreign(path, kind, kind === 'html' || kind === 'xml' ? saidIn(layer.head) : undefined),
        );
      if (packings === MOST_PACKINGS) throw new FileRefused(formatWords.packedTwice(path));
      if (kind === 'zip' && packing !== undefined) throw new FileRefused(formatWords.innerZip(path));
      packings += 1;
      packing = kind;
      if (kind === 'zip') {
        const inner = await zipLayer(path, reading);
        entry = inner.entry;
        layer = await looked(inner.stream);
      } else layer = await looked(gunzipped(layer.bytes));
    }
  } catch (error) {
    close();
    throw refusalOf(error, path, packing);
  }
}

/** What a file is, without reading it further. Throws `FileRefused` as `openedFile` does. */
export async function formatOf(path: string, reading: Reading): Promise<Format> {
  const { contents, packing, entry, close } = await openedFile(path, reading);
  close();
  return { contents, packing, entry };
}
