import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Asset, Kind, Market, Venue } from '../../domain/market';
import { minuteAt, minuteRange, type MinuteRange } from '../../domain/minute';
import { venueName } from '../../words/en/venues';
import { linesOf } from '../record/missing';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { bringInArchive } from './bringIn';
import { ARCHIVES } from './candleArchives';
import { TRADE_ARCHIVES } from './tradeArchives';
import { bringInTradeArchive } from './bringInTrades';
import type { ArchiveOptions } from './pieceByPiece';
import { piecesOf, publishedTo } from './pieces';
import { archiveOf, tradeArchiveOf } from './table';

const market = (venue: string, base: string, quote: string, kind: Kind = 'spot'): Market => ({
  venue: venue as Venue,
  base: base as Asset,
  quote,
  kind,
});
const range = (from: string, to: string): MinuteRange =>
  minuteRange(minuteAt(Date.parse(from)), minuteAt(Date.parse(to)));
const LATER = Date.UTC(2026, 5, 1);
const at = (time: string): number => minuteAt(Date.parse(time));

async function zipped(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Got {
  readonly ledger: MemoryLedger;
  readonly missing: readonly string[];
  readonly asked: readonly string[];
}

/** Brings in a range from a server on which an address that ends in one of the names has its file, and none has a checksum. */
async function got(
  of: Market,
  within: MinuteRange,
  files: Readonly<Record<string, Buffer>>,
  change: Partial<ArchiveOptions> = {},
): Promise<Got> {
  const asked: string[] = [];
  const ledger = memoryLedger();
  const trades = tradeArchiveOf(of);
  const options: ArchiveOptions = {
    ledger,
    source: archiveOf(of) === undefined ? 'trades' : 'archive',
    now: () => LATER,
    signal: undefined,
    fetch: (address) => {
      const url = address instanceof Request ? address.url : address.toString();
      asked.push(url);
      const file = Object.entries(files).find(([end]) => url.endsWith(end))?.[1];
      return Promise.resolve(
        new Response(file === undefined ? '' : new Uint8Array(file), { status: file === undefined ? 404 : 200 }),
      );
    },
    patiently: (ask) => ask(),
    recorded: () => undefined,
    ...change,
  };
  const missing =
    archiveOf(of) === undefined && trades !== undefined
      ? await bringInTradeArchive(trades, of, within, options)
      : await bringInArchive(of, within, options);
  return { ledger, missing: linesOf(missing), asked };
}

describe('the table of archives in docs/venues.md', () => {
  const rows = readFileSync('docs/venues.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  /** USD-M and COIN-M are said under Binance. */
  const nameOf = (venue: string): string => venueName(venue.startsWith('binance') ? 'binance' : venue);

  it.each([
    ...ARCHIVES.map((archive) => [archive.venue, archive.kind, 'archive', archive] as const),
    ...TRADE_ARCHIVES.map((archive) => [archive.venue, archive.kind, 'trades', archive] as const),
  ])('says of %s %s (%s) its pieces, its packing, its day and its checksum', (venue, kind, road, archive) => {
    const said = rows.filter((line) => line.startsWith(`| ${nameOf(venue)}`) && line.includes(`| \`${road}\``));
    const own =
      said.length === 1
        ? said[0]
        : said.find((line) => (kind === 'spot' ? / spot\b/ : /contracts|swaps/).test(line.split('|')[1] ?? ''));
    const cells = (own ?? '').split('|').map((cell) => cell.trim());
    expect(cells[3]).toBe(
      `${archive.pieces.join(', ')}${archive.entry === undefined ? '' : ', all markets'}; ${archive.packed}`,
    );
    expect(cells[4]).toBe(archive.aheadMinutes === 480 ? 'UTC+8' : 'UTC');
    expect(cells[5] === 'none').toBe(archive.checksum === undefined);
    expect(archive.checksum?.('https://a/b.zip').endsWith(cells[5]?.replaceAll('`', '') ?? '?') ?? true).toBe(true);
  });
});

describe('a day of UTC+8', () => {
  const HTX = archiveOf(market('htx', 'ATOM', 'USDT'));
  if (HTX === undefined) throw new Error('no archive');

  it('begins at 16:00 UTC of the day before, wherever the machine stands', () => {
    expect(process.env['TZ']).toBe('Pacific/Kiritimati');
    expect(piecesOf(HTX, range('2025-10-10T00:00Z', '2025-10-11T00:00Z'), LATER)).toEqual([
      { piece: 'day', label: '2025-10-10', range: range('2025-10-09T16:00Z', '2025-10-10T16:00Z') },
      { piece: 'day', label: '2025-10-11', range: range('2025-10-10T16:00Z', '2025-10-11T16:00Z') },
    ]);
    expect(piecesOf(HTX, range('2025-10-10T15:59Z', '2025-10-10T16:00Z'), LATER).map(({ label }) => label)).toEqual([
      '2025-10-10',
    ]);
    expect(piecesOf(HTX, range('2025-12-31T16:00Z', '2025-12-31T16:01Z'), LATER).map(({ label }) => label)).toEqual([
      '2026-01-01',
    ]);
  });

  it('is published once it is over there', () => {
    expect(publishedTo(HTX, Date.parse('2025-10-11T15:59Z'))).toBe(at('2025-10-10T16:00Z'));
    expect(publishedTo(HTX, Date.parse('2025-10-11T16:00Z'))).toBe(at('2025-10-11T16:00Z'));
    expect(publishedTo({ pieces: ['day'] }, Date.parse('2025-10-11T16:00Z'))).toBe(at('2025-10-11T00:00Z'));
  });

  it('makes months of UTC+8, one of which is a file where the range holds the whole of it', () => {
    const okx = tradeArchiveOf(market('okx', 'ATOM', 'USDT'));
    const labels = piecesOf(okx ?? HTX, range('2025-09-30T16:00Z', '2025-10-31T17:00Z'), LATER).map(
      ({ label }) => label,
    );
    expect(labels).toEqual(['2025-10', '2025-11-01']);
  });
});

describe("HTX's columns", () => {
  const ATOM = market('htx', 'ATOM', 'USDT');
  const hour = range('2026-03-10T02:00Z', '2026-03-10T02:02Z');
  const row = (time: string, rest: string): string => `${String(Date.parse(time) / 1_000)},${rest}`;
  const named = (text: string): Promise<Got> =>
    zipped({ 'a.csv': text }).then((file) => got(ATOM, hour, { 'ATOMUSDT-1min-2026-03-10.zip': file }));

  it.each([
    ['without a header', ''],
    ['as named since March 2026', 'timestamp,open,close,high,low,vol,amount\n'],
  ])('%s are open, close, high, low, quote, base; figures may have exponents', async (_, header) => {
    const { ledger } = await named(
      header +
        [row('2026-03-10T02:00Z', '3,2,4,1,2.5E7,1.0E-4'), row('2026-03-10T02:01Z', '2,2,2,2,0.0,0.0')].join('\n'),
    );
    expect([...ledger.book(ATOM, 'archive').candles.values()]).toMatchObject([
      { open: 3, close: 2, high: 4, low: 1, quoteVolume: 25_000_000, baseVolume: 0.0001, trades: NaN },
      { open: 2, baseVolume: 0 },
    ]);
  });

  it('in another order are taken by their names, and under unknown ones not at all', async () => {
    const { ledger } = await named(
      `timestamp,high,low,open,close,vol,amount\n${row('2026-03-10T02:00Z', '4,1,3,2,5,6')}`,
    );
    expect([...ledger.book(ATOM, 'archive').candles.values()]).toMatchObject([{ open: 3, close: 2, high: 4, low: 1 }]);
    const other = await named(`timestamp,o,h,l,c,vol,amount\n${row('2026-03-10T02:00Z', '4,1,3,2,5,6')}`);
    expect(other.ledger.answers).toEqual([]);
    expect(other.missing[0]).toContain(
      'its columns are timestamp, o, h, l, c, vol, amount; none of them is known as open or high or low or close',
    );
  });

  it.each([
    ['a volume that is null', '3,2,4,1,null,null'],
    ['a row that is cut off', '3,2,4,1'],
    ['a negative volume', '3,2,4,1,5,-6'],
  ])('set %s aside, never as no trade', async (_, rest) => {
    const { ledger } = await named(
      [row('2026-03-10T02:00Z', rest), row('2026-03-10T02:01Z', '2,2,2,2,5,6')].join('\n'),
    );
    expect([...ledger.book(ATOM, 'archive').candles.keys()]).toEqual([at('2026-03-10T02:01Z')]);
    expect(ledger.quarantined()).toMatchObject([{ minute: at('2026-03-10T02:00Z') }]);
  });
});

describe("OKX's files", () => {
  const SWAP = market('okx', 'DOGE', 'USDT', 'perp');
  const window = range('2025-10-10T16:00Z', '2025-10-10T16:03Z');
  const named = async (lines: readonly string[], change: Partial<ArchiveOptions> = {}): Promise<Got> =>
    got(SWAP, window, { 'DOGE-USDT-SWAP-trades-2025-10-11.zip': await zipped({ 'a.csv': lines.join('\n') }) }, change);
  const line = (id: number, time: string, rest: string, instrument = 'DOGE-USDT-SWAP'): string =>
    `${instrument},${String(id)},buy,${rest},${String(Date.parse(`2025-10-10T${time}Z`))}`;
  const HEADER = 'instrument_name,trade_id,side,price,size,created_time';
  const trades = [line(7, '16:00:00.001', '0.25,3'), line(8, '16:01:30', '0.5,0.5'), line(9, '16:02:59', '0.25,1')];

  it('count contracts, whose worth the list of instruments says', async () => {
    const { ledger, asked } = await named([HEADER, ...trades], { contract: () => ({ size: 1_000, worthIn: 'base' }) });
    expect([...ledger.book(SWAP, 'trades').candles.values()].slice(0, 2)).toMatchObject([
      { baseVolume: 3_000, quoteVolume: 750, trades: 1 },
      { baseVolume: 500, quoteVolume: 250 },
    ]);
    expect(asked).toEqual([
      'https://static.okx.com/cdn/okex/traderecords/trades/daily/20251011/DOGE-USDT-SWAP-trades-2025-10-11.zip',
    ]);
  });

  it('give prices and counts, and no volume, where nobody says what a contract is worth', async () => {
    const { ledger } = await named([HEADER, ...trades]);
    expect([...ledger.book(SWAP, 'trades').candles.values()][0]).toMatchObject({
      low: 0.25,
      baseVolume: NaN,
      quoteVolume: NaN,
      trades: 1,
    });
  });

  it('of older days name their columns in two languages, in another order', async () => {
    const older = ['trade_id/撮合id,side/交易方向,size/数量,price/价格,created_time/成交时间'];
    for (const [i, [size, price]] of [
      ['3', '0.25'],
      ['5', '0.5'],
      ['1', '0.25'],
    ].entries())
      older.push(
        `${String(i)},buy,${size ?? ''},${price ?? ''},${String(Date.parse(`2025-10-10T16:0${String(i)}:30Z`))}`,
      );
    const { ledger } = await named(older, { contract: () => ({ size: 1, worthIn: 'base' }) });
    expect(ledger.book(SWAP, 'trades').candles.get(minuteAt(Date.parse('2025-10-10T16:01Z')))).toMatchObject({
      low: 0.5,
      baseVolume: 5,
    });
  });

  it('that hold another instrument are not used', async () => {
    const { ledger, missing } = await named([HEADER, ...trades, line(10, '16:02:59', '0.25,1', 'DOGE-USDT')]);
    expect(ledger.answers).toEqual([]);
    expect(missing[0]).toContain('line 5: it is of DOGE-USDT, not of DOGE-USDT-SWAP');
  });

  it('are of no use to the road of candles, which names the road of trades', async () => {
    const ledger = memoryLedger();
    const missing = await bringInArchive(SWAP, window, {
      ledger,
      source: 'archive',
      now: () => LATER,
      signal: undefined,
      patiently: (ask) => ask(),
      recorded: () => undefined,
    });
    expect(linesOf(missing)[0]).toContain(
      'no archive of candles of this market is supported; run the ingest with `--sources trades`',
    );
  });
});

describe("Bybit's files of contracts", () => {
  const PERP = market('bybit', 'ATOM', 'USDT', 'perp');
  const HEADER =
    'timestamp,symbol,side,size,price,tickDirection,trdMatchID,grossValue,homeNotional,foreignNotional,RPI';
  const row = (time: string, size: string, price: string, id: string, symbol = 'ATOMUSDT'): string =>
    `${(Date.parse(`2025-10-10T${time}Z`) / 1_000).toFixed(4)},${symbol},Buy,${size},${price},PlusTick,${id},0,0,0,0`;
  const named = (lines: readonly string[]): Promise<Got> =>
    got(PERP, range('2025-10-10T00:00Z', '2025-10-11T00:00Z'), {
      'ATOMUSDT2025-10-10.csv.gz': gzipSync([HEADER, ...lines].join('\n')),
    });

  it('have no ids in order: trades of one instant stand in the order of the file', async () => {
    const { ledger } = await named([
      row('00:00:00.5', '1', '2', 'ffff'),
      row('12:00:00.1', '1', '3', 'ffff-2'),
      row('12:00:00.1', '1', '4', 'aaaa'),
      row('12:00:00.1', '1', '4', 'aaaa'),
      row('23:59:59.9999', '1', '2', 'bbbb'),
    ]);
    expect(ledger.book(PERP, 'trades').asked).toEqual([range('2025-10-10T00:00Z', '2025-10-11T00:00Z')]);
    expect(ledger.book(PERP, 'trades').candles.get(minuteAt(Date.parse('2025-10-10T12:00Z')))).toMatchObject({
      open: 3,
      close: 4,
      trades: 2,
      baseVolume: 2,
    });
  });

  it('spoil a minute of which a trade cannot be read: it is set aside, and no smaller candle', async () => {
    const { ledger } = await named([
      row('00:00:00.5', '1', '2', 'a'),
      row('12:00:00', '1', '3', 'b'),
      row('12:00:10', '-1', '1', 'c'),
      row('12:00:20', '1e-1', '3', 'd'),
      row('23:59:59', '1', '2', 'e'),
    ]);
    expect([...ledger.book(PERP, 'trades').candles.keys()]).toEqual([at('2025-10-10T00:00Z'), at('2025-10-10T23:59Z')]);
    expect(ledger.quarantined()).toMatchObject([{ minute: at('2025-10-10T12:00Z') }]);
  });

  it('of another contract are not used', async () => {
    const { ledger, missing } = await named([row('00:00:00.5', '1', '2', 'a', 'ATOMUSD')]);
    expect(ledger.answers).toEqual([]);
    expect(missing[0]).toContain('line 2: it is of ATOMUSD, not of ATOMUSDT');
  });
});

describe("Kraken's zips, brought by hand,", () => {
  const BTC = market('kraken', 'BTC', 'USD');
  const window = range('2025-10-10T21:00Z', '2025-10-10T21:05Z');
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-kraken-'));
    await mkdir(join(folder, 'kraken'));
    const row = (time: string): string => `${String(Date.parse(time) / 1_000)},5,6,4,5,1.5,9`;
    await writeFile(
      join(folder, 'kraken', 'Kraken_OHLCVT_Q4_2025.zip'),
      await zipped({
        'Q4/XBTUSD_1.csv': [row('2025-10-10T21:01Z'), row('2025-10-10T21:03Z')].join('\n'),
        'Q4/XBTUSD_5.csv': 'another interval',
      }),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are read where they lie, between the first row and the last', async () => {
    const { ledger, missing, asked } = await got(BTC, window, {}, { base: folder });
    expect(asked).toEqual([]);
    expect(ledger.book(BTC, 'archive').asked).toEqual([range('2025-10-10T21:01Z', '2025-10-10T21:04Z')]);
    expect([...ledger.book(BTC, 'archive').candles.keys()]).toEqual([at('2025-10-10T21:01Z'), at('2025-10-10T21:03Z')]);
    expect(ledger.answers[0]?.provenance[0]).toMatchObject({ address: 'file:Kraken_OHLCVT_Q4_2025.zip' });
    expect(missing.join('\n')).toMatch(
      /21:00Z to 2025-10-10T21:01Z: the archive's file for 2025-Q4 says nothing of these/,
    );
  });

  it('of another quarter are not there', async () => {
    const { missing } = await got(BTC, range('2025-09-30T21:00Z', '2025-09-30T21:05Z'), {}, { base: folder });
    expect(missing).toEqual([expect.stringContaining('the archive has no file for 2025-Q3')]);
  });

  it('are asked of nobody: the message says where to put them', async () => {
    const { missing, asked } = await got(BTC, window, {});
    expect(asked).toEqual([]);
    expect(missing).toEqual([
      expect.stringContaining(
        'the venue publishes Kraken_OHLCVT_Q4_2025.zip with a file host that gives it no fixed address; download it and put it at kraken/Kraken_OHLCVT_Q4_2025.zip below the folder that PLUMBLINE_ARCHIVE names',
      ),
    ]);
  });
});
