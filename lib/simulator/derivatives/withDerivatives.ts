import type { CandleColumns } from '../../domain/candle';
import type { Scenario, SimulatedMarket } from '../scenario';
import { derivedColumns } from './derive';
import { derivedFrom, type Derived } from './listings';

/** The scenario with perpetual contracts, mark and index prices derived from its spot markets. Its spot is as it was. */
export function withDerivatives(scenario: Scenario, seed: number): Scenario {
  const derived = new Map<SimulatedMarket, Derived>(derivedFrom(scenario.markets).map((one) => [one.market, one]));
  const made = new Map<SimulatedMarket, CandleColumns>();
  return {
    ...scenario,
    derivatives: [...derived.values()].map(({ market }) => market),
    candles(market) {
      const one = derived.get(market);
      if (one === undefined) return scenario.candles(market);
      const columns = made.get(market) ?? derivedColumns(one, scenario.candles(one.spot), seed);
      made.set(market, columns);
      return columns;
    },
  };
}
