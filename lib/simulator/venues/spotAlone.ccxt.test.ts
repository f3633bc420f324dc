import ccxt, { BadRequest, BadSymbol, type Exchange } from 'ccxt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crash as crashScenario } from '../testing/crash';
import { candleAt, type SimulatedMarket } from '../scenario';
import { startSimulator, type Simulator } from '../server';
import { pointed, SPOT_ALONE, type SpotAloneVenue } from '../testing/pointed';
import { listed, minuteAtIso } from '../testing/quotes';

const scenario = crashScenario();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterAll(async () => {
  await simulator.close();
});

const client = (venue: SpotAloneVenue, nowMs = scenario.nowMs): Exchange =>
  pointed(new ccxt[venue]({ enableRateLimit: false }), venue, simulator.origin, nowMs);

/** Each venue's main quote, and the two others that quote in USDT beside USD. */
const BOOKS: readonly (readonly [SpotAloneVenue, string])[] = [
  ['htx', 'USDT'],
  ['mexc', 'USDT'],
  ['bitfinex', 'USD'],
  ['bitfinex', 'USDT'],
  ['bitstamp', 'USD'],
  ['upbit', 'KRW'],
  ['cryptocom', 'USD'],
  ['cryptocom', 'USDT'],
  ['gemini', 'USD'],
  ['bithumb', 'KRW'],
];

/** The scenario's traded candles of `[from, to)` in ccxt's six columns. */
function traded(market: SimulatedMarket, from: number, to: number): number[][] {
  const columns = scenario.candles(market);
  return Array.from({ length: to - from }, (_, i) => from + i).flatMap((minute) => {
    const candle = candleAt(columns, minute - scenario.range.from);
    return candle === undefined
      ? []
      : [[minute * 60_000, candle.open, candle.high, candle.low, candle.close, candle.baseVolume]];
  });
}

describe.each(SPOT_ALONE)('%s, as ccxt reads it', (venue) => {
  it('lists exactly the markets of the scenario, none of them closed', async () => {
    const markets = Object.values(await client(venue).loadMarkets()).filter((market) => market?.spot === true);
    const wanted = scenario.markets
      .filter((market) => market.venue === venue)
      .map((market) => `${market.base}/${market.quote}`);
    expect(markets.map((market) => market?.symbol).sort()).toEqual([...wanted].sort());
    // Gemini's list says nothing of a market's state.
    expect(markets.filter((market) => market?.active === false)).toEqual([]);
  });
  it('asks for nothing the venue does not answer', async () => {
    const before = simulator.requests.length;
    await client(venue).loadMarkets();
    const asked = simulator.requests.slice(before);
    expect(asked.length).toBeGreaterThan(0);
    for (const { host, path, query } of asked) {
      const address = `${simulator.origin}/${venue}/${host}${path}?${new URLSearchParams(query).toString()}`;
      expect([path, (await fetch(address)).status]).toEqual([path, 200]);
    }
  });
});

describe.each(BOOKS)('%s in %s, as ccxt reads it', (venue, quote) => {
  // Bithumb is asked without bounds, so that only its newest 200 candles can be had.
  const [from, to] =
    venue === 'bithumb'
      ? [minuteAtIso('2025-10-10T22:20Z'), minuteAtIso('2025-10-10T23:59Z')]
      : [minuteAtIso('2025-10-10T20:30Z'), minuteAtIso('2025-10-10T22:30Z')];
  it.each(['ATOM', 'BTC', 'DOGE'])(
    "gives the scenario's %s candles at their minutes, in the right columns",
    async (base) => {
      const pair = `${base}/${quote}`;
      const rows = await client(venue).fetchOHLCV(pair, '1m', from * 60_000, venue === 'bithumb' ? 200 : to - from);
      const inside = rows.filter(
        (row) => (row[5] ?? NaN) > 0 && Number(row[0]) >= from * 60_000 && Number(row[0]) < to * 60_000,
      );
      expect(inside).toEqual(traded(listed(scenario, venue, pair), from, to));
      expect(inside.length).toBeGreaterThan(60);
    },
  );
});

describe('what ccxt cannot reach', () => {
  it('is all but the newest 200 on bithumb, whatever since says', async () => {
    const rows = await client('bithumb').fetchOHLCV('BTC/KRW', '1m', Date.parse('2025-10-10T12:00Z'), 200);
    expect(simulator.requests.at(-1)?.query).toEqual({ market: 'KRW-BTC', count: '200' });
    expect(Number(rows[0]?.[0])).toBeGreaterThan(Date.parse('2025-10-10T20:00Z'));
  });
  it('is all but the latest day on gemini', async () => {
    const rows = await client('gemini').fetchOHLCV('BTC/USD', '1m', Date.parse('2025-10-09T00:00Z'), 100);
    expect(rows[0]?.[0]).toBe(scenario.nowMs - 1_439 * 60_000);
  });
  it.each(['mexc', 'cryptocom'] as const)('is what %s no longer holds two months later', async (venue) => {
    const later = scenario.nowMs + 60 * 86_400_000;
    const aged = await startSimulator({ scenario, nowMs: () => later });
    try {
      const exchange = pointed(new ccxt[venue]({ enableRateLimit: false }), venue, aged.origin, later);
      expect(await exchange.fetchOHLCV('BTC/USDT', '1m', Date.parse('2025-10-10T21:00Z'), 100)).toEqual([]);
    } finally {
      await aged.close();
    }
  });
});

describe('a refusal, as ccxt classes it', () => {
  const NONE = { id: 'none', symbol: 'NONE/USD', base: 'NONE', quote: 'USD', spot: true, type: 'spot', active: true };
  it.each([
    ['htx', BadSymbol],
    ['mexc', BadSymbol],
    ['bitfinex', BadSymbol],
    ['cryptocom', BadRequest],
    ['gemini', BadRequest],
  ] as const)('of an unknown market on %s', async (venue, error) => {
    const exchange = client(venue);
    exchange.setMarkets([exchange.safeMarketStructure({ ...NONE, id: venue === 'bitfinex' ? 'tNONE:USD' : 'none' })]);
    await expect(exchange.fetchOHLCV('NONE/USD', '1m')).rejects.toBeInstanceOf(error);
  });
});
