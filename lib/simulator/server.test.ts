import ccxt, { type Exchange } from 'ccxt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../domain/market';
import { epochMs, minute } from '../domain/minute';
import { crash as crashScenario } from './testing/crash';
import { candleAt, type SimulatedMarket } from './scenario';
import { startSimulator, type Simulator } from './server';
import { CCXT_CLASS, pointed, SIMULATED_VENUES, type SimulatedVenue } from './testing/pointed';

const scenario = crashScenario();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterAll(async () => {
  await simulator.close();
});

const client = (venue: SimulatedVenue, nowMs?: number): Exchange =>
  pointed(new ccxt[CCXT_CLASS[venue]]({ enableRateLimit: false }), venue, simulator.origin, nowMs);

const at = (iso: string): number => Date.parse(iso) / 60_000;

function marketOf(venue: SimulatedVenue, base: string): SimulatedMarket {
  const quote = venue === 'coinbase' || venue === 'kraken' ? 'USD' : 'USDT';
  const market = scenario.markets.find(
    (candidate) => candidate.venue === venue && candidate.base === (base as Asset) && candidate.quote === quote,
  );
  if (market === undefined) throw new Error(`${venue} lists no ${base}/${quote}`);
  return market;
}

/** The scenario's own traded candles of `[from, to)` in ccxt's six columns. */
function traded(market: SimulatedMarket, from: number, to: number): number[][] {
  const columns = scenario.candles(market);
  const out: number[][] = [];
  for (let m = from; m < to; m += 1) {
    const candle = candleAt(columns, m - scenario.range.from);
    if (candle !== undefined)
      out.push([epochMs(minute(m)), candle.open, candle.high, candle.low, candle.close, candle.baseVolume]);
  }
  return out;
}

describe.each(SIMULATED_VENUES)('%s, as ccxt reads it', (venue) => {
  it('lists exactly the markets of the scenario', async () => {
    const exchange = client(venue);
    const markets = await exchange.loadMarkets();
    const wanted = scenario.markets
      .filter((market) => market.venue === venue)
      .map((market) => `${market.base}/${market.quote}`);
    const spot = Object.values(markets).filter((market) => market?.spot === true);
    expect(spot.map((market) => market?.symbol).sort()).toEqual([...wanted].sort());
    expect(Object.values(markets).every((market) => market?.active)).toBe(true);
  });

  it.each(['ATOM', 'BTC'])("gives the scenario's %s candles at their minutes", async (base) => {
    const exchange = client(venue);
    const market = marketOf(venue, base);
    const [from, to] = [at('2025-10-10T20:30Z'), at('2025-10-10T22:30Z')];
    const rows = await exchange.fetchOHLCV(`${market.base}/${market.quote}`, '1m', from * 60_000, to - from);
    const inside = rows.filter(
      (row) => (row[5] ?? NaN) > 0 && Number(row[0]) >= from * 60_000 && Number(row[0]) < to * 60_000,
    );
    expect(inside).toEqual(traded(market, from, to));
    expect(inside.length).toBeGreaterThan(100);
  });
});
