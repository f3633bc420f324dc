import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type ParquetParsers,
  type RowGroup,
  type SchemaElement,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { failureText } from '../../../domain/failure';
import { formatWords } from '../../../words/en/formats';
import type { Line } from '../line';
import { FileRefused } from '../refused';
import { assertFits, MEGABYTE, MOST_MEGABYTES, type ByteSource } from './byteSource';
import { cellText, decimalText, instantText } from './cellText';
import { checkPages } from './parquetPages';
import { headerLine, rowLines } from './tableRows';

/** Nanoseconds, whatever unit the column counts in: the date and its text are made of them alone. */
const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value) => value * 1_000_000n,
  timestampFromMicroseconds: (value) => value * 1_000n,
  timestampFromNanoseconds: (value) => value,
  dateFromDays: (days) => new Date(days * 86_400_000).toISOString().slice(0, 10),
  jsonFromBytes: (bytes) => new TextDecoder().decode(bytes),
};

/** Decimals are whole numbers of 10^-scale, in 4 or 8 bytes, or in as many as they need, the highest first, signed. */
const isDecimal = ({ logical_type: logical, converted_type: converted, type }: SchemaElement): boolean =>
  (converted === 'DECIMAL' || logical?.type === 'DECIMAL') && type !== 'BYTE_ARRAY';

function wholeOf(bytes: Uint8Array): bigint {
  const value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** The reader would multiply a decimal by a power of ten in doubles: without its mark it gives the whole number. */
const unmarked = (element: SchemaElement): SchemaElement => {
  if (!isDecimal(element)) return element;
  const { logical_type: _logical, converted_type: _converted, ...plain } = element;
  return plain;
};

/**
 * How a column's values become cells. A time is UTC where the column says so (`isAdjustedToUTC`), and in the older marks of
 * milliseconds and microseconds, which the format defines to be UTC; a 96-bit time has no such promise.
 */
function textOf(element: SchemaElement): (value: unknown) => string {
  const { logical_type: logical, converted_type: converted, type, scale = 0 } = element;
  const isTime = logical?.type === 'TIMESTAMP' || converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS';
  if (isTime || type === 'INT96') {
    const zoned = logical?.type === 'TIMESTAMP' ? logical.isAdjustedToUTC : isTime;
    return (value) => (typeof value === 'bigint' ? instantText(value, zoned) : cellText(value));
  }
  if (isDecimal(element))
    return (value) =>
      value instanceof Uint8Array
        ? decimalText(wholeOf(value), scale)
        : typeof value === 'bigint' || Number.isInteger(value)
          ? decimalText(BigInt(value as bigint | number), scale)
          : cellText(value);
  return (value) => cellText(value, type === 'FLOAT');
}

/** Checks the pages of a group's columns, as far as they are in the file. */
async function checkGroup(
  source: ByteSource,
  { columns, num_rows: rows }: RowGroup,
  isFlat: (name: string | undefined) => boolean,
): Promise<void> {
  const bytes = MOST_MEGABYTES * MEGABYTE;
  for (const { meta_data: column } of columns) {
    if (column === undefined) continue;
    const { dictionary_page_offset: dictionary, data_page_offset: data } = column;
    const from = Number(dictionary === undefined || dictionary === 0n ? data : dictionary);
    const pages = await source.slice(from, from + Number(column.total_compressed_size));
    // Of lists there are more values than rows: they are read to their end.
    checkPages(pages, isFlat(column.path_in_schema[0]) ? Number(rows) : Infinity, { bytes, values: bytes / 8 });
  }
}

/** The rows of a Parquet file, one row group in memory at a time. Throws `FileRefused`. */
export async function* parquetLines(path: string, source: ByteSource): AsyncGenerator<readonly Line[]> {
  try {
    const written = await parquetMetadataAsync(source);
    const fields = parquetSchema(written).children;
    const metadata = { ...written, schema: written.schema.map(unmarked) };
    const names = fields.map(({ element }) => element.name);
    const flat = new Set(
      fields.flatMap(({ element, children }) =>
        children.length === 0 && element.repetition_type !== 'REPEATED' ? [element.name] : [],
      ),
    );
    const texts = fields.map(({ element }) => textOf(element));
    yield [headerLine(names)];
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      assertFits(path, 'group', Number(group.total_byte_size));
      // Eight bytes a value, whatever a file says of itself.
      assertFits(path, 'group', Number(group.num_rows) * fields.length * 8);
      await checkGroup(source, group, (name) => flat.has(name ?? ''));
      const rowEnd = rowStart + Number(group.num_rows);
      const rows: unknown[][] = [];
      await parquetRead({
        file: source,
        metadata,
        rowStart,
        rowEnd,
        compressors,
        parsers: PARSERS,
        onComplete: (read) => {
          for (const row of read) rows.push(row);
        },
      });
      const columns = texts.map((text, column) => (row: number) => text(rows[row]?.[column]));
      yield* rowLines(rows.length, columns, rowStart + 1);
      rowStart = rowEnd;
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(formatWords.broken(path, 'parquet', failureText(error)));
  } finally {
    await source.close();
  }
}
