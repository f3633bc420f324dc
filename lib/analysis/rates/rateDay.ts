import { isUsdStable } from '../../domain/asset';
import { PARITY_ERROR, RATE_MARGIN } from '../../domain/method';
import { MINUTES_PER_DAY } from '../../domain/minute';
import type { LeftOutBook } from '../types';
import type { LegDay } from './legDay';
import { sharedRates } from './block/newRates';
import type { LegMedians, RateKernel } from './block/rateKernel';
import type { Leg, LegTeller, RatePair } from './legs';
import { RULE, rateOfOne, type Rate } from './rate';

/** The rates of one UTC day, for any quote and any venue's books, whatever the asset. */
export interface RateDay {
  /** Over the day's 1,440 minutes: USD per unit of `quote` as a book of `venue` is converted. */
  readonly rate: (quote: string, venue: string) => Rate;
  /** The legs of the minute `slot` of the day. */
  readonly legsAt: (quote: string, venue: string, slot: number) => readonly Leg[];
  /** The venues that lent a leg in any minute of the day. */
  readonly lenders: (quote: string, venue: string) => readonly string[];
  /** Rate markets that took no part that day. */
  readonly leftOut: readonly LeftOutBook[];
  /** With which namesakes are recognised. */
  readonly beforeNamesakes: LegTeller;
  /** Whether single legs can be told, and not rates alone; else `legsAt` throws a RangeError. */
  readonly hasLegs: boolean;
  /** Whether it can tell of the pair; else each function throws a RangeError. */
  readonly tells: (pair: RatePair) => boolean;
}

const DAY = MINUTES_PER_DAY;

const USD = rateOfOne(DAY, RULE.usd);
/** Raw quotes are compared: 1 in every minute of a day, by no rule. */
export const RAW = rateOfOne(DAY, RULE.none);

/** The rates of a day; smoothing reads two minutes of the days beside it. undefined: nothing is stored of that day. */
export function rateDayOf(
  before: LegDay | undefined,
  own: LegDay,
  after: LegDay | undefined,
  kernel = sharedRates(),
): RateDay {
  const known = new Map<string, Rate>();
  return {
    rate: (quote, venue) => {
      if (quote === 'USD') return USD;
      const key = `${quote} ${venue}`;
      const rate = known.get(key) ?? rateOf(quote, venue, [before, own, after], kernel);
      known.set(key, rate);
      return rate;
    },
    legsAt: (quote, venue, slot) => own.legs.legsAt(quote, venue, slot),
    lenders: (quote, venue) => (quote === 'USD' ? [] : own.legs.lenders(quote, venue)),
    leftOut: own.leftOut,
    beforeNamesakes: own.beforeNamesakes,
    hasLegs: own.legs.hasLegs,
    tells: (pair) => [before, own, after].every((day) => day === undefined || tellsOf(day, pair)),
  };
}

/** Whether a day's legs tell of a pair, before and after namesakes were left out. */
export const tellsOf = ({ legs, beforeNamesakes }: LegDay, pair: RatePair): boolean =>
  legs.tells(pair) && beforeNamesakes.tells(pair);

type ThreeDays = readonly [before: LegDay | undefined, own: LegDay, after: LegDay | undefined];

function rateOf(quote: string, venue: string, [before, own, after]: ThreeDays, kernel: RateKernel): Rate {
  const day = own.legs.medians(quote, venue);
  const [first, last] = [before?.legs.medians(quote, venue), after?.legs.medians(quote, venue)];
  const smoothed = (field: 'median' | 'error'): Float64Array =>
    kernel.smoothed(withMargins(field, first, day, last), RATE_MARGIN, RATE_MARGIN + DAY);
  const [value, uncertainty] = [smoothed('median'), smoothed('error')];
  kernel.widen(uncertainty, day.median, value);
  if (!isUsdStable(quote)) return { value, rule: day.rule, uncertainty, legs: day.legs };
  const rule = day.rule.slice();
  for (let slot = 0; slot < DAY; slot += 1) {
    if (rule[slot] !== RULE.none) continue;
    value[slot] = 1;
    uncertainty[slot] = PARITY_ERROR;
    rule[slot] = RULE.parity;
  }
  return { value, rule, uncertainty, legs: day.legs };
}

function withMargins(
  field: 'median' | 'error',
  before: LegMedians | undefined,
  own: LegMedians,
  after: LegMedians | undefined,
): Float64Array {
  const out = new Float64Array(DAY + 2 * RATE_MARGIN).fill(NaN);
  if (before !== undefined) out.set(before[field].subarray(DAY - RATE_MARGIN));
  out.set(own[field], RATE_MARGIN);
  if (after !== undefined) out.set(after[field].subarray(0, RATE_MARGIN), DAY + RATE_MARGIN);
  return out;
}
