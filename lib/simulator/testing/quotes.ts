import type { Scenario, SimulatedMarket } from '../scenario';

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
  return scenario.candles(market)[field][minute - scenario.range.from] ?? NaN;
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

/** The scenario's books of a base in a quote, and their median close in a minute; each is reckoned once. */
class Closes {
  private readonly books: readonly SimulatedMarket[];
  private readonly known = new Map<number, number>();

  constructor(
    private readonly scenario: Scenario,
    base: string,
    quote: string,
  ) {
    this.books = scenario.markets.filter((market) => (market.base as string) === base && market.quote === quote);
  }

  at(minute: number): number {
    const known = this.known.get(minute);
    if (known !== undefined) return known;
    const median = medianOf(this.books.map((market) => fieldAt(this.scenario, market, minute, 'close')));
    this.known.set(minute, median);
    return median;
  }
}

const kept = new WeakMap<Scenario, Map<string, Closes>>();

function closesOf(scenario: Scenario, base: string, quote: string): Closes {
  const ofScenario = kept.get(scenario) ?? new Map<string, Closes>();
  kept.set(scenario, ofScenario);
  const pair = `${base}/${quote}`;
  const closes = ofScenario.get(pair) ?? new Closes(scenario, base, quote);
  ofScenario.set(pair, closes);
  return closes;
}

/**
 * USD per unit of a quote in a minute, read off the scenario's own BTC and ETH books: the median over venues in USD by the
 * median over venues in the quote, the mean of the two crosses, the median of five minutes.
 */
export function usdPer(scenario: Scenario, quote: string, minute: number): number {
  if (quote === 'USD') return 1;
  const cross = (base: string, at: number): number =>
    closesOf(scenario, base, 'USD').at(at) / closesOf(scenario, base, quote).at(at);
  return medianOf([-2, -1, 0, 1, 2].map((shift) => (cross('BTC', minute + shift) + cross('ETH', minute + shift)) / 2));
}
