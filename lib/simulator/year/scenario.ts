import { emptyColumns, type CandleColumns } from '../../domain/candle';
import type { Asset, Venue } from '../../domain/market';
import { minute, minuteRange, MINUTE_MS } from '../../domain/minute';
import { chance, jitter, streamOf } from '../chance';
import type { Scenario, SimulatedMarket } from '../scenario';

const RANGE = minuteRange(minute(Date.UTC(2025, 0, 1) / MINUTE_MS), minute(Date.UTC(2026, 0, 1) / MINUTE_MS));
const NOW_MS = Date.UTC(2026, 0, 1);

/** Ticks an asset begins at, of a cent; an asset not named here begins at 100.00. */
const FIRST_CENTS: Readonly<Record<string, number>> = { BTC: 9_400_000, ETH: 335_000, SOL: 19_000 };
/** A minute's largest step of the common course, and how far a venue stands off it at most, as ratios. */
const STEP = 0.001;
const OFF = 0.0003;
/** Pull back to where it began, a minute: the course stays within sight of it for a year. */
const PULL = 0.00002;

/** Columns kept at a time: a market's year is 29 MB, and a reader asks market after market. */
const KEPT_MARKETS = 4;

/** Venues that quote in dollars. */
const DOLLAR = new Set(['coinbase', 'kraken', 'bitstamp', 'gemini', 'bitfinex']);

export interface YearOptions {
  readonly venues?: readonly string[];
  readonly assets?: readonly string[];
  readonly seed?: number;
}

/** The common course of an asset in cents, minute by minute. */
function courseOf(asset: string, seed: number): Float64Array {
  const stream = streamOf(seed, `year ${asset}`);
  const first = FIRST_CENTS[asset] ?? 10_000;
  const out = new Float64Array(RANGE.to - RANGE.from);
  let price = first;
  for (let slot = 0; slot < out.length; slot += 1) {
    price += price * STEP * jitter(stream, slot) + (first - price) * PULL;
    out[slot] = price;
  }
  return out;
}

function candlesOf(market: SimulatedMarket, course: Float64Array, seed: number): CandleColumns {
  const columns = emptyColumns(RANGE);
  columns.answered.fill(1);
  const stream = streamOf(seed, `year ${market.venue} ${market.base}/${market.quote}`);
  let before = Math.round(course[0] ?? NaN);
  for (let slot = 0; slot < course.length; slot += 1) {
    const draw = chance(stream, slot);
    const close = Math.round((course[slot] ?? NaN) * (1 + OFF * (2 * draw - 1)));
    const wick = Math.round(close * STEP * draw);
    // In whole cents and whole hundredths of the base: the quote volume is exact to a ten-thousandth.
    const units = 1 + Math.floor(50_000 * draw);
    columns.open[slot] = before / 100;
    columns.close[slot] = close / 100;
    columns.high[slot] = (Math.max(before, close) + wick) / 100;
    columns.low[slot] = (Math.min(before, close) - (wick >> 1)) / 100;
    columns.baseVolume[slot] = units / 100;
    columns.quoteVolume[slot] = (units * (before + close)) / 20_000;
    columns.trades[slot] = 4 + (units >> 6);
    before = close;
  }
  return columns;
}

/**
 * A year of nothing but noise, for benchmarks: every minute of 2025 traded, no anchors, no gaps, prices in cents. Made fast,
 * and of no likeness to anything. Only the last few markets' columns are kept.
 */
export function yearScenario({ venues = ['binance'], assets = ['BTC'], seed = 1 }: YearOptions = {}): Scenario {
  const courses = new Map<string, Float64Array>();
  const made = new Map<SimulatedMarket, CandleColumns>();
  const markets = venues.flatMap((venue) =>
    assets.map((asset): SimulatedMarket => ({
      venue: venue as Venue,
      base: asset as Asset,
      quote: DOLLAR.has(venue) ? 'USD' : 'USDT',
      kind: 'spot',
      priceDecimals: 2,
      volumeDecimals: 2,
    })),
  );
  return {
    name: 'year-2025',
    range: RANGE,
    nowMs: NOW_MS,
    markets,
    candles(market) {
      const known = made.get(market);
      if (known !== undefined) return known;
      const course = courses.get(market.base) ?? courseOf(market.base, seed);
      courses.set(market.base, course);
      const columns = candlesOf(market, course, seed);
      const [oldest] = made.keys();
      if (made.size >= KEPT_MARKETS && oldest !== undefined) made.delete(oldest);
      made.set(market, columns);
      return columns;
    },
  };
}
