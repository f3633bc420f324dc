import { CompressionType, setCompressionCodec, tableFromIPC, Type, type DataType, type Table } from '@uwdata/flechette';
import { decompressZstd } from 'hyparquet-compressors';
import { failureText } from '../../../domain/failure';
import { brokenWords, formatWords } from '../../../words/en/formats';
import type { Line } from '../line';
import { FileRefused } from '../refused';
import { assertFits, MEGABYTE, MOST_MEGABYTES, type ByteSource } from './byteSource';
import { cellText, decimalText, instantText } from './cellText';
import { unpackLz4Frame } from './lz4';
import { headerLine, rowLines } from './tableRows';

class Broken extends Error {}

const notWritten = (): never => {
  throw new Error('nothing is written here');
};
/** A buffer says itself to how much it unpacks. */
function fitting(length: number): number {
  if (length > MOST_MEGABYTES * MEGABYTE) throw new Broken(brokenWords.tooLong);
  return length;
}
setCompressionCodec(CompressionType.LZ4_FRAME, {
  decode: (bytes, length) => unpackLz4Frame(bytes, fitting(length)),
  encode: notWritten,
});
setCompressionCodec(CompressionType.ZSTD, {
  decode: (bytes, length) => decompressZstd(bytes, new Uint8Array(fitting(length))),
  encode: notWritten,
});

const MAGIC = 'ARROW1';
const SCHEMA = 1;
const DICTIONARY = 2;
const RECORDS = 3;

interface Message {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  readonly body: number;
}

/** A field of a message's table, by its number: where it stands, or undefined where it is left out. */
function fieldAt(view: DataView, number: number): number | undefined {
  const table = view.getUint32(0, true);
  const fields = table - view.getInt32(table, true);
  const slot = 4 + 2 * number;
  const offset = slot < view.getUint16(fields, true) ? view.getUint16(fields + slot, true) : 0;
  return offset === 0 ? undefined : table + offset;
}

/**
 * The message at a place of the file, by its own head: its kind and how long it is; undefined at the end. Its table (Message.fbs of
 * Arrow): version, kind, header, length of the body. A head before Arrow 0.15 is its length alone, a later one −1 and its length.
 */
async function messageAt(source: ByteSource, start: number): Promise<Message | undefined> {
  if (start + 8 > source.byteLength) return undefined;
  const begins = new DataView(await source.slice(start, start + 8));
  const isOld = begins.getInt32(0, true) !== -1;
  const length = begins.getInt32(isOld ? 0 : 4, true);
  if (length === 0) return undefined;
  const head = start + (isOld ? 4 : 8);
  if (length < 0 || head + length > source.byteLength) throw new Broken(brokenWords.cutOff);
  const view = new DataView(await source.slice(head, head + length));
  const [kindAt, bodyAt] = [fieldAt(view, 1), fieldAt(view, 3)];
  const body = bodyAt === undefined ? 0 : Number(view.getBigInt64(bodyAt, true));
  const end = head + length + body;
  // A length below zero would lead back, and round for ever.
  if (body < 0 || end > source.byteLength) throw new Broken(brokenWords.cutOff);
  return { kind: kindAt === undefined ? 0 : view.getUint8(kindAt), start, end, body };
}

/** Of one batch: as many times of eight bytes as are in memory at once. */
const MOST_ROWS = (MOST_MEGABYTES * MEGABYTE) / 8;

const SINGLE = 1;
const MS_PER_DAY = 86_400_000;

/** How a column's values become cells. A time with a zone is UTC whatever the zone (Arrow's Schema.fbs); without, it names none. */
function textOf(type: DataType): (value: unknown) => string {
  switch (type.typeId) {
    case Type.Timestamp: {
      // Units: seconds 0, milliseconds 1, microseconds 2, nanoseconds 3.
      const scale = 10n ** BigInt(9 - 3 * type.unit);
      const zoned = (type.timezone ?? '') !== '';
      return (value) => (typeof value === 'bigint' ? instantText(value * scale, zoned) : cellText(value));
    }
    case Type.Decimal:
      return (value) =>
        typeof value === 'bigint' || typeof value === 'number'
          ? decimalText(BigInt(value), type.scale)
          : cellText(value);
    case Type.Date:
      return (value) =>
        typeof value === 'number' && value % MS_PER_DAY === 0
          ? new Date(value).toISOString().slice(0, 10)
          : cellText(value);
    case Type.Float:
      return (value) => cellText(value, type.precision === SINGLE);
    case Type.Dictionary:
      return textOf(type.dictionary);
    default:
      return (value) => cellText(value);
  }
}

async function* tables(path: string, source: ByteSource): AsyncGenerator<Table> {
  const begins = Buffer.from(await source.slice(0, MAGIC.length)).toString('latin1');
  const isFile = begins === MAGIC;
  if (isFile && Buffer.from(await source.slice(source.byteLength - MAGIC.length)).toString('latin1') !== MAGIC)
    throw new Broken(brokenWords.cutOff);
  const before: Uint8Array[] = [];
  const bytesOf = async ({ start, end }: Message): Promise<Uint8Array> =>
    new Uint8Array(await source.slice(start, end));
  for (let at = isFile ? 8 : 0; ;) {
    const message = await messageAt(source, at);
    if (message === undefined) return;
    assertFits(path, 'batch', message.body);
    if (message.kind === SCHEMA || message.kind === DICTIONARY) before.push(await bytesOf(message));
    else if (message.kind === RECORDS)
      yield tableFromIPC([...before, await bytesOf(message)], {
        useBigInt: true,
        useBigIntTimestamp: true,
        useDecimalInt: true,
      });
    else throw new Broken(brokenWords.message(message.kind));
    at = message.end;
  }
}

/** The rows of an Arrow file (Feather version 2) or stream, one record batch in memory at a time. Throws `FileRefused`. */
export async function* arrowLines(path: string, source: ByteSource): AsyncGenerator<readonly Line[]> {
  try {
    let rows = 0;
    for await (const table of tables(path, source)) {
      const { fields } = table.schema;
      if (table.numRows > MOST_ROWS) throw new Broken(brokenWords.rows(table.numRows));
      if (rows === 0) yield [headerLine(fields.map(({ name }) => name))];
      const columns = fields.map(({ type }, i) => {
        const [text, column] = [textOf(type), table.getChildAt(i)];
        return (row: number) => text(column.at(row));
      });
      yield* rowLines(table.numRows, columns, rows + 1);
      rows += table.numRows;
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(formatWords.broken(path, 'arrow', failureText(error)));
  } finally {
    await source.close();
  }
}
