import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CandleFileRow } from '../../domain/candleFile';
import type { Asset, Venue } from '../../domain/market';
import { minuteAt, plus } from '../../domain/minute';
import { writeCandleCsv, writeCandleParquet } from './candleFile';

const row = (at: number): CandleFileRow => ({
  market: { venue: 'okx' as Venue, base: 'ATOM' as Asset, quote: 'USDT', kind: 'spot' },
  source: 'rest',
  minute: plus(minuteAt(Date.UTC(2025, 9, 10, 21, 0)), at),
  candle: { open: 1, high: 2, low: 0.5, close: 1, baseVolume: 3, quoteVolume: NaN, trades: NaN },
});

/** Pieces of a thousand rows; fails after the last of them where `failure` says so. */
async function* pieces(count: number, failure?: Error): AsyncGenerator<readonly CandleFileRow[]> {
  for (let piece = 0; piece < count; piece += 1) {
    yield await Promise.resolve(Array.from({ length: 1_000 }, (_, i) => row(piece * 1_000 + i)));
  }
  if (failure !== undefined) throw failure;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-candle-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const WRITERS: readonly (readonly [string, (path: string, of: ReturnType<typeof pieces>) => Promise<number>])[] = [
  ['CSV', (path, of) => writeCandleCsv(path, of, { gzip: false })],
  ['CSV, compressed', (path, of) => writeCandleCsv(path, of, { gzip: true })],
  ['Parquet', writeCandleParquet],
];

describe.each(WRITERS)('candles as %s', (_, write) => {
  it('come to the number of rows', async () => {
    expect(await write(join(folder, 'a'), pieces(3))).toBe(3_000);
  });

  it('reject where the folder does not exist', async () => {
    await expect(write(join(folder, 'missing', 'a'), pieces(3))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.runIf(existsSync('/dev/full'))('reject where the disk is full', async () => {
    await expect(write('/dev/full', pieces(300))).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  it('reject where their reading fails in the middle', async () => {
    await expect(write(join(folder, 'a'), pieces(3, new Error('the database stopped')))).rejects.toThrow(
      'the database stopped',
    );
  });
});

it('a compressed file holds what the plain one holds', async () => {
  await writeCandleCsv(join(folder, 'a.csv'), pieces(2), { gzip: false });
  await writeCandleCsv(join(folder, 'a.csv.gz'), pieces(2), { gzip: true });
  expect(gunzipSync(readFileSync(join(folder, 'a.csv.gz')))).toEqual(readFileSync(join(folder, 'a.csv')));
});
