import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Candle } from '../../domain/candle';
import type { Market } from '../../domain/market';
import { minute, minuteRange } from '../../domain/minute';
import { importFile, type ImportReport } from './importFile';
import { settingsOf } from '../testing/importing';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { misnamed } from './binanceName';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-binance-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const market = (venue: string, base: string, quote: string, kind: Market['kind'] = 'spot'): Market => ({
  venue: venue as Market['venue'],
  base: base as Market['base'],
  quote,
  kind,
});
const ATOM = market('binance', 'ATOM', 'USDT');
/** 2025-10-10T21:20Z. */
const CRASH = minute(29_335_520);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function zipped(files: Readonly<Record<string, string>>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name, { compress });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

let files = 0;
/** Writes a file, and its checksum file where one is given, into a folder of their own. */
function written(
  bytes: Uint8Array | string,
  { name, checksum }: { readonly name?: string; readonly checksum?: string } = {},
): string {
  files += 1;
  const path = join(folder, `${String(files)}-${name ?? 'ATOMUSDT-1m-2025-10-10.zip'}`);
  writeFileSync(path, bytes);
  if (checksum !== undefined) writeFileSync(`${path}.CHECKSUM`, checksum);
  return path;
}

async function imported(
  path: string,
  of: Market = ATOM,
): Promise<{ readonly ledger: MemoryLedger; readonly candles: readonly Candle[]; readonly report: ImportReport }> {
  const ledger = memoryLedger();
  const outcome = await importFile(path, {
    market: of,
    source: 'file',
    ledger,
    now: () => 1_770_000_000_000,
    settings: settingsOf({ whole: true }, of),
  });
  if (!outcome.ok) throw new Error(outcome.error);
  return { ledger, candles: ledger.answers.flatMap((answer) => answer.candles), report: outcome.value };
}

async function refusal(path: string): Promise<string> {
  const ledger = memoryLedger();
  const outcome = await importFile(path, { market: ATOM, source: 'file', ledger, now: () => 1_790_000_000_000 });
  if (outcome.ok) throw new Error('not refused');
  expect(outcome.error).not.toContain('\n');
  expect(ledger.answers).toEqual([]);
  return outcome.error;
}

/** Binance's ATOM/USDT of the crash minute as published, in microseconds as spot files of 2025 are. */
const klineAt = (us: number): string =>
  `${String(us)},1.86300000,2.28300000,0.00100000,1.99700000,98726.74000000,${String(us + 59_999_999)},150000.00000000,1582,1.00000000,1.00000000,0\n`;
const KLINE = klineAt(1_760_131_200_000_000);

describe('a zip of Binance', () => {
  it('is imported where the checksum file beside it names its SHA-256, in either case of letters', async () => {
    const bytes = await zipped({ 'ATOMUSDT-1m-2025-10-10.csv': KLINE });
    const { candles, report } = await imported(
      written(bytes, { checksum: `${sha256(bytes).toUpperCase()}  ATOMUSDT-1m-2025-10-10.zip\n` }),
    );
    expect(candles).toEqual([
      {
        minute: CRASH,
        open: 1.863,
        high: 2.283,
        low: 0.001,
        close: 1.997,
        baseVolume: 98_726.74,
        quoteVolume: 150_000,
        trades: 1_582,
      },
    ]);
    expect(report.summary).toContain('its SHA-256 matches its .CHECKSUM');
  });

  it('is imported without a checksum file, and that is said', async () => {
    const { candles, report } = await imported(written(await zipped({ 'a.csv': KLINE })));
    expect(candles).toHaveLength(1);
    expect(report.summary).toContain('not checked: there is no .CHECKSUM file beside it');
  });

  it('is refused where its checksum file names another sum, with both sums and the mend', async () => {
    const bytes = await zipped({ 'a.csv': KLINE });
    const other = sha256(Buffer.from('another file'));
    const path = written(bytes, { checksum: `${other}  a.zip\n` });
    expect(await refusal(path)).toBe(
      `${path}: its SHA-256 is ${sha256(bytes)}, but ${String(files)}-ATOMUSDT-1m-2025-10-10.zip.CHECKSUM beside it names ${other}; fetch both again (nothing was imported)`,
    );
    expect(await refusal(written(bytes, { checksum: 'not found' }))).toMatch(
      /CHECKSUM names no SHA-256 .* fetch it again/,
    );
  });

  it('is refused whole where it is cut off, damaged by one byte, holds several files or none', async () => {
    const days = Array.from({ length: 200_000 }, (_, i) => klineAt(1_760_131_200_000_000 + i * 60_000_000)).join('');
    const bytes = await zipped({ 'a.csv': days }, false);
    expect(await refusal(written(bytes.subarray(0, 5_000)))).toMatch(/cannot be unpacked .*fetch it again/);
    // A price's digit near the end, unpacked bytes: the lengths still agree, the figures do not.
    const at = bytes.lastIndexOf('2.28300000');
    const altered = Buffer.from(bytes);
    altered[at] = '9'.charCodeAt(0);
    expect(await refusal(written(altered))).toMatch(
      /cannot be unpacked \(its contents are damaged: their CRC-32 is not the one the zip names\)/,
    );
    expect(await refusal(written(await zipped({ 'a.csv': KLINE, 'b.csv': KLINE })))).toMatch(
      /holds 2 files, none named like 1-minute candles of .*ATOM.*: a\.csv, b\.csv; name one with --entry/,
    );
    expect(await refusal(written(await zipped({})))).toMatch(/a zip without a file in it/);
    expect(await refusal(written('no zip'))).toMatch(
      /no line has three or more columns divided by commas, semicolons or tabs \(the first line is "no zip"\); save the whole table as CSV/,
    );
    expect(await refusal(join(folder, 'none.zip'))).toMatch(
      /none\.zip: there is no such file; name a file of candles or trades/,
    );
  });
});

describe('the provenance of an imported file', () => {
  it('is its name without its folder, the time and the SHA-256 of its bytes, with every answer', async () => {
    const bytes = await zipped({ 'a.csv': KLINE + klineAt(1_765_000_020_000_000) });
    const { ledger } = await imported(written(bytes));
    expect(ledger.answers.length).toBeGreaterThan(1);
    const reply = {
      address: `file:${String(files)}-ATOMUSDT-1m-2025-10-10.zip`,
      receivedAtMs: 1_770_000_000_000,
      sha256: sha256(bytes),
      reader: 'import',
      body: undefined,
    };
    for (const { provenance } of ledger.answers) expect(provenance).toEqual([reply]);
  });
});

describe("Binance's files without a header", () => {
  it('are klines in milliseconds or microseconds', async () => {
    for (const text of [
      KLINE,
      KLINE.replace('1760131200000000', '1760131200000').replace('1760131259999999', '1760131259999'),
    ]) {
      expect((await imported(written(text, { name: 'a.csv' }))).candles.map((candle) => candle.minute)).toEqual([
        CRASH,
      ]);
    }
  });

  /** Two of one price and three of another: open 2, high 3, low 2, close 3; 10 + 4 base, 20 + 12 quote; 5 trades. */
  const BUILT = { minute: CRASH, open: 2, high: 3, low: 2, close: 3, baseVolume: 14, quoteVolume: 32, trades: 5 };

  it.each([
    [
      'spot, 8 columns, in microseconds',
      ['7,2.00,10.0,100,101,1760131201000000,True,True', '8,3.00,4.0,102,104,1760131259999999,False,True'],
    ],
    [
      'spot of older days, in milliseconds',
      ['7,2.00,10.0,100,101,1760131201000,true,true', '8,3.00,4.0,102,104,1760131259999,false,true'],
    ],
    ['futures, 7 columns', ['7,2.00,10.0,100,101,1760131201000,true', '8,3.00,4.0,102,104,1760131259999,false']],
    [
      'futures with a header',
      [
        'agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker',
        '7,2.00,10.0,100,101,1760131201000,true',
        '8,3.00,4.0,102,104,1760131259999,false',
      ],
    ],
  ])('are aggTrades of %s: a row stands for its last − first + 1 trades', async (_, lines) => {
    const { candles, ledger, report } = await imported(written(lines.join('\n'), { name: 'a.csv' }));
    expect(candles).toEqual([BUILT]);
    expect(report.kind).toBe('trades');
    expect(ledger.book(ATOM, 'trades').asked).toEqual([minuteRange(CRASH, minute(CRASH + 1))]);
  });

  it.each([
    [
      'spot, 7 columns',
      ['7,2.00,10.0,20.00,1760131201000000,True,True', '8,3.00,4.0,12.00,1760131259999999,False,True'],
    ],
    ['futures, 6 columns', ['7,2.00,10.0,20.00,1760131201000,true', '8,3.00,4.0,12.00,1760131259999,false']],
    [
      'futures with a header',
      [
        'id,price,qty,quote_qty,time,is_buyer_maker',
        '7,2.00,10.0,20.00,1760131201000,true',
        '8,3.00,4.0,12.00,1760131259999,false',
      ],
    ],
  ])('are trades of %s: a row is one trade', async (_, lines) => {
    expect((await imported(written(lines.join('\n'), { name: 'a.csv' }))).candles).toEqual([{ ...BUILT, trades: 2 }]);
  });

  it('put an aggTrade whose ids give no count in quarantine, and leave its minute unknown', async () => {
    const { report, candles } = await imported(
      written(
        '7,2.00,10.0,100,101,1760131201000000,True,True\n8,3.00,4.0,-1,-1,1760131202000000,True,True\n9,3.00,4.0,9,8,1760131203000000,True,True',
        { name: 'a.csv' },
      ),
    );
    expect(report.setAside.map(({ reason }) => reason)).toEqual(
      Array(2).fill('its first and last trade ids give no number of trades'),
    );
    expect(candles).toEqual([]);
  });
});

describe('a file called as Binance calls its archives', () => {
  it.each([
    ['ATOMUSDT-1m-2025-10-10.zip', ATOM],
    ['ATOMUSDT-aggTrades-2025-10.zip', ATOM],
    ['ATOMUSDT-trades-2025-10-10.csv', ATOM],
    ['ATOMUSD_PERP-1m-2025-10-10.zip', market('binancecoinm', 'ATOM', 'USD', 'perp')],
    ['ATOMUSD-1m-2025-10-10.zip', market('binancecoinm', 'ATOM', 'USD', 'index')],
    ['MATICUSDT-1m-2023-01.zip', market('binance', 'POL', 'USDT')],
    ['my-candles.csv', ATOM],
    ['ATOM_USDT-202510.csv.gz', market('gate', 'ATOM', 'USDT')],
  ])('%s may hold what it is said to hold', (name, of) => {
    expect(misnamed(name, of)).toBeUndefined();
  });

  it.each([
    [
      'ATOMUSDC-1m-2025-10-10.zip',
      ATOM,
      /the name says ATOMUSDC, .* Binance ATOM\/USDT, which Binance calls ATOMUSDT; name the market/,
    ],
    [
      'ATOMUSDT-5m-2025-10-10.zip',
      ATOM,
      /the name says 5m candles, but only 1-minute candles .* fetch ATOMUSDT-1m-2025-10-10\.zip of Binance ATOM\/USDT/,
    ],
    ['ATOMUSDT-1mo-2025-10.csv', ATOM, /says 1mo candles/],
    ['ATOMUSDT-aggTrades-2025-10-10.zip', market('binance', 'SUI', 'USDT'), /says ATOMUSDT, .* Binance SUI\/USDT/],
    [
      'ATOMUSDT-1m-2025-10-10.zip',
      market('binancecoinm', 'ATOM', 'USD', 'perp'),
      /says ATOMUSDT, .*which Binance calls ATOMUSD_PERP/,
    ],
    [
      'ATOMUSDT-1m-2025-10-10.zip',
      market('okx', 'ATOM', 'USDT'),
      /like an archive of Binance \(ATOMUSDT\), but is imported as OKX ATOM\/USDT/,
    ],
  ])('%s is refused where it is said to hold another', (name, of, reason) => {
    expect(misnamed(name, of)).toMatch(reason);
  });
});
