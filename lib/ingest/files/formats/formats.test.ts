import { gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { ATOM, atVenue, cellsIn, fileOf, refusalOf } from './testing/reading';

const CSV = 'time,open,high,low,close,volume\n1760131200,3.56,3.594,3.56,3.594,2425.45\n';
const ROWS = [
  ['time', 'open', 'high', 'low', 'close', 'volume'],
  ['1760131200', '3.56', '3.594', '3.56', '3.594', '2425.45'],
];

async function zipped(entries: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

describe('a file is what its bytes say, whatever it is called', () => {
  it('a gzip without .gz, a plain file called .gz, a zip called .csv', async () => {
    expect(await cellsIn(fileOf(gzipSync(CSV)))).toEqual(ROWS);
    expect(await cellsIn(fileOf(CSV, 'a.csv.gz'))).toEqual(ROWS);
    expect(await cellsIn(fileOf(await zipped({ 'x.csv': CSV })))).toEqual(ROWS);
    expect(await cellsIn(fileOf(await zipped({ 'x.csv.gz': gzipSync(CSV) }), 'a.zip'))).toEqual(ROWS);
  });

  it.each([
    ['bzip2', '425a6839314159265359e77f0000', 'packed with bzip2; unpack it (bunzip2 FILE)'],
    ['xz', 'fd377a585a000004', 'packed with xz; unpack it (unxz FILE)'],
    ['7z', '377abcaf271c0004', 'a 7z archive; unpack it (7z x FILE)'],
    ['Zstandard', '28b52ffd0458', 'packed with Zstandard; unpack it (unzstd FILE)'],
    ['old Excel', 'd0cf11e0a1b11ae1', 'an old Excel workbook; save its sheet as CSV (UTF-8)'],
    ['HDF5, as old freqtrade wrote', '894844460d0a1a0a', 'an HDF5 file; write it as Feather, Parquet or CSV'],
    ['a pickle', '80049516', 'a Python pickle; write it as Parquet or CSV'],
    ['Feather 1', '46454131000000001400', 'Feather version 1; write it anew as version 2'],
    ['UTF-16', 'fffe74006900', 'UTF-16, not UTF-8 text; save it as UTF-8'],
    ['bytes of nothing known', '0001020304', 'not UTF-8 text, and neither JSON, Parquet nor Feather'],
  ])('%s is refused by name, with the mend', async (_, bytes, message) => {
    expect(await refusalOf(fileOf(Buffer.from(bytes, 'hex')))).toContain(message);
  });

  it('an HTML page saved as .csv says so, with its title; an error of S3 too; so does a Git LFS pointer', async () => {
    expect(
      await refusalOf(fileOf('\n<!DOCTYPE html>\n<html><head><title>Attention Required! | Cloudflare</title>')),
    ).toBe(
      'an HTML page, not data ("Attention Required! | Cloudflare"); it may be an error or a login page: fetch the file itself',
    );
    expect(await refusalOf(fileOf('<?xml version="1.0"?>\n<Error><Code>NoSuchKey</Code></Error>', 'a.zip'))).toBe(
      'XML, not data ("NoSuchKey"); it may be an error of the server: fetch the file again',
    );
    expect(await refusalOf(fileOf('<Error><Code>AccessDenied</Code></Error>'))).toContain('XML, not data');
    expect(await cellsIn(fileOf('<TICKER>,<PER>\nATOM,1\n'))).toHaveLength(2);
    for (const row of ['ORCAUSDT,1', 'binance,DUCKUSDT,1', 'BZh,1', 'PAR1,1'])
      expect(await cellsIn(fileOf(`${row}\n`))).toEqual([row.split(',')]);
    expect(await refusalOf(fileOf('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n'))).toContain(
      'a Git LFS pointer, not the file it stands for',
    );
  });

  it('an Excel workbook is no zip of CSV files', async () => {
    const workbook = await zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
    expect(await refusalOf(fileOf(workbook, 'a.xlsx'))).toBe('an Excel workbook; save its sheet as CSV (UTF-8)');
  });

  it('text that stops being UTF-8 further on, and packing within packing within packing', async () => {
    expect(await refusalOf(fileOf(Buffer.concat([Buffer.from(CSV.repeat(100)), Buffer.of(0xe9, 0x0a)])))).toContain(
      'not UTF-8 text',
    );
    expect(await refusalOf(fileOf(gzipSync(gzipSync(gzipSync(CSV)))))).toBe('packed more than twice; unpack it first');
    expect(await refusalOf(fileOf(gzipSync(await zipped({ 'a.csv': CSV }))))).toBe(
      'a zip inside another file; unpack it first',
    );
  });
});

describe('a zip of several files', () => {
  const kraken = {
    'Kraken_OHLCVT/ATOMUSDT_1.csv': CSV,
    'Kraken_OHLCVT/ATOMUSDT_5.csv': 'five',
    'Kraken_OHLCVT/ATOMUSDT_60.csv': 'sixty',
    'Kraken_OHLCVT/ATOMUSD_1.csv': 'another market',
    '__MACOSX/Kraken_OHLCVT/._ATOMUSDT_1.csv': 'litter',
    'Kraken_OHLCVT/.DS_Store': 'litter',
  };

  it("gives the market's minutes by their name: Kraken's ATOMUSDT_1.csv, in a folder, beside a Mac's litter", async () => {
    expect(await cellsIn(fileOf(await zipped(kraken), 'k.zip'), { market: atVenue('kraken') })).toEqual(ROWS);
  });

  it('knows what a market is called there: XBTUSD is BTC/USD', async () => {
    const zip = await zipped({ 'XBTUSD_1.csv': CSV, 'XBTUSD_15.csv': 'fifteen', 'XBTEUR_1.csv': 'euro' });
    const market = atVenue('kraken', { base: 'BTC' as typeof ATOM.base, quote: 'USD' });
    expect(await cellsIn(fileOf(zip, 'k.zip'), { market })).toEqual(ROWS);
  });

  it('is refused where no name fits, or two do, naming what is inside and the option', async () => {
    const none = fileOf(await zipped({ 'ETHUSDT_1.csv': CSV, 'ATOMUSDT_5.csv': CSV }), 'k.zip');
    expect(await refusalOf(none)).toMatch(
      /^holds 2 files, none named like 1-minute candles of .*ATOM\/USDT.*: ETHUSDT_1\.csv, ATOMUSDT_5\.csv; name one with --entry$/,
    );
    const two = fileOf(await zipped({ 'ATOMUSDT-1m-2025-10-10.csv': CSV, 'ATOMUSDT-1m-2025-10-11.csv': CSV }), 'k.zip');
    expect(await refusalOf(two)).toMatch(/^2 files in it may be the 1-minute candles of .*-10\.csv, .*-11\.csv; name/);
  });

  it('gives the file named, by its path or its name; another name is refused', async () => {
    const path = fileOf(await zipped({ 'a/x.csv': CSV, 'b/x.csv': 'other', 'y.csv': CSV }), 'k.zip');
    expect(await cellsIn(path, { market: ATOM, entry: 'a/x.csv' })).toEqual(ROWS);
    expect(await cellsIn(path, { market: ATOM, entry: 'y.csv' })).toEqual(ROWS);
    expect(await refusalOf(path, { entry: 'z.csv' })).toBe('no file z.csv in it; it holds a/x.csv, b/x.csv, y.csv');
    expect(await refusalOf(path, { entry: 'x.csv' })).toBe(
      '2 files in it are called x.csv: a/x.csv, b/x.csv; name one with its folder',
    );
    expect(await refusalOf(fileOf(CSV), { entry: 'x.csv' })).toContain('not a zip');
  });
});
