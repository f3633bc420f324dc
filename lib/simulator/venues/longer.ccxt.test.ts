import ccxt from 'ccxt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crash as crashScenario } from '../testing/crash';
import { candleAt, type SimulatedMarket } from '../scenario';
import { startSimulator, type Simulator } from '../server';
import { CCXT_CLASS, pointed, SIMULATED_VENUES, SPOT_ALONE } from '../testing/pointed';
import { listed, minuteAtIso } from '../testing/quotes';

const scenario = crashScenario();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterAll(async () => {
  await simulator.close();
});

const VENUES = [...SIMULATED_VENUES, ...SPOT_ALONE];
type VenueHere = (typeof VENUES)[number];
const classOf = (venue: VenueHere): keyof typeof ccxt => (venue in CCXT_CLASS ? CCXT_CLASS[venue as 'binance'] : venue);
const client = (venue: VenueHere): InstanceType<typeof ccxt.binance> => {
  const Class = ccxt[classOf(venue)] as typeof ccxt.binance;
  return pointed(new Class({ enableRateLimit: false }), venue, simulator.origin, scenario.nowMs);
};

/** A second fold: the traded candles are listed first and read once for each column. */
function folded(market: SimulatedMarket, from: number, minutes: number): number[] {
  const candles = Array.from({ length: minutes }, (_, i) => from + i - scenario.range.from).flatMap(
    (slot) => candleAt(scenario.candles(market), slot) ?? [],
  );
  return [
    from * 60_000,
    candles[0]?.open ?? NaN,
    candles.map(({ high }) => high).sort((a, b) => b - a)[0] ?? NaN,
    candles.map(({ low }) => low).sort((a, b) => a - b)[0] ?? NaN,
    candles.at(-1)?.close ?? NaN,
    Number(candles.reduce((sum, { baseVolume }) => sum + baseVolume, 0).toFixed(8)),
  ];
}

const FROM = minuteAtIso('2025-10-10T20:00Z');

describe('the longer candles', () => {
  it.each(VENUES)('of %s are the folds of its minutes, as ccxt reads them', async (venue) => {
    const exchange = client(venue);
    await exchange.loadMarkets();
    const market = scenario.markets.find((one) => one.venue === venue && one.base === 'BTC');
    if (market === undefined) throw new Error(`${venue} lists no BTC`);
    for (const [timeframe, minutes] of [
      ['5m', 5],
      ['15m', 15],
      ['1h', 60],
    ] as const) {
      // Bithumb is asked by count alone, and Gemini by nothing.
      const rows = await exchange.fetchOHLCV(`BTC/${market.quote}`, timeframe, FROM * 60_000, 60);
      const inside = rows.filter(([time]) => Number(time) >= FROM * 60_000 && Number(time) < (FROM + 180) * 60_000);
      expect([timeframe, inside]).toEqual([
        timeframe,
        Array.from({ length: 180 / minutes }, (_, i) => folded(market, FROM + i * minutes, minutes)),
      ]);
    }
  });

  it.each([
    ['binance', '2025-10-09T00:00Z'],
    ['okx', '2025-10-09T00:00Z'],
    ['upbit', '2025-10-09T00:00Z'],
    ['htx', '2025-10-09T16:00Z'],
  ] as const)('of a day of %s open at %s', async (venue, opening) => {
    const exchange = client(venue);
    await exchange.loadMarkets();
    const pair = venue === 'upbit' ? 'BTC/KRW' : 'BTC/USDT';
    const rows = await exchange.fetchOHLCV(pair, '1d', Date.parse('2025-10-09T00:00Z'), 1);
    const first = venue === 'htx' ? rows.find(([time]) => Number(time) % 86_400_000 !== 0) : rows.at(-1);
    expect(first).toEqual(folded(listed(scenario, venue, pair), minuteAtIso(opening), 1440));
  });

  it('of Binance say a low of 1.5 for ATOM’s worst hour, and its minutes 0.001', async () => {
    const exchange = client('binance');
    await exchange.loadMarkets();
    const since = Date.parse('2025-10-10T21:00Z');
    const [[, open, high, low] = []] = await exchange.fetchOHLCV('ATOM/USDT', '1h', since, 1);
    const [, wasOpen, wasHigh, wasLow] = folded(listed(scenario, 'binance', 'ATOM/USDT'), since / 60_000, 60);
    expect([open, high, low]).toEqual([wasOpen, wasHigh, 1.5]);
    expect(wasLow).toBe(0.001);
  });

  it('that are still open hold what was traded until now', async () => {
    const now = Date.parse('2025-10-10T20:30:30Z');
    const early = await startSimulator({ scenario, nowMs: () => now });
    try {
      const reply = await fetch(
        `${early.origin}/binance/api.binance.com/api/v3/klines?symbol=BTCUSDT&interval=1h&limit=1`,
      );
      const [[time, open, high, low, close, volume] = []] = (await reply.json()) as string[][];
      expect([time, open, high, low, close, volume].map(Number)).toEqual(
        folded(listed(scenario, 'binance', 'BTC/USDT'), FROM, 30),
      );
    } finally {
      await early.close();
    }
  });
});
