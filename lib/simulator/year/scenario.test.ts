import ccxt from 'ccxt';
import { describe, expect, it } from 'vitest';
import { flawOf } from '../../domain/candle';
import { candleAt, type SimulatedMarket } from '../scenario';
import { startSimulator } from '../server';
import { pointed } from '../testing/pointed';
import { yearScenario } from './scenario';

const scenario = yearScenario({ venues: ['binance', 'okx'], assets: ['BTC', 'ATOM'] });
const first = (): SimulatedMarket => {
  const [market] = scenario.markets;
  if (market === undefined) throw new Error('the year lists nothing');
  return market;
};

describe('the year of noise', () => {
  it('trades in every minute of 2025, without a flaw', () => {
    expect(scenario.markets.length).toBe(4);
    const columns = scenario.candles(first());
    expect(columns.open.length).toBe(525_600);
    let flaws = 0;
    for (let slot = 0; slot < columns.open.length; slot += 1) {
      const candle = candleAt(columns, slot);
      if (candle === undefined || flawOf(candle) !== undefined || !(candle.baseVolume > 0)) flaws += 1;
    }
    expect(flaws).toBe(0);
  });
  it('is the same from the same seed, other from another, and moves together on all venues', () => {
    const [btc, , okx] = scenario.markets;
    if (btc === undefined || okx === undefined) throw new Error('the year lists too little');
    expect(yearScenario({ venues: ['binance'], assets: ['BTC'] }).candles(btc).close).toEqual(
      scenario.candles(btc).close,
    );
    expect(yearScenario({ seed: 2 }).candles(btc).close).not.toEqual(scenario.candles(btc).close);
    const [mine, theirs] = [scenario.candles(btc).close, scenario.candles(okx).close];
    for (let slot = 0; slot < mine.length; slot += 997)
      expect(Math.abs((mine[slot] ?? NaN) / (theirs[slot] ?? NaN) - 1)).toBeLessThan(0.001);
  });
  it('is served as any other scenario', async () => {
    const simulator = await startSimulator({ scenario });
    try {
      const exchange = pointed(new ccxt.binance({ enableRateLimit: false }), 'binance', simulator.origin);
      const rows = await exchange.fetchOHLCV('BTC/USDT', '1m', Date.UTC(2025, 5, 1), 1_000);
      const slot = Date.UTC(2025, 5, 1) / 60_000 - scenario.range.from;
      const wanted = Array.from({ length: 1_000 }, (_, i) => candleAt(scenario.candles(first()), slot + i)).map((one) =>
        one === undefined ? [] : [one.minute * 60_000, one.open, one.high, one.low, one.close, one.baseVolume],
      );
      expect(rows).toEqual(wanted);
    } finally {
      await simulator.close();
    }
  });
});
