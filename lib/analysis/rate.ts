import { isTraded } from '../domain/candle';
import { isUsdStable } from '../domain/asset';
import { minutesIn, type MinuteRange } from '../domain/minute';
import { medianOf } from './order';
import type { MarketColumns } from './types';

/** The smoothing of a cross looks this many minutes to each side: a centred 5-minute median (method, section 2, rule 2). */
export const RATE_MARGIN = 2;

/** USD per one unit of a quote, minute by minute, and the rule (index into RATE_RULES) it came by. NaN with rule `none`. */
export interface Rate {
  readonly value: Float64Array;
  readonly rule: Uint8Array;
}

export const RULE = { none: 0, usd: 1, cross: 2, direct: 3, parity: 4 } as const;

/** The bases whose crosses make a rate: the most liquid books of every venue. */
const CROSS_BASES = ['BTC', 'ETH'] as const;
/** Fewer venues on a leg would let one book set everybody's rate. */
const LEAST_CROSS_VENUES = 2;

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
  const direct = legOf(markets, quote, 'USD', 1);
  for (let i = 0; i < slots; i += 1) {
    const crossed = cross[i] as number;
    const straight = direct(range.from + i);
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
  const legs = CROSS_BASES.map((base) => ({ usd: legOf(markets, base, 'USD', LEAST_CROSS_VENUES), other: legOf(markets, base, quote, LEAST_CROSS_VENUES) }));
  const crossAt = (minute: number): number => medianOf(legs.map(({ usd, other }) => usd(minute) / other(minute)).filter((cross) => !Number.isNaN(cross)));
  const raw = Float64Array.from({ length: minutesIn(range) + 2 * RATE_MARGIN }, (_, i) => crossAt(range.from - RATE_MARGIN + i));
  return Float64Array.from({ length: minutesIn(range) }, (_, i) =>
    Number.isNaN(raw[i + RATE_MARGIN]) ? NaN : medianOf([...raw.subarray(i, i + 2 * RATE_MARGIN + 1)].filter((cross) => !Number.isNaN(cross))),
  );
}

/** The cross-venue median close of base/quote at a minute, over spot markets with a trade in it; NaN below `least` venues. */
function legOf(markets: readonly MarketColumns[], base: string, quote: string, least: number): (minute: number) => number {
  const books = markets.filter(({ market }) => market.kind === 'spot' && market.base === base && market.quote === quote);
  if (books.length < least) return () => NaN;
  return (minute) => {
    const closes: number[] = [];
    for (const { candles } of books) {
      const slot = minute - candles.range.from;
      if (slot >= 0 && slot < candles.close.length && isTraded(candles, slot)) closes.push(candles.close[slot] as number);
    }
    return closes.length < least ? NaN : medianOf(closes);
  };
}
