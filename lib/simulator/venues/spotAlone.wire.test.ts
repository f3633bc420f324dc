import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crash as crashScenario } from '../testing/crash';
import { startSimulator, type Simulator } from '../server';
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

async function get(address: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${simulator.origin}/${address}`);
  return { status: response.status, body: await response.json() };
}

/** The rows of a reply whose body is a list, or which hold one at the end of a path of keys. */
async function rowsAt<Row = readonly unknown[]>(address: string, ...keys: readonly string[]): Promise<readonly Row[]> {
  const { body } = await get(address);
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], body) as readonly Row[];
}

const aNumber = expect.any(Number) as unknown as number;
const aDecimal = expect.stringMatching(/^[\d.]+$/) as unknown as string;

const ms = (iso: string): number => Date.parse(iso);
const seconds = (iso: string): number => Date.parse(iso) / 1000;
const kst = (iso: string): string => new Date(Date.parse(iso) + 9 * 3_600_000).toISOString().slice(0, 19);

type PriceField = 'open' | 'high' | 'low' | 'close';
const price = (venue: string, pair: string, iso: string, field: PriceField): number =>
  fieldAt(scenario, listed(scenario, venue, pair), minuteAtIso(iso), field);

/** The first minute from `iso` on in which the market did not trade. */
function silentMinute(venue: string, pair: string, iso: string): number {
  const market = listed(scenario, venue, pair);
  let minute = minuteAtIso(iso);
  while (!Number.isNaN(fieldAt(scenario, market, minute, 'open'))) minute += 1;
  return minute;
}

describe('every venue of spot markets alone', () => {
  it.each([
    [
      'htx/api.huobi.pro/market/history/candles?symbol=noneusdt&period=1min',
      200,
      expect.objectContaining({ status: 'error', 'err-code': 'invalid-parameter', 'err-msg': 'invalid symbol' }),
    ],
    [
      'mexc/api.mexc.com/api/v3/klines?symbol=NONEUSDT&interval=1m',
      400,
      expect.objectContaining({ code: -1121, msg: 'Invalid symbol.' }),
    ],
    ['bitfinex/api-pub.bitfinex.com/v2/candles/trade:1m:tNONE:USD/hist', 500, ['error', 10_020, 'symbol: invalid']],
    [
      'bitstamp/www.bitstamp.net/api/v2/ohlc/noneusd/?step=60&limit=1',
      404,
      expect.objectContaining({ status: 'error' }),
    ],
    [
      'upbit/api.upbit.com/v1/candles/minutes/1?market=KRW-NONE',
      404,
      { error: { name: 404, message: 'Code not found' } },
    ],
    [
      'cryptocom/api.crypto.com/exchange/v1/public/get-candlestick?instrument_name=NONE_USD&timeframe=1m',
      400,
      expect.objectContaining({ code: 40_004 }),
    ],
    [
      'gemini/api.gemini.com/v2/candles/noneusd/1m',
      400,
      expect.objectContaining({ result: 'error', reason: 'InvalidSymbol' }),
    ],
    [
      'bithumb/api.bithumb.com/v1/candles/minutes/1?market=KRW-NONE',
      404,
      { error: { name: '404', message: 'Code not found' } },
    ],
  ])('refuses an unknown market in its own words: %s', async (address, status, body) => {
    const reply = await get(address);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual(body);
  });
  it.each(['htx', 'mexc', 'bitfinex', 'bitstamp', 'upbit', 'cryptocom', 'gemini', 'bithumb'])(
    '%s answers an unknown path with an error',
    async (venue) => {
      const { status, body } = await get(`${venue}/example.org/nowhere`);
      expect(status).toBe(404);
      expect(JSON.stringify(body)).toMatch(/error|not found|bad_request/i);
    },
  );
  it.each([
    ['htx', 'api.huobi.pro/v1/common/timestamp', 'data'],
    ['mexc', 'api.mexc.com/api/v3/time', 'serverTime'],
  ])("%s tells the simulator's time", async (venue, path, key) => {
    expect((await get(`${venue}/${path}`)).body).toMatchObject({ [key]: NOW });
  });
});

describe('htx', () => {
  const at = (path: string, query: string): string =>
    `htx/api.huobi.pro/market/history/${path}?symbol=atomusdt&period=1min&${query}`;
  it('writes rows as objects, newest first, the base in amount and the quote in vol', async () => {
    const query = `from=${String(seconds('2025-10-10T21:20Z'))}&to=${String(seconds('2025-10-10T21:21Z'))}`;
    const rows = await rowsAt<Record<string, number>>(at('candles', query), 'data');
    expect(rows.map((row) => row['id'])).toEqual([seconds('2025-10-10T21:21Z'), seconds('2025-10-10T21:20Z')]);
    const [, row] = rows;
    const field = (name: PriceField): number => price('htx', 'ATOM/USDT', '2025-10-10T21:20Z', name);
    expect(row).toMatchObject({
      open: field('open'),
      close: field('close'),
      high: field('high'),
      low: field('low'),
      count: aNumber,
    });
    expect((row?.['vol'] ?? NaN) / (row?.['amount'] ?? NaN)).toBeCloseTo((field('open') + field('close')) / 2, 3);
  });
  it('gives 150 rows unless asked, from the start on where there is one, and none for more than 1,000', async () => {
    const from = `from=${String(seconds('2025-10-04T00:00Z'))}`;
    const ids = async (query: string): Promise<readonly number[]> =>
      (await rowsAt<{ id: number }>(at('candles', query), 'data')).map((row) => row.id);
    const first = await ids(from);
    expect([first.length, first.at(-1)]).toEqual([150, seconds('2025-10-04T00:00Z')]);
    expect((await ids(`${from}&size=1000`)).length).toBe(1_000);
    expect(await ids(`${from}&size=1001`)).toEqual([]);
    expect((await ids('size=2'))[0]).toBe(NOW / 1000);
  });
  it('fills a minute without a trade with a flat row of amount and count 0', async () => {
    const silent = silentMinute('htx', 'ATOM/USDT', '2025-10-04T00:00Z');
    const [row] = await rowsAt<Record<string, number>>(at('candles', `from=${String(silent * 60)}&size=1`), 'data');
    expect(row).toMatchObject({ id: silent * 60, amount: 0, vol: 0, count: 0 });
    expect(new Set(['open', 'high', 'low', 'close'].map((name) => row?.[name])).size).toBe(1);
  });
  it('gives the latest rows on the documented endpoint, 2,000 at most, and refuses more', async () => {
    const rows = await rowsAt<{ id: number }>(
      at('kline', `size=2000&from=${String(seconds('2025-10-04T00:00Z'))}`),
      'data',
    );
    expect([rows.length, rows[0]?.id]).toEqual([2_000, NOW / 1000]);
    expect((await get(at('kline', 'size=2001'))).body).toMatchObject({
      status: 'error',
      'err-msg': 'invalid size, valid range: [1,2000]',
    });
  });
});

describe('mexc', () => {
  const at = (query: string): string => `mexc/api.mexc.com/api/v3/klines?symbol=ATOMUSDT&interval=1m&${query}`;
  it('writes eight columns, ascending, the end excluded and the close time the next open time', async () => {
    const rows = await rowsAt(
      at(`startTime=${String(ms('2025-10-10T21:20Z'))}&endTime=${String(ms('2025-10-10T21:22Z'))}`),
    );
    expect(rows.map((row) => row[0])).toEqual([ms('2025-10-10T21:20Z'), ms('2025-10-10T21:21Z')]);
    const text = (name: PriceField): string => String(price('mexc', 'ATOM/USDT', '2025-10-10T21:20Z', name));
    expect(rows[0]).toEqual([
      ms('2025-10-10T21:20Z'),
      text('open'),
      text('high'),
      text('low'),
      text('close'),
      aDecimal,
      ms('2025-10-10T21:21Z'),
      aDecimal,
    ]);
  });
  it('gives 500 rows at most, the oldest of a range', async () => {
    const rows = await rowsAt(
      at(`startTime=${String(ms('2025-10-09T00:00Z'))}&endTime=${String(ms('2025-10-10T00:00Z'))}&limit=1000`),
    );
    expect([rows.length, rows[0]?.[0]]).toEqual([500, ms('2025-10-09T00:00Z')]);
  });
  it('ignores startTime without endTime', async () => {
    const rows = await rowsAt(at(`startTime=${String(ms('2025-10-09T00:00Z'))}&limit=10`));
    expect([rows.length, rows.at(-1)?.[0]]).toEqual([10, NOW]);
  });
});

describe('bitfinex', () => {
  const at = (query: string, symbol = 'tATOUSD'): string =>
    `bitfinex/api-pub.bitfinex.com/v2/candles/trade:1m:${symbol}/hist?${query}`;
  it('writes time, open, close, high, low, volume, both bounds included', async () => {
    const rows = await rowsAt(
      at(`start=${String(ms('2025-10-10T21:20Z'))}&end=${String(ms('2025-10-10T21:21Z'))}&sort=1`, 'tXRPUSD'),
    );
    const number = (name: PriceField): number => price('bitfinex', 'XRP/USD', '2025-10-10T21:20Z', name);
    expect(rows.map((row) => row[0])).toEqual([ms('2025-10-10T21:20Z'), ms('2025-10-10T21:21Z')]);
    expect(rows[0]).toEqual([
      ms('2025-10-10T21:20Z'),
      number('open'),
      number('close'),
      number('high'),
      number('low'),
      aNumber,
    ]);
  });
  it('gives the newest 100 unless asked, newest first, and with sort=1 the oldest', async () => {
    const start = `start=${String(ms('2025-10-10T00:00Z'))}`;
    const newest = await rowsAt(at(start));
    expect([newest.length, newest[0]?.[0]]).toEqual([100, NOW]);
    const times = (await rowsAt(at(`${start}&sort=1&limit=50`, 'tBTCUSD'))).map((row) => Number(row[0]));
    expect([times.length, times[0]]).toEqual([50, ms('2025-10-10T00:00Z')]);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
  it('has no row for a minute without a trade', async () => {
    const silent = silentMinute('bitfinex', 'ATOM/USD', '2025-10-04T00:00Z') * 60_000;
    const times = (await rowsAt(at(`start=${String(silent)}&end=${String(silent + 600_000)}&sort=1`))).map((row) =>
      Number(row[0]),
    );
    expect(times.length).toBeGreaterThan(0);
    expect(times).not.toContain(silent);
  });
  it('refuses more than 10,000 rows', async () => {
    expect(await get(at('limit=10001'))).toEqual({ status: 500, body: ['error', 10_020, 'limit: invalid'] });
    expect((await rowsAt(at('limit=10000', 'tBTCUSD'))).length).toBe(10_000);
  });
  it('sets long names off by a colon and shortens Tether to UST', async () => {
    const [pairs] = (await get('bitfinex/api-pub.bitfinex.com/v2/conf/pub:info:pair,pub:list:currency')).body as [
      readonly (readonly [string, unknown])[],
      unknown,
    ];
    expect(pairs.map(([pair]) => pair)).toEqual(expect.arrayContaining(['BTCUSD', 'ATOUST', 'DOGE:USD', 'USTUSD']));
  });
});

describe('bitstamp', () => {
  const at = (query: string): string => `bitstamp/www.bitstamp.net/api/v2/ohlc/atomusd/?step=60&${query}`;
  type Row = Readonly<Record<'timestamp' | PriceField | 'volume', string>>;
  const ohlc = (query: string): Promise<readonly Row[]> => rowsAt<Row>(at(query), 'data', 'ohlc');
  it('is anchored at end, inclusive, whatever start says, as a recorded reply is', async () => {
    const rows = await ohlc(
      `start=${String(seconds('2025-10-05T00:00Z'))}&end=${String(seconds('2025-10-10T21:20Z') + 59)}&limit=1000`,
    );
    expect(rows.length).toBe(1_000);
    expect(rows.at(-1)?.timestamp).toBe(String(seconds('2025-10-10T21:20Z')));
    expect(rows[0]?.timestamp).toBe(String(seconds('2025-10-10T21:20Z') - 999 * 60));
  });
  it('begins at start where no end is given, and ends now where neither is', async () => {
    expect((await ohlc(`start=${String(seconds('2025-10-05T00:00Z'))}&limit=3`)).map((row) => row.timestamp)).toEqual(
      [0, 60, 120].map((after) => String(seconds('2025-10-05T00:00Z') + after)),
    );
    expect((await ohlc('limit=1'))[0]?.timestamp).toBe(String(NOW / 1000));
    expect((await ohlc('limit=1&exclude_current_candle=true'))[0]?.timestamp).toBe(String(NOW / 1000 - 60));
  });
  it('fills a minute without a trade with a flat row of volume 0', async () => {
    const silent = silentMinute('bitstamp', 'ATOM/USD', '2025-10-04T00:00Z');
    const [row] = await ohlc(`start=${String(silent * 60)}&limit=1`);
    expect([row?.timestamp, row?.volume]).toEqual([String(silent * 60), '0.00000000']);
    expect(new Set([row?.open, row?.high, row?.low, row?.close]).size).toBe(1);
  });
  it.each(['limit=1001', 'limit=0', ''])('refuses a limit that is not between 1 and 1,000: "%s"', async (query) => {
    expect((await get(at(query))).status).toBe(400);
  });
});

describe('cryptocom', () => {
  type Row = Readonly<Record<'o' | 'h' | 'l' | 'c' | 'v', string>> & { readonly t: number };
  const rows = (query: string): Promise<readonly Row[]> =>
    rowsAt<Row>(
      `cryptocom/api.crypto.com/exchange/v1/public/get-candlestick?instrument_name=ATOM_USD&timeframe=1m&${query}`,
      'result',
      'data',
    );
  it('writes rows as objects of text with the time in milliseconds, both bounds excluded', async () => {
    const got = await rows(`start_ts=${String(ms('2025-10-10T21:19Z'))}&end_ts=${String(ms('2025-10-10T21:22Z'))}`);
    expect(got.map((row) => row.t)).toEqual([ms('2025-10-10T21:20Z'), ms('2025-10-10T21:21Z')]);
    const text = (name: PriceField): string => String(price('cryptocom', 'ATOM/USD', '2025-10-10T21:20Z', name));
    expect(got[0]).toEqual({
      o: text('open'),
      h: text('high'),
      l: text('low'),
      c: text('close'),
      v: aDecimal,
      t: ms('2025-10-10T21:20Z'),
    });
  });
  it('gives 25 rows unless asked, 300 at most, the newest, from the last day alone unless told', async () => {
    expect((await rows('')).length).toBe(25);
    const long = await rows('count=1000');
    expect([long.length, long.at(-1)?.t]).toEqual([300, NOW]);
    expect(await rows(`end_ts=${String(ms('2025-10-09T00:00Z'))}`)).toEqual([]);
  });
});

describe('gemini', () => {
  const at = (symbol: string): string => `gemini/api.gemini.com/v2/candles/${symbol}/1m`;
  it('gives the latest day at once, newest first, in time, open, high, low, close, volume', async () => {
    const rows = await rowsAt<readonly number[]>(at('ATOMUSD'));
    expect([rows.length, rows[0]?.[0], rows.at(-1)?.[0]]).toEqual([1_440, NOW, NOW - 1_439 * 60_000]);
    const number = (name: PriceField): number => price('gemini', 'ATOM/USD', '2025-10-10T23:47Z', name);
    expect(rows.find((row) => row[0] === ms('2025-10-10T23:47Z'))?.slice(1, 5)).toEqual([
      number('open'),
      number('high'),
      3,
      number('close'),
    ]);
  });
  it('fills a minute without a trade with a flat row of volume 0', async () => {
    const silent = silentMinute('gemini', 'ATOM/USD', '2025-10-10T04:00Z') * 60_000;
    const row = (await rowsAt<readonly number[]>(at('atomusd'))).find((candidate) => candidate[0] === silent);
    expect(row?.[5]).toBe(0);
    expect(new Set(row?.slice(1, 5)).size).toBe(1);
  });
});

describe.each([
  ['upbit', 'api.upbit.com'],
  ['bithumb', 'api.bithumb.com'],
])('%s', (venue, host) => {
  const rows = (query: string, market = 'KRW-ATOM'): Promise<readonly Record<string, unknown>[]> =>
    rowsAt<Record<string, unknown>>(`${venue}/${host}/v1/candles/minutes/1?market=${market}&${query}`);
  /** The end of a page as the venue reads it: UTC on Upbit, Korea's clock on Bithumb. */
  const before = (iso: string): string =>
    `to=${venue === 'upbit' ? new Date(iso).toISOString().slice(0, 19) : kst(iso)}`;
  const time = (row: Record<string, unknown> | undefined): unknown => row?.['candle_date_time_utc'];

  it('writes a candle in both clocks, in won, newest first, to excluded', async () => {
    const got = await rows(`${before('2025-10-10T21:21:00Z')}&count=2`);
    expect(time(got[0])).toBe('2025-10-10T21:20:00');
    const number = (name: PriceField): number => price(venue, 'ATOM/KRW', '2025-10-10T21:20Z', name);
    expect(got[0]).toMatchObject({
      market: 'KRW-ATOM',
      candle_date_time_kst: '2025-10-11T06:20:00',
      unit: 1,
      opening_price: number('open'),
      high_price: number('high'),
      low_price: number('low'),
      trade_price: number('close'),
      timestamp: aNumber,
      candle_acc_trade_price: aNumber,
      candle_acc_trade_volume: aNumber,
    });
    expect(time(got[1])).toBe('2025-10-10T21:19:00');
  });
  it('gives one row unless asked, 200 at most, the open one first', async () => {
    expect((await rows('')).map(time)).toEqual(['2025-10-11T00:05:00']);
    expect((await rows('count=500', 'KRW-BTC')).length).toBe(200);
  });
  it('has no row for a minute without a trade: a page reaches further back', async () => {
    const silent = silentMinute(venue, 'ATOM/KRW', '2025-10-04T00:00Z');
    const got = await rows(`${before(new Date((silent + 1) * 60_000).toISOString())}&count=1`);
    expect(ms(`${String(time(got[0]))}Z`)).toBeLessThan(silent * 60_000);
  });
});

describe('the clock of to', () => {
  const ask = (venue: string, to: string): Promise<{ status: number; body: unknown }> =>
    get(`${venue}/example.org/v1/candles/minutes/1?market=KRW-BTC&count=1&to=${encodeURIComponent(to)}`);
  it('is UTC on upbit, unless the time names a zone', async () => {
    for (const to of [
      '2025-10-10 21:21:00',
      '2025-10-10T21:21:00Z',
      '2025-10-11T06:21:00+09:00',
      '2025-10-10T21:21:00.000Z',
    ]) {
      expect((await ask('upbit', to)).body).toMatchObject([{ candle_date_time_utc: '2025-10-10T21:20:00' }]);
    }
    expect((await ask('upbit', 'yesterday')).status).toBe(400);
  });
  it("is Korea's on bithumb, which refuses a zone", async () => {
    expect((await ask('bithumb', '2025-10-11 06:21:00')).body).toMatchObject([
      { candle_date_time_utc: '2025-10-10T21:20:00' },
    ]);
    expect((await ask('bithumb', '2025-10-10T21:21:00Z')).status).toBe(400);
  });
});
