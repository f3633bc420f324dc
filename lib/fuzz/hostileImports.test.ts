import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import type { Market } from '../domain/market';
import { Damaged, packedLines } from '../ingest/archive/lines';
import { FEATHER } from '../ingest/files/formats/testing/pyarrow';
import { importFile } from '../ingest/files/importFile';
import { memoryLedger } from '../ingest/testing/memoryLedger';
import { zipOf } from '../sealed/testing/zipOf';
import { TABLES, TEXTS } from './testing/importedFiles';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-hostile-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const ATOM: Market = {
  venue: 'coinbase' as Market['venue'],
  base: 'ATOM' as Market['base'],
  quote: 'USD',
  kind: 'spot',
};

async function importedFrom(content: string | Uint8Array): ReturnType<typeof importFile> {
  const file = path.join(folder, 'file.csv');
  writeFileSync(file, content);
  return importFile(file, {
    market: ATOM,
    source: 'file',
    ledger: memoryLedger(),
    now: () => Date.UTC(2026, 5, 1),
  });
}

async function outcomeOf(content: string | Uint8Array): Promise<string> {
  const found = await importedFrom(content);
  return found.ok ? found.value.summary : found.error;
}

const CANDLES = TEXTS['candles'] ?? '';
const TRADES = TEXTS['trades'] ?? '';
const [TRADES_HEAD = ''] = TRADES.split('\n');
const trade = (i: number, price: string, amount = '0.27'): string =>
  `${String(100 + i)},${String(Date.UTC(2025, 9, 10, 21, 20 + i))},${price},${amount},buy`;

/** A Feather file whose first batch says that its body has another length. */
function feather(body: (head: number) => bigint): Buffer {
  const file = Buffer.from(FEATHER.lz4, 'base64');
  const batch = 8 + 8 + file.readInt32LE(12);
  const head = 8 + file.readInt32LE(batch + 4);
  const was = Buffer.alloc(8);
  was.writeBigInt64LE(288n);
  file.writeBigInt64LE(body(head), file.indexOf(was, batch));
  return file;
}

/** A Parquet file with a byte changed in the head of its first page. */
function page(at: number, byte: number): Uint8Array {
  const file = Uint8Array.from(TABLES[1] ?? []);
  file[at] = byte;
  return file;
}

// Each was a crash, or took memory or time without a bound.
describe('a hostile file is refused in one line', () => {
  it.each<readonly [string, () => string | Uint8Array, string]>([
    ['a line of 100 MB', () => Buffer.alloc(100_000_000, '1'), 'longer than'],
    ['the same packed into 100 KB', () => gzipSync(Buffer.alloc(100_000_000, '1')), 'longer than'],
    ['a JSON text of 100 MB', () => `["${'a'.repeat(100_000_000)}"]`, 'memory'],
    [
      'a JSON row of 30 MB, packed: joined once, not with each of two thousand pieces',
      () => gzipSync(`[["${'a'.repeat(30_000_000)}"]]`),
      'JSON',
    ],
    ['JSON in a million brackets', () => '['.repeat(1_000_000), 'JSON'],
    ['columns that are a decimal of −2³¹ places', () => parquetOf(-(2 ** 31)), 'Parquet'],
    ['columns that are a decimal of 2³¹ places', () => parquetOf(2 ** 31 - 1), 'Parquet'],
    ['a page that does not say how long it is', () => page(8, 0x64), 'Parquet'],
    ['a page that does not say how many rows it has', () => page(15, 0x0c), 'Parquet'],
    ['a batch that ends where it begins', () => feather((head) => -BigInt(head)), 'Arrow'],
    ['a batch that ends before the file', () => feather(() => -(2n ** 62n)), 'Arrow'],
    ['a batch of 2⁶² bytes', () => feather(() => 2n ** 62n), 'Arrow'],
    [
      'a zip of ten thousand files',
      () => zipOf(Array.from({ length: 10_000 }, (_, i) => ({ name: `${String(i)}.csv` }))),
      'holds 10000 files',
    ],
    [
      'a zip whose file is called a sequence of a terminal',
      () => zipOf(['\u001b[2J', '\u001b]0;x\u0007'].map((name) => ({ name }))),
      'U+001B',
    ],
    ['times before 1970', () => CANDLES.replaceAll(/^\d{13}/gm, '0025-10-10T21:20:00Z'), 'file.csv'],
  ])('%s', async (_, content, said) => {
    const outcome = await outcomeOf(content());
    expect(outcome).toContain(said);
    expect(outcome.length).toBeLessThan(2_000);
  });
});

describe('a hostile row is set aside', () => {
  it.each([
    ['a number of a million digits', `1.${'0'.repeat(900_000)}1`],
    ['a number that only a program reads', '0x10'],
    ['an exponent of a billion', '1e-999999999'],
    ['an exponent that no number has', '1e999999999'],
  ])('of trades, with %s', async (_, hostile) => {
    const rows = [
      trade(0, '3.5'),
      trade(1, '3.5'),
      trade(2, hostile),
      trade(3, '3.5', hostile),
      trade(4, '3.5'),
      trade(5, '3.5'),
    ];
    expect(await importedFrom([TRADES_HEAD, ...rows].join('\n'))).toMatchObject({
      ok: true,
      value: { rows: 6, quarantined: 2 },
    });
  });
});

describe('a hostile file of an archive', () => {
  it('is damaged where a line of it has no end', async () => {
    const file = path.join(folder, 'a.gz');
    writeFileSync(file, gzipSync(Buffer.alloc(100_000_000, '1')));
    await expect(async () => {
      for await (const lines of packedLines(file, { packed: 'gzip' })) expect(lines).toEqual([]);
    }).rejects.toBeInstanceOf(Damaged);
  });
});

/** Two columns of whole numbers that are said to be decimals of so many places. */
function parquetOf(scale: number): Uint8Array {
  const names = ['timestamp', 'open', 'high', 'low', 'close', 'volume'];
  const written = Buffer.from(
    parquetWriteBuffer({
      columnData: names.map((name) => ({ name, data: [1n, 2n, 3n] })),
      schema: [
        { name: 'root', num_children: names.length },
        ...names.map((name) => ({
          name,
          type: 'INT64' as const,
          repetition_type: 'REQUIRED' as const,
          converted_type: 'DECIMAL' as const,
          scale,
          precision: 18,
        })),
      ],
    }),
  );
  return written;
}
