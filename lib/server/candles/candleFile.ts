import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { finished } from 'node:stream/promises';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { CANDLE_FILE_COLUMNS, CANDLE_FILE_HEADER, candleFileLine, type KeptMinute } from '../../domain/candleFile';
import { epochMs } from '../../domain/minute';

/** Written beside the file and put in its place at the end: a cut-off export never looks like a whole one. */
const partOf = (file: string): string => `${file}.part`;

/** Writes rows as CSV, gzip where the name ends in .gz; comes to the number of rows. */
export async function writeCandleCsv(file: string, pieces: AsyncIterable<readonly KeptMinute[]>): Promise<number> {
  const target = createWriteStream(partOf(file));
  const gzip = file.toLowerCase().endsWith('.gz') ? createGzip() : undefined;
  gzip?.pipe(target);
  const stream = gzip ?? target;
  let rows = 0;
  try {
    stream.write(`${CANDLE_FILE_HEADER}\n`);
    for await (const piece of pieces) {
      rows += piece.length;
      if (!stream.write(`${piece.map(candleFileLine).join('\n')}\n`)) await once(stream, 'drain');
    }
    stream.end();
    await finished(target);
    await rename(partOf(file), file);
    return rows;
  } catch (failure) {
    target.destroy();
    await rm(partOf(file), { force: true });
    throw failure;
  }
}

const NUMBERS = ['open', 'high', 'low', 'close', 'baseVolume', 'quoteVolume', 'trades'] as const;

/** Writes rows as Parquet: texts, a UTC timestamp, doubles with nulls; a row group a piece. Comes to the number of rows. */
export async function writeCandleParquet(file: string, pieces: AsyncIterable<readonly KeptMinute[]>): Promise<number> {
  const part = partOf(file);
  const [venue, base, quote, kind, source, minute, ...numbers] = CANDLE_FILE_COLUMNS;
  const text = [venue, base, quote, kind, source].map((name) => ({
    name,
    type: 'BYTE_ARRAY' as const,
    converted_type: 'UTF8' as const,
    repetition_type: 'REQUIRED' as const,
  }));
  const writer = new ParquetWriter({
    writer: fileWriter(part),
    schema: [
      { name: 'candles', num_children: CANDLE_FILE_COLUMNS.length },
      ...text,
      { name: minute, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'REQUIRED' },
      ...numbers.map((name) => ({ name, type: 'DOUBLE' as const, repetition_type: 'OPTIONAL' as const })),
    ],
  });
  let rows = 0;
  try {
    for await (const piece of pieces) {
      rows += piece.length;
      await writer.write({
        columnData: [
          { name: venue, data: piece.map(({ market }) => market.venue) },
          { name: base, data: piece.map(({ market }) => market.base) },
          { name: quote, data: piece.map(({ market }) => market.quote) },
          { name: kind, data: piece.map(({ market }) => market.kind) },
          { name: source, data: piece.map((row) => row.source) },
          { name: minute, data: piece.map((row) => new Date(epochMs(row.minute))) },
          ...numbers.map((name, i) => ({
            name,
            data: piece.map(({ candle }) => nullable(candle?.[NUMBERS[i] ?? 'open'])),
          })),
        ],
        rowGroupSize: piece.length,
      });
    }
    await writer.finish();
    await rename(part, file);
    return rows;
  } catch (failure) {
    await rm(part, { force: true });
    throw failure;
  }
}

const nullable = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;
