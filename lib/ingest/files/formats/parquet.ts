import { parquetMetadataAsync, parquetRead, parquetSchema, type ParquetParsers, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { formatWords } from '../../../words/en/formats';
import type { Line } from '../line';
import { FileRefused } from '../refused';
import { assertFits, type ByteSource } from './byteSource';
import { cellText, instantText } from './cellText';
import { headerLine, rowLines } from './tableRows';

/** Nanoseconds, whatever unit the column counts in: the date and its text are made of them alone. */
const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value) => value * 1_000_000n,
  timestampFromMicroseconds: (value) => value * 1_000n,
  timestampFromNanoseconds: (value) => value,
  dateFromDays: (days) => new Date(days * 86_400_000).toISOString().slice(0, 10),
  jsonFromBytes: (bytes) => new TextDecoder().decode(bytes),
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
  // The reader multiplies by a power of ten in doubles; the column's own scale says how many decimals are written.
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL')
    return (value) => (typeof value === 'number' ? value.toFixed(scale) : cellText(value));
  return (value) => cellText(value, type === 'FLOAT');
}

/** The rows of a Parquet file, one row group in memory at a time. Throws `FileRefused`. */
export async function* parquetLines(path: string, source: ByteSource): AsyncGenerator<readonly Line[]> {
  try {
    const metadata = await parquetMetadataAsync(source);
    const fields = parquetSchema(metadata).children;
    const names = fields.map(({ element }) => element.name);
    const texts = fields.map(({ element }) => textOf(element));
    yield [headerLine(names)];
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      assertFits(path, 'group', Number(group.total_byte_size));
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
    throw new FileRefused(formatWords.broken(path, 'parquet', error instanceof Error ? error.message : String(error)));
  } finally {
    await source.close();
  }
}
