import type { CandleColumns } from '../../domain/candle';
import { candleAt, type Scenario, type SimulatedMarket } from '../scenario';
import { leastTrades, planOf } from './plan';

/**
 * The scenario with spot candles that trades can make: no fewer trades than the four prices need, and the quote volume those
 * trades turn over. Prices and base volumes stay as they are.
 */
export function withPossibleTrades(scenario: Scenario): Scenario {
  const made = new Map<SimulatedMarket, CandleColumns>();
  return {
    ...scenario,
    candles(market) {
      const columns = scenario.candles(market);
      if (market.kind !== 'spot') return columns;
      const known = made.get(market) ?? possible(columns, market);
      made.set(market, known);
      return known;
    },
  };
}

function possible(columns: CandleColumns, market: SimulatedMarket): CandleColumns {
  const [trades, quoteVolume] = [columns.trades.slice(), columns.quoteVolume.slice()];
  for (let slot = 0; slot < trades.length; slot += 1) {
    const candle = candleAt(columns, slot);
    if (candle === undefined) continue;
    const count = Math.max(candle.trades, leastTrades(candle));
    trades[slot] = count;
    quoteVolume[slot] = planOf(candle, market, count).quoteVolume;
  }
  return { ...columns, trades, quoteVolume };
}
