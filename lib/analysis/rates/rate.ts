import { isTraded } from '../../domain/candle';
import { isUsdStable } from '../../domain/asset';
import { CROSS_BASES, LEAST_CROSS_VENUES, RATE_MARGIN } from '../../domain/method';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import { medianOfSorted, sortFirst } from '../reference/order';
import type { MarketColumns } from '../types';

/** USD per one unit of a quote, minute by minute, and the rule (index into RATE_RULES) it came by. NaN with rule `none`. */
export interface Rate {
  readonly value: Float64Array;
  readonly rule: Uint8Array;
}

export const RULE = { none: 0, usd: 1, cross: 2, direct: 3, parity: 4 } as const;

/** The rate of one quote over `range`; `markets` may reach RATE_MARGIN minutes beyond it, and should. */
export function rateOf(quote: string, range: MinuteRange, markets: readonly MarketColumns[]): Rate {
  const slots = minutesIn(range);
  const rate = { value: new Float64Array(slots).fill(NaN), rule: new Uint8Array(slots) };
  if (quote === 'USD') {
    rate.value.fill(1);
    rate.rule.fill(RULE.usd);
    return rate;
  }
  const cross = smoothedCross(quote, range, markets);
  const direct = legOf(markets, quote, 'USD', 1, range.from, slots);
  for (let i = 0; i < slots; i += 1) {
    const crossed = cross[i] as number;
    const straight = direct[i] as number;
    if (!Number.isNaN(crossed)) set(rate, i, crossed, RULE.cross);
    else if (!Number.isNaN(straight)) set(rate, i, straight, RULE.direct);
    else if (isUsdStable(quote)) set(rate, i, 1, RULE.parity);
  }
  return rate;
}

function set(rate: Rate, slot: number, value: number, rule: number): void {
  rate.value[slot] = value;
  rate.rule[slot] = rule;
}

/**
 * The median of the BTC and ETH crosses, smoothed by the median of those that exist within RATE_MARGIN minutes. Where a
 * minute has no cross of its own it stays a hole: its neighbours never stand in for it.
 */
function smoothedCross(quote: string, range: MinuteRange, markets: readonly MarketColumns[]): Float64Array {
  const [from, slots] = [range.from - RATE_MARGIN, minutesIn(range) + 2 * RATE_MARGIN];
  const crosses = CROSS_BASES.map((base) =>
    crossOf(
      legOf(markets, base, 'USD', LEAST_CROSS_VENUES, from, slots),
      legOf(markets, base, quote, LEAST_CROSS_VENUES, from, slots),
    ),
  );
  const raw = new Float64Array(slots);
  const scratch = new Float64Array(crosses.length);
  for (let i = 0; i < slots; i += 1) {
    let count = 0;
    for (const cross of crosses) count = keep(cross[i] as number, scratch, count);
    raw[i] = medianOfFirst(scratch, count);
  }
  return smoothed(raw);
}

/** The centred median of the values there are; RATE_MARGIN slots shorter on both sides. A hole stays one. */
function smoothed(raw: Float64Array): Float64Array {
  const out = new Float64Array(raw.length - 2 * RATE_MARGIN).fill(NaN);
  const scratch = new Float64Array(2 * RATE_MARGIN + 1);
  for (let i = 0; i < out.length; i += 1) {
    if (Number.isNaN(raw[i + RATE_MARGIN])) continue;
    let count = 0;
    for (let at = i; at <= i + 2 * RATE_MARGIN; at += 1) count = keep(raw[at] as number, scratch, count);
    out[i] = medianOfFirst(scratch, count);
  }
  return out;
}

/** base/USD ÷ base/quote: USD per quote. */
const crossOf = (usd: Float64Array, quoted: Float64Array): Float64Array =>
  usd.map((price, i) => price / (quoted[i] as number));

/** The cross-venue median close of base/quote from a minute on, over spot markets with a trade in it; NaN below `least` venues. */
function legOf(
  markets: readonly MarketColumns[],
  base: string,
  quote: string,
  least: number,
  from: number,
  slots: number,
): Float64Array {
  const books = markets.filter(
    ({ market }) => market.kind === 'spot' && market.base === base && market.quote === quote,
  );
  const leg = new Float64Array(slots).fill(NaN);
  if (books.length < least) return leg;
  const scratch = new Float64Array(books.length);
  for (let i = 0; i < slots; i += 1) {
    let count = 0;
    for (const { candles } of books) {
      const slot = from + i - candles.range.from;
      if (slot >= 0 && slot < candles.close.length && isTraded(candles, slot))
        count = keep(candles.close[slot] as number, scratch, count);
    }
    if (count >= least) leg[i] = medianOfFirst(scratch, count);
  }
  return leg;
}

/** Puts a value that is no hole behind the first `count` of `scratch`; answers how many there are then. */
function keep(value: number, scratch: Float64Array, count: number): number {
  if (Number.isNaN(value)) return count;
  scratch[count] = value;
  return count + 1;
}

function medianOfFirst(scratch: Float64Array, count: number): number {
  sortFirst(scratch, count);
  return medianOfSorted(scratch, count);
}
