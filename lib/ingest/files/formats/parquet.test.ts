import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { cellsIn, fileOf, refusalOf } from './testing/reading';

const HEADER = ['date', 'open', 'high', 'low', 'close', 'volume'];
const ROWS = [
  ['2025-10-10T21:20:00Z', '3.56', '3.594', '3.56', '3.594', '2425.45'],
  ['2025-10-10T21:21:00Z', '3.594', '3.6', '3.57', '3.58', '0.27000002'],
];

/** Two minutes as DuckDB writes them; `date`: the SQL of the time, of a text `t`. */
async function byDuckDb(options: string, date = 't::TIMESTAMPTZ', prices = 'DOUBLE'): Promise<string> {
  const path = fileOf('');
  const connection = await (await DuckDBInstance.create()).connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(
      `COPY (SELECT ${date} AS date, open::${prices} AS open, high::${prices} AS high, low::${prices} AS low, close::${prices} AS close, volume::${prices} AS volume
       FROM (VALUES ('2025-10-10 21:20:00+00', 3.56, 3.594, 3.56, 3.594, 2425.45), ('2025-10-10 21:21:00+00', 3.594, 3.6, 3.57, 3.58, 0.27000002)) AS v(t, open, high, low, close, volume))
       TO '${path}' (FORMAT parquet, ${options})`,
    );
  } finally {
    connection.closeSync();
  }
  return path;
}

describe('a Parquet file', () => {
  it.each(['snappy', 'zstd', 'gzip', 'lz4_raw', 'brotli', 'uncompressed'])(
    'is read as DuckDB writes it, packed with %s, though it is called .csv',
    async (codec) => {
      expect(await cellsIn(await byDuckDb(`COMPRESSION ${codec}`))).toEqual([HEADER, ...ROWS]);
    },
  );

  it.each([
    ['microseconds without a zone', 't::TIMESTAMPTZ::TIMESTAMP', '2025-10-10T21:20:00'],
    ['nanoseconds', '(t::TIMESTAMPTZ::TIMESTAMP)::TIMESTAMP_NS', '2025-10-10T21:20:00'],
    ['milliseconds', '(t::TIMESTAMPTZ::TIMESTAMP)::TIMESTAMP_MS', '2025-10-10T21:20:00'],
    ['whole numbers of milliseconds', 'epoch_ms(t::TIMESTAMPTZ)', '1760131200000'],
    ['whole numbers of microseconds', 'epoch_us(t::TIMESTAMPTZ)', '1760131200000000'],
    ['a day, which is no minute', 't::TIMESTAMPTZ::DATE', '2025-10-10'],
    ['a text', 't', '2025-10-10 21:20:00+00'],
  ])('keeps times in %s, and says a zone only where the file does', async (_, date, written) => {
    expect((await cellsIn(await byDuckDb('COMPRESSION snappy', date)))[1]?.[0]).toBe(written);
  });

  it('keeps decimals, and numbers of 32 bits in the digits they were written with', async () => {
    expect((await cellsIn(await byDuckDb('COMPRESSION zstd', 't', 'DECIMAL(18, 8)')))[2]?.slice(1)).toEqual([
      '3.59400000',
      '3.60000000',
      '3.57000000',
      '3.58000000',
      '0.27000002',
    ]);
    // 16 bytes; a double would make 3.593999999999999861 of it.
    expect((await cellsIn(await byDuckDb('COMPRESSION zstd', 't', 'DECIMAL(38, 18)')))[1]?.slice(1, 3)).toEqual([
      '3.560000000000000000',
      '3.594000000000000000',
    ]);
    expect((await cellsIn(await byDuckDb('COMPRESSION zstd', 't', 'DECIMAL(8, 3)')))[1]?.slice(1, 3)).toEqual([
      '3.560',
      '3.594',
    ]);
    expect((await cellsIn(await byDuckDb('COMPRESSION zstd', 't', 'FLOAT')))[1]?.slice(1)).toEqual(ROWS[0]?.slice(1));
  });

  it('is read row group by row group, and out of a gzip', async () => {
    const minutes = Array.from({ length: 10_000 }, (_, i) => i);
    const bytes = Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'open_time', data: minutes.map((i) => BigInt(1_760_131_200_000 + i * 60_000)), type: 'INT64' },
          { name: 'close', data: minutes.map((i) => 3 + i / 1_000), type: 'DOUBLE' },
        ],
        rowGroupSize: 3_000,
      }),
    );
    const rows = await cellsIn(fileOf(gzipSync(bytes)));
    expect(rows).toHaveLength(10_001);
    expect(rows.at(-1)).toEqual(['1760731140000', '12.999']);
  });

  it('is refused where it is cut off or damaged', async () => {
    const whole = readFileSync(await byDuckDb('COMPRESSION snappy'));
    expect(await refusalOf(fileOf(whole.subarray(0, whole.length - 100)))).toMatch(
      /^not a readable Parquet file \(.+\); fetch or write it again$/,
    );
  });
});
