import { emptyColumns, type CandleColumns } from '../../domain/candle';
import { minute, minuteRange, type MinuteRange } from '../../domain/minute';
import { chance, jitter, streamOf } from '../chance';
import { withDerivatives } from '../derivatives/withDerivatives';
import { rounder } from '../rounding';
import { CORRECTED_DISPLAY, withDisplay } from '../display';
import { EDITED_CANDLES, withEdits } from '../edits';
import { withPossibleTrades } from '../trades/possible';
import { anchoredMinutes, applyAnchors } from './applyAnchors';
import { course, linear, STRESS } from './course';
import { DIPS } from './dips';
import { bookOf, LISTINGS, turnoverShare } from './listings';
import { minuteOf, PATHS, SMOOTH } from './knots';
import { pathOf } from './paths';
import { STRAYS } from './strays';
import { TEMPERS, VENUE_TRADE_SIZE, VENUE_TURNOVER, WRAPPED, type Temper } from './temper';
import { usdeClose } from './usde';
import type { Scenario, SimulatedMarket } from '../scenario';

/** Seven days before the event window, the window 20:00 to 24:00 of the 10th, and the five minutes after, one of them open. */
const RANGE: MinuteRange = minuteRange(minute(minuteOf('10-03T00:00')), minute(minuteOf('10-11T00:06')));
const NOW_MS = Date.UTC(2025, 9, 11, 0, 5);

/** The seed the rehearsal runs with; any other keeps the anchors and changes the noise. */
const DEFAULT_SEED = 20_251_010;

/** Under full stress this much more is traded, a minute. */
const STRESS_TURNOVER = 15;

const between = (pair: readonly [number, number], stress: number): number => pair[0] + (pair[1] - pair[0]) * stress;

function temperOf(base: string): Temper {
  const temper = TEMPERS[base];
  if (temper === undefined) throw new Error(`the scenario knows no temper for ${base}; add it to crash/temper.ts`);
  return temper;
}

/** Everything markets share, made once per scenario. */
class Courses {
  private readonly made = new Map<string, Float64Array>();
  readonly stress = linear(STRESS, RANGE.from, RANGE.to);

  constructor(private readonly seed: number) {}

  /** The price in USD, minute by minute, of a path. */
  usd(path: string): Float64Array {
    const known = this.made.get(path);
    if (known !== undefined) return known;
    const made = this.make(path);
    this.made.set(path, made);
    return made;
  }

  private make(path: string): Float64Array {
    if (path === 'USD') return new Float64Array(RANGE.to - RANGE.from).fill(1);
    const base = path.split(' ')[0] ?? path;
    const wrapped = WRAPPED[path];
    const stream = streamOf(this.seed, `course ${base}`);
    if (wrapped !== undefined) {
      return this.usd(wrapped.underlying).map(
        (price, i) => price * wrapped.ratio * (1 + temperOf(base).step * jitter(stream, i)),
      );
    }
    const knots = PATHS[path];
    if (knots === undefined) throw new Error(`the scenario knows no path ${path}; add it to crash/knots.ts`);
    return course(knots, stream, SMOOTH.has(path) ? 0 : temperOf(base).step, RANGE.from, RANGE.to);
  }
}

/** The chance that nobody trades in a minute in which `expected` trades are expected: 1/(1+x+x²/2+x³/6), near enough to Poisson's. */
const silence = (expected: number): number => 1 / (1 + expected + expected ** 2 / 2 + (expected ** 2 * expected) / 6);

function candlesOf(market: SimulatedMarket, courses: Courses, seed: number): CandleColumns {
  const columns = emptyColumns(RANGE);
  columns.answered.fill(1);
  const { base, quote, venue } = market;
  const temper = temperOf(base);
  const path = pathOf(market);
  const [usd, rate, stress] = [courses.usd(path), courses.usd(quote), courses.stress];
  const strays = STRAYS.filter((stray) => stray.venue === venue && stray.base === base).map((stray) =>
    linear([['10-10T20:50', 1], ...stray.factors], RANGE.from, RANGE.to),
  );
  const anchored = anchoredMinutes(market);
  const dips = new Map(DIPS.filter((dip) => dip.path === path).map((dip) => [minuteOf(dip.at), dip]));
  const own = (name: string): number => streamOf(seed, `${venue} ${base}/${quote} ${name}`);
  const [noise, wicks, spread, peaks, turnover, quiet, pace] = [
    own('noise'),
    own('wicks'),
    own('spread'),
    own('peaks'),
    own('turnover'),
    own('quiet'),
    own('pace'),
  ];
  const [down, up] = [streamOf(seed, `${base} down`), streamOf(seed, `${base} up`)];
  const share = (VENUE_TURNOVER[venue] ?? NaN) * turnoverShare(market);
  const usdPerTrade = temper.usdPerTrade * (VENUE_TRADE_SIZE[venue] ?? 1);
  const [toTick, toUnit, toMicro] = [rounder(market.priceDecimals), rounder(market.volumeDecimals), rounder(6)];
  const at = (array: Float64Array, slot: number): number => array[slot] ?? NaN;

  const heldClose = (slot: number): number | undefined =>
    base === 'USDE' && venue === 'binance' ? usdeClose(seed, RANGE.from + slot) : undefined;

  /** The market's own price at the end of a slot, unrounded. */
  function price(slot: number): number {
    const given = heldClose(slot);
    if (given !== undefined) return given;
    const strayed = strays.reduce((product, factors) => product * at(factors, slot), 1);
    return (
      ((at(usd, slot) * strayed) / at(rate, slot)) *
      (1 + between(temper.venueNoise, at(stress, slot)) * jitter(noise, slot))
    );
  }

  let close = price(0);
  for (let slot = 0; slot < RANGE.to - RANGE.from; slot += 1) {
    const open = close;
    close = price(slot);
    const pressure = at(stress, slot);
    const dip = dips.get(RANGE.from + slot);
    const wantedUsd =
      temper.usdPerMinute * share * (1 + STRESS_TURNOVER * pressure) * (0.4 + 1.2 * chance(turnover, slot));
    const mustTrade = dip !== undefined || anchored.has(RANGE.from + slot) || heldClose(slot) !== undefined;
    if (!mustTrade && chance(quiet, slot) < silence(wantedUsd / temper.usdPerTrade)) continue;
    // A common wick, long ones rare, and a fifth of it the venue's own.
    const wick = (common: number, mine: number): number =>
      between(temper.wick, pressure) * chance(common, slot) ** 2 * (0.8 + 0.4 * chance(wicks, mine));
    const low =
      dip === undefined
        ? Math.min(open, close) * (1 - wick(down, 2 * slot))
        : Math.min(open, close, (dip.low / at(rate, slot)) * (1 + dip.spread * jitter(spread, slot)));
    const high =
      dip?.high === undefined
        ? Math.max(open, close) * (1 + wick(up, 2 * slot + 1))
        : Math.max(open, close, (dip.high / at(rate, slot)) * (1 + dip.spread * jitter(peaks, slot)));
    columns.open[slot] = toTick(open);
    columns.high[slot] = toTick(high);
    columns.low[slot] = toTick(low);
    columns.close[slot] = toTick(close);
    const volume = Math.max(toUnit(wantedUsd / at(usd, slot)), 10 ** -market.volumeDecimals);
    columns.baseVolume[slot] = volume;
    columns.quoteVolume[slot] = toMicro((volume * (open + close)) / 2);
    columns.trades[slot] = Math.max(1, Math.round((wantedUsd / usdPerTrade) * (0.7 + 0.6 * chance(pace, slot))));
  }
  applyAnchors(columns, market);
  return columns;
}

/**
 * `crash-2025-10-10`: ATOM, WBETH, BNSOL, USDe, DOGE, XRP, SOL, ETH, BTC, FIL, POL and the stablecoins on sixteen venues, from
 * 2025-10-03T00:00Z to 2025-10-11T00:05Z. A rehearsal: it passes through the published figures of `crash/anchors.ts`,
 * each with its publisher, and is made up everywhere else. Nothing of it is an observation of any venue.
 * The same seed gives the same candles on every machine.
 */
export function crashScenario(options: { readonly seed?: number } = {}): Scenario {
  const seed = options.seed ?? DEFAULT_SEED;
  const courses = new Courses(seed);
  const made = new Map<SimulatedMarket, CandleColumns>();
  const spot: Scenario = {
    name: 'crash-2025-10-10',
    range: RANGE,
    nowMs: NOW_MS,
    markets: LISTINGS,
    candles(market) {
      const known = made.get(market);
      if (known !== undefined) return known;
      const columns = candlesOf(market, courses, seed);
      made.set(market, columns);
      return columns;
    },
  };
  const edited = withEdits(withDisplay(spot, CORRECTED_DISPLAY), EDITED_CANDLES);
  return withSecondNames(withDerivatives(withPossibleTrades(edited), seed));
}

/** The scenario in which a book listed under two names has the same candles under both. */
const withSecondNames = (scenario: Scenario): Scenario => ({
  ...scenario,
  candles: (market) => scenario.candles(market.kind === 'spot' ? bookOf(market) : market),
});
