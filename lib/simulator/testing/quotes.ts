import { candleAt, type Scenario, type SimulatedMarket } from '../scenario';

/** The scenario's market, by name. Throws when nobody lists it. */
export function listed(scenario: Scenario, venue: string, pair: string): SimulatedMarket {
  const market = scenario.markets.find(
    (candidate) => candidate.venue === venue && `${candidate.base}/${candidate.quote}` === pair,
  );
  if (market === undefined) throw new Error(`${venue} lists no ${pair} in ${scenario.name}`);
  return market;
}

/** Whole minutes since 1970 of an ISO time. */
export const minuteAtIso = (iso: string): number => Date.parse(iso) / 60_000;

/** A field of a market's candle in a minute; NaN where it did not trade. */
export function fieldAt(
  scenario: Scenario,
  market: SimulatedMarket,
  minute: number,
  field: 'open' | 'high' | 'low' | 'close',
): number {
  return candleAt(scenario.candles(market), minute - scenario.range.from)?.[field] ?? NaN;
}

/** The median of the numbers that are there; NaN of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.filter((x) => !Number.isNaN(x)).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return NaN;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
    : (sorted[Math.floor(middle)] ?? NaN);
}

/**
 * USD per unit of a quote in a minute, read off the scenario's own BTC and ETH books: the median over venues in USD by the
 * median over venues in the quote, the mean of the two crosses, the median of five minutes.
 */
export function usdPer(scenario: Scenario, quote: string, minute: number): number {
  if (quote === 'USD') return 1;
  const cross = (base: string, at: number): number => {
    const closes = (q: string): number =>
      medianOf(
        scenario.markets
          .filter((market) => market.base === (base as typeof market.base) && market.quote === q)
          .map((market) => fieldAt(scenario, market, at, 'close')),
      );
    return closes('USD') / closes(quote);
  };
  return medianOf([-2, -1, 0, 1, 2].map((shift) => (cross('BTC', minute + shift) + cross('ETH', minute + shift)) / 2));
}
