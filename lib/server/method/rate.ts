import { oneSourceEach } from '../../analysis/markets/choose';
import { medianOf } from '../../analysis/reference/order';
import { rateOf } from '../../analysis/rates/rate';
import { RATE_RULES, type MarketColumns, type RateRule } from '../../analysis/types';
import type { RateExample, RateLeg } from '../../api/method';
import { ascending } from '../../domain/ascending';
import { CANDLE_FIELDS, isTraded } from '../../domain/candle';
import { CROSS_BASES, isCrossBase, LEAST_CROSS_VENUES, RATE_MARGIN } from '../../domain/method';
import { formatMinute, minuteRange, overlap, plus, type Minute, type MinuteRange } from '../../domain/minute';
import { orNull } from '../deviations/rows';

/** A direct pair needs one venue; a leg of a cross LEAST_CROSS_VENUES. */
const LEAST_PAIR_VENUES = 1;

/**
 * How the rate of a quote came about in one minute. Each part is what the analysis itself says of fewer markets and minutes:
 * a cross is the rate made from one base and that minute alone. `markets` reach RATE_MARGIN minutes beyond it.
 */
export function rateExampleOf(quote: string, at: Minute, markets: readonly MarketColumns[]): RateExample {
  const one = minuteRange(at, plus(at, 1));
  const sourced = oneSourceEach(markets, one);
  const crossing = sourced.filter(({ market }) => isCrossBase(market.base));
  const { value, rule } = rateAt(quote, at, sourced);
  return {
    quote,
    minute: formatMinute(at),
    crosses: CROSS_BASES.map((base) => ({
      base,
      usd: legAt(base, 'USD', at, sourced, LEAST_CROSS_VENUES),
      quoted: legAt(base, quote, at, sourced, LEAST_CROSS_VENUES),
      value: orNull(
        crossAt(
          quote,
          at,
          crossing.filter(({ market }) => market.base === base),
        ),
      ),
    })),
    around: minutesAround(at).map((minute) => ({
      minute: formatMinute(minute),
      value: orNull(crossAt(quote, minute, crossing)),
    })),
    direct: legAt(quote, 'USD', at, sourced, LEAST_PAIR_VENUES),
    rule,
    value: orNull(value),
  };
}

const minutesAround = (at: Minute): readonly Minute[] =>
  Array.from({ length: 2 * RATE_MARGIN + 1 }, (_, i) => i - RATE_MARGIN).flatMap((by) =>
    at + by < 0 ? [] : [plus(at, by)],
  );

function rateAt(
  quote: string,
  at: Minute,
  markets: readonly MarketColumns[],
): { readonly value: number; readonly rule: RateRule } {
  const rate = rateOf(quote, minuteRange(at, plus(at, 1)), markets);
  return { value: rate.value[0] ?? NaN, rule: RATE_RULES[rate.rule.at(0) ?? -1] ?? 'none' };
}

/** The cross of one minute before smoothing; NaN where there is none. Only what that minute itself holds is shown to the analysis. */
function crossAt(quote: string, at: Minute, markets: readonly MarketColumns[]): number {
  const { value, rule } = rateAt(
    quote,
    at,
    markets.flatMap((one) => cutTo(one, minuteRange(at, plus(at, 1)))),
  );
  return rule === 'cross' ? value : NaN;
}

/** The part of a market's columns that lies in a range; nothing where none does. */
export function cutTo(columns: MarketColumns, range: MinuteRange): readonly MarketColumns[] {
  const { candles } = columns;
  const part = overlap(candles.range, range);
  if (part === undefined) return [];
  const [first, end] = [part.from - candles.range.from, part.to - candles.range.from];
  const fields = Object.fromEntries(CANDLE_FIELDS.map((field) => [field, candles[field].subarray(first, end)])) as Pick<
    typeof candles,
    (typeof CANDLE_FIELDS)[number]
  >;
  return [{ ...columns, candles: { ...fields, range: part, answered: candles.answered.subarray(first, end) } }];
}

/** The closes a leg's median is taken of, ascending. */
function legAt(base: string, quote: string, at: Minute, markets: readonly MarketColumns[], least: number): RateLeg {
  const closes = markets.flatMap(({ market, candles }) => {
    const slot = at - candles.range.from;
    const isIn =
      market.kind === 'spot' &&
      market.base === base &&
      market.quote === quote &&
      slot >= 0 &&
      slot < candles.close.length &&
      isTraded(candles, slot);
    return isIn ? [{ venue: market.venue, close: candles.close[slot] as number }] : [];
  });
  const sorted = closes.sort((a, b) => a.close - b.close || ascending(a.venue, b.venue));
  return {
    pair: `${base}/${quote}`,
    closes: sorted,
    median: sorted.length < least ? null : medianOf(sorted.map(({ close }) => close)),
  };
}
