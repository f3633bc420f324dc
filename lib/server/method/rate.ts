import { errorOf, smoothedAt } from '../../analysis/rates/block/plainRates';
import type { Leg } from '../../analysis/rates/legs';
import type { RateDay } from '../../analysis/rates/rateDay';
import { medianOfSorted, sortFirst } from '../../analysis/reference/order';
import { RATE_RULES } from '../../analysis/types';
import type { RateExample } from '../../api/method';
import { ascending } from '../../domain/ascending';
import { isUsdStable } from '../../domain/asset';
import { RATE_MARGIN } from '../../domain/method';
import { dayOf, formatMinute, plus, startOf, type Day, type Minute } from '../../domain/minute';
import { orNull } from '../deviations/rows';
import { legAnswerOf } from '../minutes/leg';

/**
 * The rate of a quote in one minute as the books of one venue are converted, taken apart into what the page shows (method, section 2): its legs,
 * the medians and errors of the minutes that smooth it, and what they come to. `rates`: of the UTC days of those minutes.
 */
export function rateExampleOf(quote: string, venue: string, at: Minute, rates: (day: Day) => RateDay): RateExample {
  const around = minutesAround(at).map((minute) => ({ minute, ...legsOf(quote, venue, minute, rates) }));
  const own = around.findIndex(({ minute }) => minute === at);
  const centred = (values: readonly number[]): number => smoothedAt(Float64Array.from(values), own);
  const rate = rates(dayOf(at)).rate(quote, venue);
  const slot = slotOf(at);
  const [value, uncertainty] = [rate.value[slot] as number, rate.uncertainty[slot] as number];
  const median = around[own]?.median ?? NaN;
  return {
    quote,
    minute: formatMinute(at),
    venue,
    legs: (around[own]?.legs ?? [])
      .map(legAnswerOf)
      .sort((a, b) => a.value - b.value || ascending(a.venue, b.venue) || ascending(a.pair, b.pair)),
    around: around.map((one) => ({
      minute: formatMinute(one.minute),
      legs: one.kept,
      venues: one.venues,
      median: orNull(one.median),
      error: orNull(one.error),
    })),
    rule: RATE_RULES[rate.rule[slot] ?? -1] ?? 'none',
    value: orNull(value),
    error: orNull(centred(around.map(({ error }) => error))),
    smoothing: orNull(Math.max(median / value, value / median) - 1),
    uncertainty: orNull(uncertainty),
  };
}

const slotOf = (at: Minute): number => at - startOf(dayOf(at));

const minutesAround = (at: Minute): readonly Minute[] =>
  Array.from({ length: 2 * RATE_MARGIN + 1 }, (_, i) => i - RATE_MARGIN).flatMap((by) =>
    at + by < 0 ? [] : [plus(at, by)],
  );

interface MinuteLegs {
  readonly legs: readonly Leg[];
  readonly kept: number;
  readonly venues: number;
  /** NaN: no leg. */
  readonly median: number;
  /** NaN: no leg, or unknown. */
  readonly error: number;
}

/** One minute's legs, and what they come to before they are smoothed. */
function legsOf(quote: string, venue: string, at: Minute, rates: (day: Day) => RateDay): MinuteLegs {
  const legs = rates(dayOf(at)).legsAt(quote, venue, slotOf(at));
  const kept = legs.filter(({ isDropped }) => !isDropped);
  const venues = new Set(kept.map((leg) => leg.venue)).size;
  if (kept.length === 0) return { legs, kept: 0, venues, median: NaN, error: NaN };
  const values = Float64Array.from(kept, ({ value }) => value);
  sortFirst(values, values.length);
  const median = medianOfSorted(values, values.length);
  return {
    legs,
    kept: kept.length,
    venues,
    median,
    error: errorOf(values, values.length, venues, median, isUsdStable(quote)),
  };
}
