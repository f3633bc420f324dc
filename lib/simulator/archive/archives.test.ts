import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer, type Entry } from 'yauzl';
import { emptyColumns } from '../../domain/candle';
import { minute, minuteRange } from '../../domain/minute';
import { crash as crashScenario } from '../testing/crash';
import type { Fault } from '../faults';
import { candleAt, type ContractMarket, type Scenario, type SimulatedMarket } from '../scenario';
import { startSimulator, type Simulator } from '../server';
import { listed, minuteAtIso } from '../testing/quotes';

const scenario = crashScenario();
/** November: October has ended, so its monthly files are there. */
const NOVEMBER = Date.UTC(2025, 10, 1, 3);
let simulator: Simulator;
let nowMs = scenario.nowMs;
beforeAll(async () => {
  simulator = await startSimulator({ scenario, nowMs: () => nowMs });
});
afterEach(() => {
  simulator.setFaults([]);
  nowMs = scenario.nowMs;
});
afterAll(async () => {
  await simulator.close();
});

const VISION = 'archive/data.binance.vision/data';
const ATOM_DAY = `${VISION}/spot/daily/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10-10.zip`;
const get = (path: string, origin = simulator.origin): Promise<Response> => fetch(`${origin}/${path}`);
const bytes = async (path: string, origin?: string): Promise<Buffer> =>
  Buffer.from(await (await get(path, origin)).arrayBuffer());
const sha256 = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

/** The one file of a zip, read by a library of its own, its CRC checked. */
const unzip = (file: Buffer): Promise<{ name: string; lines: string[][] }> =>
  new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      zip.once('error', reject);
      zip.once('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure !== null) {
            reject(failure);
            return;
          }
          const pieces: Buffer[] = [];
          stream
            .on('data', (piece: Buffer) => pieces.push(piece))
            .once('error', reject)
            .once('end', () => {
              resolve({
                name: entry.fileName,
                lines: Buffer.concat(pieces)
                  .toString()
                  .trimEnd()
                  .split('\n')
                  .map((line) => line.split(',')),
              });
            });
        });
      });
      zip.readEntry();
    });
  });

const strike = (fault: Fault, path = /./): void => {
  simulator.setFaults([{ fault, venue: 'archive', path }]);
};

describe('a daily file of spot klines', () => {
  it("holds a line for each of 1,440 minutes, in microseconds, the scenario's candles among them", async () => {
    const { name, lines } = await unzip(await bytes(ATOM_DAY));
    expect(name).toBe('ATOMUSDT-1m-2025-10-10.csv');
    expect(lines.length).toBe(1_440);
    const start = minuteAtIso('2025-10-10T00:00Z');
    expect(lines.map((line) => Number(line[0]))).toEqual(
      Array.from({ length: 1_440 }, (_, i) => (start + i) * 60_000_000),
    );
    expect(lines[1_280]?.slice(1, 7)).toEqual([
      '1.86300000',
      '2.28300000',
      '0.00100000',
      '1.99700000',
      '98726.74000000',
      String((start + 1_281) * 60_000_000 - 1),
    ]);
    expect(lines[1_280]?.[8]).toBe('1582');
    const columns = scenario.candles(listed(scenario, 'binance', 'ATOM/USDT'));
    const traded = lines.flatMap((line, i) =>
      Number(line[5]) > 0 ? [[start + i, Number(line[1]), Number(line[4]), Number(line[7])]] : [],
    );
    const wanted = Array.from({ length: 1_440 }, (_, i) => candleAt(columns, start + i - scenario.range.from)).flatMap(
      (one) => (one === undefined ? [] : [[one.minute, one.open, one.close, one.quoteVolume]]),
    );
    expect(traded.map((row) => row.slice(0, 3))).toEqual(wanted.map((row) => row.slice(0, 3)));
    traded.forEach((row, i) => {
      expect(row[3]).toBeCloseTo(wanted[i]?.[3] ?? NaN, 6);
    });
  });
  it('has its SHA-256 beside it, and the same bytes whenever it is asked for', async () => {
    const file = await bytes(ATOM_DAY);
    expect((await bytes(`${ATOM_DAY}.CHECKSUM`)).toString()).toBe(`${sha256(file)}  ATOMUSDT-1m-2025-10-10.zip\n`);
    const other = await startSimulator({ scenario: crashScenario() });
    try {
      expect(sha256(await bytes(ATOM_DAY, other.origin))).toBe(sha256(file));
    } finally {
      await other.close();
    }
  });
  it.each([
    ['of a day that has not ended', `${VISION}/spot/daily/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10-11.zip`],
    ['of a day before the scenario', `${VISION}/spot/daily/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10-02.zip`],
    ['of a month that has not ended', `${VISION}/spot/monthly/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10.zip`],
    ['of a market that is not listed', `${VISION}/spot/daily/klines/NONEUSDT/1m/NONEUSDT-1m-2025-10-10.zip`],
    ['of 30 February', `${VISION}/spot/daily/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-02-30.zip`],
    ['by another name', `${VISION}/spot/daily/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10.zip`],
  ])('is not there %s: 404 in XML', async (_case, path) => {
    const reply = await get(path);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([404, 'application/xml']);
    expect(await reply.text()).toContain('<Code>NoSuchKey</Code>');
  });
  it("appears when the clock passes its day's end, a month's when the month's has", async () => {
    nowMs = Date.UTC(2025, 9, 10, 23, 59, 59);
    expect((await get(ATOM_DAY)).status).toBe(404);
    nowMs = Date.UTC(2025, 9, 11);
    expect((await get(ATOM_DAY)).status).toBe(200);
    nowMs = NOVEMBER;
    const { lines } = await unzip(await bytes(`${VISION}/spot/monthly/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10.zip`));
    expect(lines.length).toBe(scenario.range.to - scenario.range.from);
  });
});

it('spot files count milliseconds before 2025', async () => {
  const first = minute(minuteAtIso('2024-12-31T00:00Z'));
  const market: SimulatedMarket = { ...listed(scenario, 'binance', 'BTC/USDT') };
  const columns = emptyColumns(minuteRange(first, minute(first + 2 * 1_440)));
  for (const field of ['open', 'high', 'low', 'close', 'baseVolume', 'quoteVolume', 'trades'] as const)
    columns[field].fill(1);
  const old: Scenario = {
    name: 'two days',
    range: columns.range,
    nowMs: Date.UTC(2025, 0, 3),
    markets: [market],
    candles: () => columns,
  };
  const server = await startSimulator({ scenario: old });
  try {
    const firstTime = async (day: string): Promise<string | undefined> =>
      (await unzip(await bytes(`${VISION}/spot/daily/klines/BTCUSDT/1m/BTCUSDT-1m-${day}.zip`, server.origin)))
        .lines[0]?.[0];
    expect(await firstTime('2024-12-31')).toBe(String(Date.UTC(2024, 11, 31)));
    expect(await firstTime('2025-01-01')).toBe(`${String(Date.UTC(2025, 0, 1))}000`);
  } finally {
    await server.close();
  }
});

describe('files of futures', () => {
  const contract = (venue: string, kind: string, base: string): ContractMarket => {
    const market = scenario.derivatives?.find(
      (one) => one.venue === (venue as typeof one.venue) && one.kind === kind && (one.base as string) === base,
    );
    if (market === undefined) throw new Error(`no ${venue} ${base} ${kind}`);
    return market;
  };
  it.each([
    ['um', 'klines', 'ATOMUSDT', 'binanceusdm', 'perp', '1.460'],
    ['um', 'markPriceKlines', 'ATOMUSDT', 'binanceusdm', 'mark', '1.50447000'],
    ['cm', 'klines', 'DOGEUSD_PERP', 'binancecoinm', 'perp', '0.08410'],
    ['cm', 'indexPriceKlines', 'ATOMUSD', 'binancecoinm', 'index', undefined],
  ])('%s %s of %s begin with a line of names and count milliseconds', async (book, of, symbol, venue, kind, low) => {
    const { lines } = await unzip(
      await bytes(`${VISION}/futures/${book}/daily/${of}/${symbol}/1m/${symbol}-1m-2025-10-10.zip`),
    );
    expect(lines[0]?.slice(0, 6)).toEqual(['open_time', 'open', 'high', 'low', 'close', 'volume']);
    const at = lines[1 + 1_280];
    expect(at?.[0]).toBe(String(Date.UTC(2025, 9, 10, 21, 20)));
    if (low !== undefined) expect(at?.[3]).toBe(low);
    const market = contract(venue, kind, symbol.startsWith('DOGE') ? 'DOGE' : 'ATOM');
    const candle = candleAt(scenario.candles(market), minuteAtIso('2025-10-10T21:20Z') - scenario.range.from);
    if (kind === 'perp')
      expect(Number(at?.[5])).toBeCloseTo(
        venue === 'binancecoinm' ? (candle?.quoteVolume ?? NaN) / 10 : (candle?.baseVolume ?? NaN),
        6,
      );
    expect(at?.length).toBe(12);
  });
});

it("files of aggTrades hold the tape that the venue's own interface gives", async () => {
  const { lines } = await unzip(
    await bytes(`${VISION}/spot/daily/aggTrades/WBETHUSDT/WBETHUSDT-aggTrades-2025-10-10.zip`),
  );
  const minuteMs = Date.UTC(2025, 9, 10, 21, 40);
  const inside = lines.filter(
    (line) =>
      Math.floor(Number(line[5]) / 1_000) >= minuteMs && Math.floor(Number(line[5]) / 1_000) < minuteMs + 60_000,
  );
  const tape = (await (
    await get(
      `binance/api.binance.com/api/v3/aggTrades?symbol=WBETHUSDT&startTime=${String(minuteMs)}&endTime=${String(minuteMs + 59_999)}&limit=1000`,
    )
  ).json()) as { a: number; p: string; q: string; f: number; l: number; T: number; m: boolean }[];
  expect(inside.length).toBeGreaterThan(3);
  expect(
    inside.map((line) => [line[0], line[1], line[2], line[3], line[4], Math.floor(Number(line[5]) / 1_000), line[6]]),
  ).toEqual(
    tape.map((row) => [String(row.a), row.p, row.q, String(row.f), String(row.l), row.T, row.m ? 'True' : 'False']),
  );
});

describe("Gate's monthly files", () => {
  const SPOT = 'archive/download.gatedata.org/spot/candlesticks_1m/202510/ATOM_USDT-202510.csv.gz';
  it('hold time, volume, close, high, low, open of traded minutes, once the month has ended', async () => {
    expect((await get(SPOT)).status).toBe(404);
    nowMs = NOVEMBER;
    const lines = gunzipSync(await bytes(SPOT))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').map(Number));
    const columns = scenario.candles(listed(scenario, 'gate', 'ATOM/USDT'));
    const wanted = Array.from({ length: columns.open.length }, (_, slot) => candleAt(columns, slot)).flatMap((one) =>
      one === undefined ? [] : [[one.minute * 60, one.baseVolume, one.close, one.high, one.low, one.open]],
    );
    expect(lines).toEqual(wanted);
  });
  it('count contracts of futures', async () => {
    nowMs = NOVEMBER;
    const line = gunzipSync(
      await bytes('archive/download.gatedata.org/futures_usdt/candlesticks_1m/202510/DOGE_USDT-202510.csv.gz'),
    )
      .toString()
      .split('\n')[0]
      ?.split(',');
    expect(Number.isInteger(Number(line?.[1]))).toBe(true);
  });
});

describe("other venues' files", () => {
  const LATER = Date.UTC(2026, 0, 1);
  const rows = (text: string): string[][] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
  const at = (iso: string): number => minuteAtIso(iso) - scenario.range.from;

  it('of HTX hold a line for each minute of a day of UTC+8: seconds, open, close, high, low, quote, base', async () => {
    nowMs = LATER;
    const path = 'archive/www.htx.com/data/data/klines/spot/daily/ATOMUSDT/1min/ATOMUSDT-1min-2025-10-10';
    const file = await bytes(`${path}.zip`);
    const { name, lines } = await unzip(file);
    expect([name, lines.length]).toEqual(['ATOMUSDT-1min-2025-10-10.csv', 1_440]);
    expect([lines[0]?.[0], lines.at(-1)?.[0]]).toEqual(
      ['2025-10-09T16:00Z', '2025-10-10T15:59Z'].map((iso) => String(Date.parse(iso) / 1_000)),
    );
    const candle = candleAt(scenario.candles(listed(scenario, 'htx', 'ATOM/USDT')), at('2025-10-10T15:00Z'));
    expect(lines[1_380]?.slice(1).map(Number)).toEqual([
      candle?.open,
      candle?.close,
      candle?.high,
      candle?.low,
      candle?.quoteVolume,
      candle?.baseVolume,
    ]);
    expect((await bytes(`${path}.CHECKSUM`)).toString()).toBe(`${sha256(file)}  ATOMUSDT-1min-2025-10-10.zip\n`);
    strike({ kind: 'wrong-checksum' }, /CHECKSUM$/);
    expect((await bytes(`${path}.CHECKSUM`)).toString()).not.toContain(sha256(file));
  });

  it('of a day of UTC+8 appear at 16:00 UTC', async () => {
    const paths = [
      'archive/www.htx.com/data/data/klines/spot/daily/ATOMUSDT/1min/ATOMUSDT-1min-2025-10-10.zip',
      'archive/static.okx.com/cdn/okex/traderecords/trades/daily/20251010/ATOM-USDT-trades-2025-10-10.zip',
    ];
    const statuses = (): Promise<number[]> => Promise.all(paths.map(async (path) => (await get(path)).status));
    nowMs = Date.parse('2025-10-10T15:59:59Z');
    expect(await statuses()).toEqual([404, 404]);
    nowMs = Date.parse('2025-10-10T16:00Z');
    expect(await statuses()).toEqual([200, 200]);
  });

  it('of OKX name their columns and instrument, count ids up by one, and lie within a day of UTC+8', async () => {
    nowMs = LATER;
    const { lines } = await unzip(
      await bytes('archive/static.okx.com/cdn/okex/traderecords/trades/daily/20251010/ATOM-USDT-trades-2025-10-10.zip'),
    );
    expect(lines[0]).toEqual(['instrument_name', 'trade_id', 'side', 'price', 'size', 'created_time']);
    const trades = lines.slice(1);
    const ids = trades.map((line) => Number(line[1]));
    expect(new Set(trades.map((line) => line[0]))).toEqual(new Set(['ATOM-USDT']));
    expect(ids).toEqual(ids.map((_, i) => (ids[0] ?? NaN) + i));
    const times = trades.map((line) => Number(line[5]));
    expect([times[0] ?? NaN, times.at(-1) ?? NaN].map((ms) => new Date(ms).toISOString().slice(0, 13))).toEqual([
      '2025-10-09T16',
      '2025-10-10T15',
    ]);
  });

  it('of Bybit: spot in milliseconds, ids from 1; contracts in seconds with a fraction, ids without an order', async () => {
    nowMs = LATER;
    const spot = rows(
      gunzipSync(await bytes('archive/public.bybit.com/spot/ATOMUSDT/ATOMUSDT_2025-10-10.csv.gz')).toString(),
    );
    expect(spot[0]?.slice(0, 5)).toEqual(['id', 'timestamp', 'price', 'volume', 'side']);
    expect(spot.slice(1, 4).map((line) => line[0])).toEqual(['1', '2', '3']);
    expect(spot[1]?.[1]).toMatch(/^17600544\d{5}$/);
    const perp = rows(
      gunzipSync(await bytes('archive/public.bybit.com/trading/ATOMUSDT/ATOMUSDT2025-10-10.csv.gz')).toString(),
    );
    expect(perp[0]?.slice(0, 5)).toEqual(['timestamp', 'symbol', 'side', 'size', 'price']);
    expect(perp[1]?.[0]).toMatch(/^17600544\d\d\.\d{1,4}$/);
    expect(perp[1]?.[6]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(perp.slice(1).map((line) => line[6])).size).toBe(perp.length - 1);
  });

  it('of Kraken are in one zip a quarter, called by its own codes, once the quarter is over', async () => {
    const path = 'archive/kraken/Kraken_OHLCVT_Q4_2025.zip';
    expect((await get(path)).status).toBe(404);
    nowMs = LATER;
    const names = await new Promise<readonly string[]>((resolve, reject) => {
      void bytes(path).then((file) => {
        fromBuffer(file, (error, zip) => {
          if (error !== null) {
            reject(error);
            return;
          }
          const found: string[] = [];
          zip
            .on('entry', (entry: Entry) => found.push(entry.fileName))
            .once('end', () => {
              resolve(found);
            });
        });
      }, reject);
    });
    expect(names).toEqual(expect.arrayContaining(['ATOMUSD_1.csv', 'ATOMUSD_1440.csv', 'XBTUSD_1.csv']));
  });
});

describe('an archive that fails', () => {
  it("names another file's checksum", async () => {
    strike({ kind: 'wrong-checksum' }, /CHECKSUM$/);
    expect((await bytes(`${ATOM_DAY}.CHECKSUM`)).toString()).not.toContain(sha256(await bytes(ATOM_DAY)));
  });
  it('sends half a zip as if it were whole', async () => {
    const whole = await bytes(ATOM_DAY);
    strike({ kind: 'truncated' });
    const half = await bytes(ATOM_DAY);
    expect(half.equals(whole.subarray(0, whole.length >> 1))).toBe(true);
    await expect(unzip(half)).rejects.toThrow();
  });
  it('has silently uploaded the file anew, with its checksum', async () => {
    const before = await unzip(await bytes(ATOM_DAY));
    strike({ kind: 'edited-candle', minute: minute(minuteAtIso('2025-10-10T12:00Z')), factor: 0.5 });
    const file = await bytes(ATOM_DAY);
    expect((await bytes(`${ATOM_DAY}.CHECKSUM`)).toString()).toContain(sha256(file));
    const after = await unzip(file);
    expect(after.lines.flatMap((line, i) => (line.join() === before.lines[i]?.join() ? [] : [i]))).toEqual([720]);
  });
  it.each([
    ['missing', 404],
    ['unavailable', 503],
  ] as const)('%s is %d', async (kind, status) => {
    strike({ kind });
    expect((await get(ATOM_DAY)).status).toBe(status);
  });
  it('resets the connection midway', async () => {
    strike({ kind: 'reset-midway' });
    const reply = await get(ATOM_DAY);
    expect(reply.status).toBe(200);
    await expect(reply.arrayBuffer()).rejects.toThrow();
  });
  it('sends slowly, and all of it', async () => {
    const whole = await bytes(ATOM_DAY);
    strike({ kind: 'slow', overMs: 40 });
    expect((await bytes(ATOM_DAY)).equals(whole)).toBe(true);
  });
  it('names the hosts it serves when another is asked for', async () => {
    const reply = await get('archive/example.org/x.zip');
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain(
      'data.binance.vision, download.gatedata.org, www.htx.com, static.okx.com, public.bybit.com, kraken',
    );
  });
});
