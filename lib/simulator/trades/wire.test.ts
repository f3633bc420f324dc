import ccxt, { type Exchange } from 'ccxt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crash as crashScenario } from '../testing/crash';
import { candleAt } from '../scenario';
import { startSimulator, type Simulator } from '../server';
import { pointed } from '../testing/pointed';
import { listed, minuteAtIso } from '../testing/quotes';

const scenario = crashScenario();
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterAll(async () => {
  await simulator.close();
});

const get = (address: string): Promise<Response> => fetch(`${simulator.origin}/${address}`);
const minute = minuteAtIso('2025-10-10T21:20Z');
const candle = (venue: string, pair: string, at = minute) => {
  const found = candleAt(scenario.candles(listed(scenario, venue, pair)), at - scenario.range.from);
  if (found === undefined) throw new Error(`${venue} ${pair} did not trade`);
  return found;
};
/** Open, high, low, close, base volume to eight decimals, count: of prices and amounts in order of time. */
const made = (trades: readonly { price: number; amount: number; fills?: number }[]) => ({
  open: trades[0]?.price,
  high: Math.max(...trades.map(({ price }) => price)),
  low: Math.min(...trades.map(({ price }) => price)),
  close: trades.at(-1)?.price,
  baseVolume: Math.round(trades.reduce((sum, { amount }) => sum + Math.round(amount * 1e8), 0)) / 1e8,
  trades: trades.reduce((sum, { fills }) => sum + (fills ?? 1), 0),
});
const fieldsOf = ({ open, high, low, close, baseVolume, trades }: ReturnType<typeof candle>) => ({
  open,
  high,
  low,
  close,
  baseVolume,
  trades,
});

describe('kraken', () => {
  type Body = {
    error: string[];
    result: Record<string, [string, string, number, string, string, string, number][]> & { last: string };
  };
  const trades = async (query: string): Promise<Body> =>
    (await get(`kraken/api.kraken.com/0/public/Trades?pair=ATOMUSD&${query}`)).json() as Promise<Body>;
  it('gives every trade once when `last` is the next `since`, and they make the candles', async () => {
    const byMinute = new Map<number, { price: number; amount: number }[]>();
    const ids: number[] = [];
    const [from, to] = [minuteAtIso('2025-10-10T20:50Z'), minuteAtIso('2025-10-10T21:50Z')];
    let since = `${String(from * 60)}000000000`;
    for (let calls = 0; calls < 200; calls += 1) {
      const { result } = await trades(`since=${since}&count=700`);
      const rows = result['ATOMUSD'] ?? [];
      for (const [price, amount, time, , , , id] of rows) {
        const at = Math.floor(time / 60);
        byMinute.set(at, [...(byMinute.get(at) ?? []), { price: Number(price), amount: Number(amount) }]);
        ids.push(id);
      }
      since = result.last;
      if (rows.length === 0 || Number(rows.at(-1)?.[2]) >= to * 60) break;
    }
    expect(ids).toEqual(Array.from(ids, (_, i) => (ids[0] ?? NaN) + i));
    for (let at = from; at < to; at += 1) {
      const columns = scenario.candles(listed(scenario, 'kraken', 'ATOM/USD'));
      const wanted = candleAt(columns, at - scenario.range.from);
      expect(wanted === undefined ? undefined : fieldsOf(wanted)).toEqual(
        byMinute.has(at) ? made(byMinute.get(at) ?? []) : undefined,
      );
    }
  });
  it('gives 1,000 at most, and repeats `since` where nothing is later', async () => {
    const full = await trades(`since=${String(minuteAtIso('2025-10-04T00:00Z') * 60)}`);
    expect(full.result['ATOMUSD']?.length).toBe(1_000);
    const late = `${String(Math.floor(scenario.nowMs / 1_000))}000000000`;
    expect((await trades(`since=${late}`)).result).toEqual({ ATOMUSD: [], last: late });
  });
  it('is read by ccxt, with seconds as `since`', async () => {
    const exchange = pointed(new ccxt.kraken({ enableRateLimit: false }), 'kraken', simulator.origin);
    const read = await exchange.fetchTrades('ATOM/USD', minute * 60_000, 1_000);
    const inside = read.filter((trade) => Number(trade.timestamp) < (minute + 1) * 60_000);
    expect(made(inside.map((trade) => ({ price: Number(trade.price), amount: Number(trade.amount) })))).toEqual(
      fieldsOf(candle('kraken', 'ATOM/USD')),
    );
  });
});

describe('binance aggTrades', () => {
  interface Row {
    a: number;
    p: string;
    q: string;
    f: number;
    l: number;
    T: number;
  }
  const at = 'binance/api.binance.com/api/v3/aggTrades?symbol=ATOMUSDT';
  const rows = async (query: string): Promise<Row[]> => (await get(`${at}&${query}`)).json() as Promise<Row[]>;
  it('stand for several trades each, and make the candle of 1,582 trades', async () => {
    let page = await rows(`startTime=${String(minute * 60_000)}&endTime=${String(minute * 60_000 + 59_999)}&limit=400`);
    const all = [...page];
    while ((page.at(-1)?.T ?? Infinity) < minute * 60_000 + 59_999 && page.length === 400) {
      page = (await rows(`fromId=${String((page.at(-1)?.a ?? NaN) + 1)}&limit=400`)).filter(
        (row) => row.T < (minute + 1) * 60_000,
      );
      all.push(...page);
    }
    expect(all.length).toBe(791);
    expect(made(all.map((row) => ({ price: Number(row.p), amount: Number(row.q), fills: row.l - row.f + 1 })))).toEqual(
      fieldsOf(candle('binance', 'ATOM/USDT')),
    );
    expect(
      all.every((row, i) => i === 0 || (row.a === (all[i - 1]?.a ?? NaN) + 1 && row.f === (all[i - 1]?.l ?? NaN) + 1)),
    ).toBe(true);
  });
  it.each([
    ['more than an hour', `startTime=${String(minute * 60_000)}&endTime=${String(minute * 60_000 + 3_600_001)}`],
    ['an id and a time at once', `fromId=1&startTime=${String(minute * 60_000)}`],
  ])('refuse %s', async (_case, query) => {
    expect((await get(`${at}&${query}`)).status).toBe(400);
  });
  it('are read by ccxt', async () => {
    const exchange: Exchange = pointed(new ccxt.binance({ enableRateLimit: false }), 'binance', simulator.origin);
    const read = await exchange.fetchTrades('ATOM/USDT', minute * 60_000, 1_000);
    expect(Math.min(...read.map((trade) => Number(trade.price)))).toBe(0.001);
    expect(read[0]?.price).toBe(1.863);
  });
});

describe('coinbase', () => {
  const at = 'coinbase/api.exchange.coinbase.com/products/ATOM-USD/trades';
  it('pages back by CB-AFTER, newest first, none twice', async () => {
    const seen: number[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const reply = await get(`${at}?limit=250${after === '' ? '' : `&after=${after}`}`);
      seen.push(...((await reply.json()) as { trade_id: number }[]).map((row) => row.trade_id));
      after = reply.headers.get('cb-after') ?? '';
      expect(after).toBe(String(seen.at(-1)));
    }
    expect(seen).toEqual(Array.from({ length: 1_000 }, (_, i) => (seen[0] ?? NaN) - i));
  });
  it('gives what is newer than CB-BEFORE', async () => {
    const first = await get(`${at}?limit=10`);
    expect(await (await get(`${at}?before=${first.headers.get('cb-before') ?? ''}`)).json()).toEqual([]);
    const older = String(Number(first.headers.get('cb-before')) - 3);
    expect(((await (await get(`${at}?before=${older}`)).json()) as unknown[]).length).toBe(3);
  });
});

describe('gemini', () => {
  it('gives the oldest trades later than a timestamp, newest first, and they make the candle', async () => {
    const exchange: Exchange = pointed(new ccxt.gemini({ enableRateLimit: false }), 'gemini', simulator.origin);
    const read = await exchange.fetchTrades('BTC/USD', minute * 60_000, 500);
    const inside = read.filter((trade) => Number(trade.timestamp) < (minute + 1) * 60_000);
    expect(read.length).toBe(500);
    expect(made(inside.map((trade) => ({ price: Number(trade.price), amount: Number(trade.amount) })))).toEqual(
      fieldsOf(candle('gemini', 'BTC/USD')),
    );
    const [first] = (await (
      await get(`gemini/api.gemini.com/v1/trades/btcusd?timestamp=${String(minute * 60)}&limit_trades=500`)
    ).json()) as { timestampms: number }[];
    expect(first?.timestampms).toBe(read.at(-1)?.timestamp);
  });
});

describe('bitstamp', () => {
  it('gives the trades of the last minute or hour alone, newest first', async () => {
    const count = async (time: string): Promise<number> => {
      const rows = (await (await get(`bitstamp/www.bitstamp.net/api/v2/transactions/btcusd/?time=${time}`)).json()) as {
        date: string;
      }[];
      expect(rows.every((row, i) => i === 0 || Number(row.date) <= Number(rows[i - 1]?.date))).toBe(true);
      return rows.length;
    };
    const [minuteCount, hour] = [await count('minute'), await count('hour')];
    expect(minuteCount).toBeGreaterThan(0);
    expect(hour).toBeGreaterThan(20 * minuteCount);
  });
});
