import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { CANDLE_FILE_COLUMNS, CANDLE_FILE_HEADER, candleFileLine, type CandleFileRow } from '../../domain/candleFile';
import { epochMs } from '../../domain/minute';

/** Writes rows as CSV, compressed where `gzip` says so; comes to the number of rows. A failing disk or reader of rows rejects. */
export async function writeCandleCsv(
  path: string,
  pieces: AsyncIterable<readonly CandleFileRow[]>,
  { gzip }: { readonly gzip: boolean },
): Promise<number> {
  let rows = 0;
  async function* text(): AsyncGenerator<string> {
    yield `${CANDLE_FILE_HEADER}\n`;
    for await (const piece of pieces) {
      rows += piece.length;
      yield `${piece.map(candleFileLine).join('\n')}\n`;
    }
  }
  const file = createWriteStream(path);
  await (gzip ? pipeline(text, createGzip(), file) : pipeline(text, file));
  return rows;
}

const NUMBERS = ['open', 'high', 'low', 'close', 'baseVolume', 'quoteVolume', 'trades'] as const;

/** Writes rows as Parquet: texts, a UTC timestamp, doubles with nulls; a row group a piece. Comes to the number of rows. */
export async function writeCandleParquet(
  path: string,
  pieces: AsyncIterable<readonly CandleFileRow[]>,
): Promise<number> {
  const [venue, base, quote, kind, source, minute, ...numbers] = CANDLE_FILE_COLUMNS;
  const text = [venue, base, quote, kind, source].map((name) => ({
    name,
    type: 'BYTE_ARRAY' as const,
    converted_type: 'UTF8' as const,
    repetition_type: 'REQUIRED' as const,
  }));
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: 'candles', num_children: CANDLE_FILE_COLUMNS.length },
      ...text,
      { name: minute, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'REQUIRED' },
      ...numbers.map((name) => ({ name, type: 'DOUBLE' as const, repetition_type: 'OPTIONAL' as const })),
    ],
  });
  let rows = 0;
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
  return rows;
}

const nullable = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;
