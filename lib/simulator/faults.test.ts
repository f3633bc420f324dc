import ccxt, { NetworkError } from 'ccxt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { minute, minuteRange } from '../domain/minute';
import { crash as crashScenario } from './testing/crash';
import { faultPicker, type Fault, type FaultPlan } from './faults';
import { mixedFaults } from './testing/mixedFaults';
import { startSimulator, type Simulator } from './server';
import { pointed } from './testing/pointed';

const scenario = crashScenario();
const FROM = Date.parse('2025-10-10T21:00Z');
const KLINES = `api.binance.com/api/v3/klines?symbol=ATOMUSDT&interval=1m&startTime=${String(FROM)}&limit=30`;
const only = (fault: Fault): FaultPlan => [{ fault }];
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterEach(() => {
  simulator.setFaults([]);
});
afterAll(async () => {
  await simulator.close();
});

const ask = (address = `binance/${KLINES}`, init: RequestInit = {}): Promise<Response> =>
  fetch(`${simulator.origin}/${address}`, init);
const rows = async (address?: string): Promise<readonly (readonly unknown[])[]> =>
  (await ask(address)).json() as Promise<readonly (readonly unknown[])[]>;

describe('a reply that fails on the way', () => {
  it('is 429 with Retry-After', async () => {
    simulator.setFaults(only({ kind: 'too-many-requests', retryAfterSeconds: 7 }));
    const response = await ask();
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  });
  it.each([
    ['unavailable', 503],
    ['geo-block', 451],
  ] as const)('%s is %d', async (kind, status) => {
    simulator.setFaults(only({ kind }));
    expect((await ask()).status).toBe(status);
  });
  it('is HTML under HTTP 200', async () => {
    simulator.setFaults(only({ kind: 'html' }));
    const response = await ask();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
  });
  it('is JSON that stops half-way', async () => {
    simulator.setFaults(only({ kind: 'cut-json' }));
    const text = await (await ask()).text();
    expect(text.startsWith('[[')).toBe(true);
    expect(() => {
      JSON.parse(text);
    }).toThrow(SyntaxError);
  });
  it('never comes, until the client gives up', async () => {
    simulator.setFaults(only({ kind: 'hang' }));
    await expect(ask(undefined, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
  it('is a reset connection', async () => {
    simulator.setFaults(only({ kind: 'reset' }));
    await expect(ask()).rejects.toThrow('fetch failed');
  });
  it('reaches ccxt as an error that may be tried again, where ccxt knows it', async () => {
    simulator.setFaults([{ path: /klines/, fault: { kind: 'unavailable' } }]);
    const exchange = pointed(new ccxt.binance({ enableRateLimit: false }), 'binance', simulator.origin);
    await expect(exchange.fetchOHLCV('ATOM/USDT', '1m', FROM, 30)).rejects.toBeInstanceOf(NetworkError);
  });
  it("carries the simulator's Date even so", async () => {
    simulator.setFaults(only({ kind: 'unavailable' }));
    expect(Date.parse((await ask()).headers.get('date') ?? '')).toBe(scenario.nowMs);
  });
});

describe('rows that are wrong', () => {
  const times = (some: readonly (readonly unknown[])[]): readonly number[] => some.map((row) => Number(row[0]));
  const right = Array.from({ length: 30 }, (_, i) => FROM + i * 60_000);

  it('come shuffled, none lost', async () => {
    simulator.setFaults(only({ kind: 'shuffled' }));
    const got = times(await rows());
    expect(got).not.toEqual(right);
    expect([...got].sort((a, b) => a - b)).toEqual(right);
  });
  it('come twice', async () => {
    simulator.setFaults(only({ kind: 'duplicated' }));
    expect(times(await rows())).toEqual(right.flatMap((time) => [time, time]));
  });
  it('come from another range than asked', async () => {
    simulator.setFaults(only({ kind: 'wrong-range' }));
    const got = times(await rows());
    expect(got.length).toBe(30);
    expect(got.at(-1)).toBe(scenario.nowMs);
  });
  it('hold a low above the open, once', async () => {
    simulator.setFaults(only({ kind: 'broken-row' }));
    expect((await rows()).filter((row) => Number(row[3]) > Number(row[1])).length).toBe(1);
  });
  it('hold an edited candle, the others as before', async () => {
    const before = await rows();
    simulator.setFaults(only({ kind: 'edited-candle', minute: minute(FROM / 60_000 + 4), factor: 0.5 }));
    const after = await rows();
    const changed = after.flatMap((row, i) => (JSON.stringify(row) === JSON.stringify(before[i]) ? [] : [i]));
    expect(changed).toEqual([4]);
    expect(Number(after[4]?.[4])).toBeCloseTo(Number(before[4]?.[4]) / 2, 6);
  });
  it('are none, in the shape of an answer, of candles and of trades', async () => {
    simulator.setFaults(only({ kind: 'empty' }));
    expect(await rows()).toEqual([]);
    const trades = await rows(`binance/api.binance.com/api/v3/aggTrades?symbol=ATOMUSDT&startTime=${String(FROM)}`);
    expect(trades).toEqual([]);
    const kraken = `kraken/api.kraken.com/0/public/Trades?pair=ATOMUSD&since=${String(FROM)}000000`;
    expect(await (await ask(kraken)).json()).toMatchObject({ error: [], result: { ATOMUSD: [] } });
  });
  it('are none where a request touches the minutes of a part that is down, and whole elsewhere', async () => {
    const later = minuteRange(minute(FROM / 60_000 + 30), minute(FROM / 60_000 + 90));
    simulator.setFaults(only({ kind: 'empty', of: later }));
    expect(await rows()).toHaveLength(30);
    expect(await rows(`binance/${KLINES.replace('limit=30', 'limit=31')}`)).toEqual([]);
  });
  it('say null for every volume and count', async () => {
    simulator.setFaults(only({ kind: 'no-volume' }));
    expect((await rows()).map((row) => [row[5], row[7], row[8]])).toEqual(right.map(() => [null, null, null]));
    const okx = 'okx/www.okx.com/api/v5/market/history-candles?instId=ATOM-USDT&bar=1m&limit=2';
    const { data } = (await (await ask(okx)).json()) as { readonly data: readonly (readonly unknown[])[] };
    expect(data.map((row) => row.slice(5, 8))).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
  });
  it('end with the open candle, where the venue serves closed ones alone', async () => {
    const history = 'okx/www.okx.com/api/v5/market/history-candles?instId=ATOM-USDT&bar=1m&limit=2';
    const newest = async (): Promise<unknown> =>
      ((await (await ask(history)).json()) as { data: string[][] }).data[0]?.[0];
    expect(await newest()).toBe(String(scenario.nowMs - 60_000));
    simulator.setFaults(only({ kind: 'unclosed-last' }));
    expect(await newest()).toBe(String(scenario.nowMs));
  });
});

describe('a fault plan', () => {
  const struck = (plan: FaultPlan, asks: readonly (readonly [string, string])[]): readonly (string | undefined)[] => {
    const pick = faultPicker(plan);
    return asks.map(([venue, path]) => pick(venue, path)?.kind);
  };
  const six = Array.from({ length: 6 }, () => ['binance', '/api/v3/klines'] as const);
  const fault: Fault = { kind: 'unavailable' };

  it('strikes the nth matching request, or every kth, or the first few', () => {
    const hits = (plan: FaultPlan): readonly boolean[] => struck(plan, six).map((kind) => kind !== undefined);
    expect(hits([{ fault, nth: 3 }])).toEqual([false, false, true, false, false, false]);
    expect(hits([{ fault, every: 2 }])).toEqual([false, true, false, true, false, true]);
    expect(hits([{ fault, times: 2 }])).toEqual([true, true, false, false, false, false]);
  });
  it('counts only requests of its venue and path', () => {
    const asks = [
      ['okx', '/candles'],
      ['binance', '/time'],
      ['binance', '/klines'],
      ['okx', '/klines'],
      ['binance', '/klines'],
    ] as const;
    expect(struck([{ fault, venue: 'binance', path: /klines/, nth: 2 }], asks)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'unavailable',
    ]);
  });
  it('takes the first rule that strikes', () => {
    expect(struck([{ fault, nth: 2 }, { fault: { kind: 'html' } }], six.slice(0, 3))).toEqual([
      'html',
      'unavailable',
      'html',
    ]);
  });
  it('draws a share at random, the same for the same seed', () => {
    const many = Array.from({ length: 1_000 }, () => ['gate', '/x'] as const);
    const hits = (seed: number): readonly (string | undefined)[] => struck([{ fault, probability: 0.2, seed }], many);
    expect(hits(5)).toEqual(hits(5));
    expect(hits(5)).not.toEqual(hits(6));
    const count = hits(5).filter((kind) => kind !== undefined).length;
    expect(count).toBeGreaterThan(150);
    expect(count).toBeLessThan(250);
  });
  it('is named in the log of requests', async () => {
    simulator.setFaults([{ fault, venue: 'binance' }]);
    await ask();
    expect(simulator.requests.at(-1)).toEqual({
      venue: 'binance',
      host: 'api.binance.com',
      path: '/api/v3/klines',
      fault: 'unavailable',
      query: { symbol: 'ATOMUSDT', interval: '1m', startTime: String(FROM), limit: '30' },
    });
  });
});

describe('a plan that mixes all faults', () => {
  const addresses = Array.from(
    { length: 3_000 },
    (_, i) =>
      [
        ['binance', '/api/v3/klines', `/api/v3/klines?startTime=${String(i)}`],
        ['kraken', '/0/public/Trades', `/0/public/Trades?since=${String(i)}`],
        ['archive', `/data/${String(i)}.zip`, `/data/${String(i)}.zip`],
        ['archive', `/data/${String(i)}.zip.CHECKSUM`, `/data/${String(i)}.zip.CHECKSUM`],
        ['okx', '/api/v5/public/instruments', `/api/v5/public/instruments?page=${String(i)}`],
      ] as const,
  ).flat();

  /** Asks each address until no fault strikes; the kinds that did, and the most asks an address took. */
  function asked(plan: FaultPlan): { kinds: readonly string[]; most: number } {
    const pick = faultPicker(plan);
    const kinds: string[] = [];
    let most = 0;
    for (const [venue, path, address] of addresses) {
      let asks = 1;
      for (
        let fault = pick(venue, path, address);
        fault !== undefined && asks < 10;
        fault = pick(venue, path, address)
      ) {
        kinds.push(fault.kind);
        asks += 1;
      }
      most = Math.max(most, asks);
    }
    return { kinds, most };
  }

  it('strikes a request twice at most, so that the third ask is answered', () => {
    for (const seed of [1, 2, 3]) expect(asked(mixedFaults(seed)).most).toBe(3);
  });
  it('holds every kind but a geo-block, a file that is missing and a candle edited later', () => {
    expect([...new Set(asked(mixedFaults(7)).kinds)].sort()).toEqual([
      'broken-row',
      'cut-json',
      'duplicated',
      'empty',
      'hang',
      'html',
      'no-volume',
      'reset',
      'reset-midway',
      'shuffled',
      'slow',
      'too-many-requests',
      'truncated',
      'unavailable',
      'unclosed-last',
      'wrong-checksum',
      'wrong-range',
    ]);
  });
  it('strikes often, the same for the same seed, and leaves out what it is told to', () => {
    const { kinds } = asked(mixedFaults(7));
    expect(kinds.length).toBeGreaterThan(0.2 * addresses.length);
    expect(asked(mixedFaults(7)).kinds).toEqual(kinds);
    expect(asked(mixedFaults(8)).kinds).not.toEqual(kinds);
    expect(kinds.filter((kind) => kind === 'hang').length).toBe(2);
    expect(
      asked(mixedFaults(7, { without: ['broken-row'], hangs: 0 })).kinds.filter(
        (kind) => kind === 'broken-row' || kind === 'hang',
      ),
    ).toEqual([]);
  });
  it('blocks the venues it is told to, always', () => {
    const { kinds } = asked(mixedFaults(7, { geoBlocked: ['okx'] }));
    expect(kinds.filter((kind) => kind === 'geo-block').length).toBe(9 * 3_000);
  });
  it('lets a client that asks three times have what it would have without faults, over the wire', async () => {
    const plain = await rows();
    simulator.setFaults(mixedFaults(3, { hangs: 0 }));
    const read = async (left: number): Promise<unknown> => {
      try {
        const response = await ask();
        const got: unknown = await response.json();
        const times = (got as readonly (readonly unknown[])[]).map((row) => Number(row[0]));
        if (
          response.ok &&
          JSON.stringify(times) === JSON.stringify(plain.map((row) => row[0])) &&
          JSON.stringify(got) === JSON.stringify(plain)
        )
          return got;
      } catch (error) {
        if (left === 0) throw error;
      }
      return left === 0 ? undefined : read(left - 1);
    };
    expect(await read(2)).toEqual(plain);
  });
});

describe('a rule of a fault plan', () => {
  const struck = (plan: FaultPlan, nowMs: number, address = '/klines?symbol=ATOMUSDT'): boolean =>
    faultPicker(plan)('binance', '/klines', address, nowMs) !== undefined;

  it('holds for a market, by the address, and for an hour, by the simulator’s clock', () => {
    const plan: FaultPlan = [
      { fault: { kind: 'empty' }, address: /ATOM/, during: { fromMs: FROM, toMs: FROM + 3_600_000 } },
    ];
    expect(struck(plan, FROM)).toBe(true);
    expect(struck(plan, FROM - 1)).toBe(false);
    expect(struck(plan, FROM + 3_600_000)).toBe(false);
    expect(struck(plan, FROM, '/klines?symbol=BTCUSDT')).toBe(false);
  });
  it('strikes a venue so often and no more', () => {
    const pick = faultPicker([{ fault: { kind: 'empty' }, perVenue: 2 }]);
    const strikes = (venue: string): number =>
      Array.from({ length: 5 }, (_, i) => pick(venue, '/klines', String(i))).filter((fault) => fault !== undefined)
        .length;
    expect([strikes('binance'), strikes('okx')]).toEqual([2, 2]);
  });
});

describe('a reply that fails while it comes', () => {
  it('is reset after half of its bytes', async () => {
    simulator.setFaults(only({ kind: 'reset-midway' }));
    const response = await ask();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });
  it('is slow, and whole', async () => {
    const plain = await rows();
    simulator.setFaults(only({ kind: 'slow', overMs: 40 }));
    expect(await rows()).toEqual(plain);
  });
});
