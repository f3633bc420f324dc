import ccxt, { type Exchange } from 'ccxt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crash as crashScenario } from '../testing/crash';
import { startSimulator, type Simulator } from '../server';
import { CCXT_CLASS, pointed, SIMULATED_VENUES, type SimulatedVenue } from '../testing/pointed';
import { fieldAt, listed, minuteAtIso } from '../testing/quotes';

const scenario = crashScenario();
/** 2025-10-11T00:05:00Z, where the scenario's clock stands. */
const NOW = Date.UTC(2025, 9, 11, 0, 5);
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterAll(async () => {
  await simulator.close();
});

const client = (venue: SimulatedVenue, nowMs?: number): Exchange =>
  pointed(new ccxt[CCXT_CLASS[venue]]({ enableRateLimit: false }), venue, simulator.origin, nowMs);

async function get(address: string): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(`${simulator.origin}/${address}`);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** The rows of a reply whose body is a list, or which hold one at the end of a path of keys. */
async function rowsAt(address: string, ...keys: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  const { body } = await get(address);
  return keys.reduce<unknown>(
    (at, key) => (at as Record<string, unknown>)[key],
    body,
  ) as readonly (readonly unknown[])[];
}

const ms = (iso: string): number => Date.parse(iso);
const seconds = (iso: string): number => Date.parse(iso) / 1000;

describe('every venue', () => {
  it.each(SIMULATED_VENUES)("%s tells the simulator's time, by its endpoint and by the Date header", async (venue) => {
    expect(await client(venue).fetchTime()).toBe(NOW);
    const { headers } = await get(`${venue}/example.org/nowhere`);
    expect(Date.parse(headers.get('date') ?? '')).toBe(NOW);
  });
  it.each([
    ['binance/api.binance.com/api/v3/klines?symbol=NONEUSDT&interval=1m', 400, { code: -1121, msg: 'Invalid symbol.' }],
    [
      'okx/www.okx.com/api/v5/market/candles?instId=NONE-USDT',
      200,
      expect.objectContaining({ code: '51001', data: [] }),
    ],
    [
      'bybit/api.bybit.com/v5/market/kline?category=spot&symbol=NONEUSDT&interval=1',
      200,
      expect.objectContaining({ retCode: 10001 }),
    ],
    ['coinbase/api.exchange.coinbase.com/products/NONE-USD/candles?granularity=60', 404, { message: 'NotFound' }],
    ['kraken/api.kraken.com/0/public/OHLC?pair=NONEUSD&interval=1', 200, { error: ['EQuery:Unknown asset pair'] }],
    [
      'kucoin/api.kucoin.com/api/v1/market/candles?symbol=NONE-USDT&type=1min',
      200,
      expect.objectContaining({ code: '400100' }),
    ],
    [
      'gate/api.gateio.ws/api/v4/spot/candlesticks?currency_pair=NONE_USDT&interval=1m',
      400,
      expect.objectContaining({ label: 'INVALID_CURRENCY_PAIR' }),
    ],
    [
      'bitget/api.bitget.com/api/v2/spot/market/candles?symbol=NONEUSDT&granularity=1min',
      400,
      expect.objectContaining({ code: '40034' }),
    ],
  ])('refuses an unknown market in its own words: %s', async (address, status, body) => {
    const reply = await get(address);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual(body);
  });
  it('names the mend when no simulated venue is addressed', async () => {
    const { status, body } = await get('nowhere/example.org/');
    expect(status).toBe(404);
    expect(JSON.stringify(body)).toContain('/VENUE/HOST/PATH');
  });
  it("serves nothing after the venue's clock", async () => {
    let now = ms('2025-10-10T21:30:30Z');
    const early = await startSimulator({ scenario, nowMs: () => now });
    try {
      const latest = async (): Promise<readonly number[]> =>
        (
          (await (
            await fetch(`${early.origin}/binance/api.binance.com/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=2`)
          ).json()) as number[][]
        ).map((row) => Number(row[0]));
      expect(await latest()).toEqual([ms('2025-10-10T21:29Z'), ms('2025-10-10T21:30Z')]);
      now += 60_000;
      expect(await latest()).toEqual([ms('2025-10-10T21:30Z'), ms('2025-10-10T21:31Z')]);
    } finally {
      await early.close();
    }
  });
});

describe('binance', () => {
  const klines = 'binance/api.binance.com/api/v3/klines?interval=1m&symbol=ATOMUSDT';
  it('writes a kline in the twelve columns of the published shape', async () => {
    const rows = await rowsAt(`${klines}&startTime=${String(ms('2025-10-10T21:20Z'))}&limit=1`);
    expect(rows).toEqual([
      [
        ms('2025-10-10T21:20Z'),
        '1.86300000',
        '2.28300000',
        '0.00100000',
        '1.99700000',
        '98726.74000000',
        ms('2025-10-10T21:21Z') - 1,
        expect.stringMatching(/^\d+\.\d{8}$/),
        1_582,
        expect.stringMatching(/^\d+\.\d{8}$/),
        expect.stringMatching(/^\d+\.\d{8}$/),
        '0',
      ],
    ]);
  });
  it('includes endTime as an open time, ascending, 500 rows unless asked and 1,000 at most', async () => {
    const bounded = await rowsAt(
      `${klines}&startTime=${String(ms('2025-10-10T21:20Z'))}&endTime=${String(ms('2025-10-10T21:22Z'))}`,
    );
    expect(bounded.map((row) => row[0])).toEqual([
      ms('2025-10-10T21:20Z'),
      ms('2025-10-10T21:21Z'),
      ms('2025-10-10T21:22Z'),
    ]);
    const start = `${klines}&startTime=${String(ms('2025-10-04T00:00Z'))}`;
    expect((await rowsAt(start)).length).toBe(500);
    expect((await rowsAt(`${start}&limit=5000`)).length).toBe(1_000);
    expect((await rowsAt(`${start}&limit=5000`))[0]?.[0]).toBe(ms('2025-10-04T00:00Z'));
  });
  it('fills a minute without a trade with a flat row of volume 0', async () => {
    const market = listed(scenario, 'binance', 'WBETH/USDT');
    let silent = minuteAtIso('2025-10-08T00:00Z');
    while (!Number.isNaN(fieldAt(scenario, market, silent, 'open'))) silent += 1;
    const [row] = await rowsAt(
      `binance/api.binance.com/api/v3/klines?interval=1m&symbol=WBETHUSDT&startTime=${String(silent * 60_000)}&limit=1`,
    );
    expect(row?.[0]).toBe(silent * 60_000);
    expect([row?.[5], row?.[8]]).toEqual(['0.00000000', 0]);
    expect(new Set(row?.slice(1, 5)).size).toBe(1);
  });
  it('serves the candle that is still open', async () => {
    expect((await rowsAt(`${klines}&limit=1`))[0]?.[0]).toBe(NOW);
  });
});

describe('coinbase', () => {
  const candles = 'coinbase/api.exchange.coinbase.com/products/ATOM-USD/candles?granularity=60';
  it('writes time, low, high, open, close, volume, newest first, both bounds included', async () => {
    const rows = await rowsAt(`${candles}&start=2025-10-10T21:20:00.000Z&end=2025-10-10T21:21:00.000Z`);
    expect(rows.map((row) => row[0])).toEqual([seconds('2025-10-10T21:21Z'), seconds('2025-10-10T21:20Z')]);
    expect(rows[1]).toEqual([seconds('2025-10-10T21:20Z'), 3.56, 3.594, 3.56, 3.594, 2_425.45]);
  });
  it('refuses more than 300 candles', async () => {
    const { status, body } = await get(`${candles}&start=2025-10-10T12:00:00.000Z&end=2025-10-10T17:01:00.000Z`);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('exceeds 300');
  });
  it('omits a minute without a trade, and sends the row before when it is the first', async () => {
    const market = listed(scenario, 'coinbase', 'ATOM/USD');
    let silent = minuteAtIso('2025-10-04T00:00Z');
    while (!Number.isNaN(fieldAt(scenario, market, silent, 'open'))) silent += 1;
    const iso = (minute: number): string => new Date(minute * 60_000).toISOString();
    const rows = await rowsAt(`${candles}&start=${iso(silent)}&end=${iso(silent + 10)}`);
    const times = rows.map((row) => Number(row[0]) / 60);
    expect(times).not.toContain(silent);
    expect(times.at(-1)).toBeLessThan(silent);
  });
  it("answers ccxt's other class, of the Advanced Trade API, alike", async () => {
    const exchange = pointed(new ccxt.coinbase({ enableRateLimit: false }), 'coinbase', simulator.origin);
    const [row] = await exchange.fetchOHLCV('ATOM/USD', '1m', ms('2025-10-10T21:20Z'), 1);
    expect(row).toEqual([ms('2025-10-10T21:20Z'), 3.56, 3.594, 3.56, 3.594, 2_425.45]);
  });
});

describe('kraken', () => {
  const ohlc = 'kraken/api.kraken.com/0/public/OHLC?pair=ATOMUSD&interval=1';
  it('gives the latest 720 rows whatever since says, the last one open', async () => {
    for (const since of ['', `&since=${String(seconds('2025-10-03T00:00Z'))}`]) {
      const rows = await rowsAt(`${ohlc}${since}`, 'result', 'ATOMUSD');
      expect(rows.length).toBe(720);
      expect(rows[0]?.[0]).toBe(NOW / 1000 - 719 * 60);
      expect(rows.at(-1)?.[0]).toBe(NOW / 1000);
    }
  });
  it('writes time, open, high, low, close, vwap, volume and count, later than since, flat where nobody traded', async () => {
    const rows = await rowsAt(`${ohlc}&since=${String(seconds('2025-10-10T21:19Z'))}`, 'result', 'ATOMUSD');
    expect(rows[0]).toEqual([
      seconds('2025-10-10T21:20Z'),
      '3.3745',
      '3.3745',
      '3.0000',
      '3.3239',
      expect.any(String),
      expect.stringMatching(/^\d+\.\d{8}$/),
      expect.any(Number),
    ]);
    const silent = rows.filter((row) => row[7] === 0);
    const market = listed(scenario, 'kraken', 'ATOM/USD');
    const untraded = rows.filter((row) => Number.isNaN(fieldAt(scenario, market, Number(row[0]) / 60, 'open')));
    expect(silent.length).toBeGreaterThan(0);
    expect(silent).toEqual(untraded);
    expect(silent.every((row) => new Set(row.slice(1, 5)).size === 1 && row[6] === '0.00000000')).toBe(true);
  });
});

describe('okx', () => {
  const at = (path: string, query: string): string =>
    `okx/www.okx.com/api/v5/market/${path}?instId=ATOM-USDT&bar=1m&${query}`;
  it('takes after and before as exclusive bounds and writes newest first', async () => {
    const rows = await rowsAt(
      at('history-candles', `before=${String(ms('2025-10-10T21:20Z'))}&after=${String(ms('2025-10-10T21:23Z'))}`),
      'data',
    );
    expect(rows.map((row) => row[0])).toEqual([String(ms('2025-10-10T21:22Z')), String(ms('2025-10-10T21:21Z'))]);
    expect(rows.every((row) => row.length === 9 && row.every((cell) => typeof cell === 'string'))).toBe(true);
  });
  it('serves older minutes from /history-candles alone, and the open one from /candles, unconfirmed', async () => {
    const old = `before=${String(ms('2025-10-09T00:00Z') - 1)}&after=${String(ms('2025-10-09T05:00Z'))}&limit=300`;
    expect(await rowsAt(at('candles', old), 'data')).toEqual([]);
    expect((await rowsAt(at('history-candles', old), 'data')).length).toBe(300);
    const [open, closed] = await rowsAt(at('candles', 'limit=2'), 'data');
    expect([open?.[0], open?.[8], closed?.[8]]).toEqual([String(NOW), '0', '1']);
    expect((await rowsAt(at('history-candles', 'limit=1'), 'data'))[0]?.[8]).toBe('1');
  });
});

describe('bybit', () => {
  it('returns the candle that contains start, newest first', async () => {
    const start = ms('2025-10-10T21:20Z') + 30_000;
    const rows = await rowsAt(
      `bybit/api.bybit.com/v5/market/kline?category=spot&symbol=ATOMUSDT&interval=1&limit=2&start=${String(start)}`,
      'result',
      'list',
    );
    expect(rows.map((row) => row[0])).toEqual([String(ms('2025-10-10T21:21Z')), String(ms('2025-10-10T21:20Z'))]);
  });
});

describe('kucoin', () => {
  it('writes time, open, close, high, low, volume and turnover, newest first, 1,500 at most and the newest of the range', async () => {
    const query = (from: string, to: string): string =>
      `kucoin/api.kucoin.com/api/v1/market/candles?symbol=ATOM-USDT&type=1min&startAt=${String(seconds(from))}&endAt=${String(seconds(to))}`;
    const market = listed(scenario, 'kucoin', 'ATOM/USDT');
    const minute = minuteAtIso('2025-10-10T21:20Z');
    const price = (field: 'open' | 'high' | 'low' | 'close'): string =>
      String(fieldAt(scenario, market, minute, field));
    const [row] = await rowsAt(query('2025-10-10T21:20Z', '2025-10-10T21:21Z'), 'data');
    expect(row).toEqual([
      String(minute * 60),
      price('open'),
      price('close'),
      price('high'),
      price('low'),
      expect.any(String),
      expect.any(String),
    ]);
    const long = await rowsAt(query('2025-10-03T00:00Z', '2025-10-10T00:00Z'), 'data');
    expect(long.length).toBe(1_500);
    expect(Number(long[0]?.[0])).toBe(seconds('2025-10-09T23:59Z'));
  });
});

describe('gate', () => {
  const at = (query: string): string =>
    `gate/api.gateio.ws/api/v4/spot/candlesticks?currency_pair=ATOM_USDT&interval=1m&${query}`;
  const range = (from: string, to: string): string => at(`from=${String(seconds(from))}&to=${String(seconds(to))}`);
  it('writes time, quote volume, close, high, low, open, base volume and closed, ascending, both bounds included', async () => {
    const rows = await rowsAt(range('2025-10-10T21:20Z', '2025-10-10T21:21Z'));
    expect(rows.map((row) => row[0])).toEqual([
      String(seconds('2025-10-10T21:20Z')),
      String(seconds('2025-10-10T21:21Z')),
    ]);
    expect([rows[0]?.[4], rows[0]?.[7], rows[0]?.length]).toEqual(['1.566', 'true', 8]);
  });
  it.each([
    ['a minute older than the latest 10,000', range('2025-10-03T00:00Z', '2025-10-03T01:00Z'), 'Maximum 10000 points'],
    ['more than 1,000 candles', range('2025-10-09T00:00Z', '2025-10-09T18:00Z'), 'Maximum 1000 points'],
    ['a limit beside from and to', `${range('2025-10-10T21:20Z', '2025-10-10T21:21Z')}&limit=10`, 'limit conflicts'],
  ])('refuses %s', async (_case, address, message) => {
    const { status, body } = await get(address);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(message);
  });
});

describe('bitget', () => {
  it('answers recent candles where ccxt believes they are recent, and 200 of history else', async () => {
    const recent = client('bitget', NOW);
    const from = ms('2025-10-10T12:00Z');
    expect((await recent.fetchOHLCV('ATOM/USDT', '1m', from, 1_000)).length).toBe(725);
    expect(simulator.requests.at(-1)?.path).toBe('/api/v2/spot/market/candles');
    const later = client('bitget', NOW + 400 * 86_400_000);
    const rows = await later.fetchOHLCV('ATOM/USDT', '1m', from, 200);
    expect(simulator.requests.at(-1)?.path).toBe('/api/v2/spot/market/history-candles');
    expect([rows.length, rows[0]?.[0]]).toEqual([200, from]);
  });
  it('moves the start past since when ccxt is asked for more than 200 of history', async () => {
    const later = client('bitget', NOW + 400 * 86_400_000);
    const rows = await later.fetchOHLCV('ATOM/USDT', '1m', ms('2025-10-10T12:00Z'), 300);
    expect(rows[0]?.[0]).toBe(ms('2025-10-10T13:40Z'));
  });
});
