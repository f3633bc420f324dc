import { certaintyFrom, type Certainty } from '../../domain/episode';
import { minuteAt, type Minute } from '../../domain/minute';
import { missingAt, type Missing } from '../../domain/missing';
import { decimalOf, minus, negated, numberOf, times, type Decimal } from '../../domain/decimal';
import type { Fill, Unusable } from '../fill';
import type { BookEpisode, Market } from './market';

/** Why a fill has no figure: of the fill, of what is stored, or of the minute. */
export type Unmeasured = Unusable | Missing | 'not-asked' | 'not-stored';

/** A fill against its minute. Prices in USD. */
export interface AuditedFill {
  readonly fill: Fill;
  readonly minute: Minute;
  /** Of the venue's own candle; NaN: no candle, or no rate. */
  readonly low: number;
  readonly high: number;
  /** Whether the fill's price lies in [low, high]; undefined where there is no candle in USD. */
  readonly isInside: boolean | undefined;
  /** The fill's price × the minute's rate, exactly; undefined without a rate. */
  readonly priceUsd: Decimal | undefined;
  /** The others' reference for its side: of lows for a sale, of highs for a purchase; NaN without one. */
  readonly reference: number;
  /** Price ÷ reference − 1; NaN without one. */
  readonly deviation: number;
  /** Of the deviation, through the rates; NaN: unknown. */
  readonly uncertainty: number;
  /** undefined: not measured, and `why` says so. */
  readonly certainty: Certainty | undefined;
  readonly why: Unmeasured | undefined;
  /** (reference − price) × quantity, for a purchase the negative of it, in USD; undefined where the deviation is `within` or there is none. */
  readonly money: Decimal | undefined;
  /** The episode of its book and side that the minute lies in. */
  readonly episode: BookEpisode | undefined;
}

/** A fill has no level to be beyond: any deviation counts that the rates leave standing (method, section 5, with T = 0). */
const NO_LEVEL = 0;

/** A fill that is compared with nothing. */
export const notAudited = (fill: Fill): AuditedFill => ({
  fill,
  minute: minuteAt(fill.atMs),
  low: NaN,
  high: NaN,
  isInside: undefined,
  priceUsd: undefined,
  reference: NaN,
  deviation: NaN,
  uncertainty: NaN,
  certainty: undefined,
  why: undefined,
  money: undefined,
  episode: undefined,
});

/**
 * One fill against its minute. What is measured is what the analysis measured: its reference, its rate, its uncertainty. A sale is compared with
 * the reference of the lows, a purchase with that of the highs, so that a fall of the whole market within the minute does not count.
 */
export function auditFill(fill: Fill, market: Market): AuditedFill {
  const minute = minuteAt(fill.atMs);
  const hole = notAudited(fill);
  if (fill.book === undefined || fill.unusable === 'unknown-symbol') return { ...hole, why: 'unknown-symbol' };
  const found = market.at(fill.book, minute);
  if (found === undefined) return { ...hole, why: 'not-asked' };
  if (found === 'not-stored') return { ...hole, why: 'not-stored' };
  const { day, row } = found;
  const { series } = day;
  const at = (column: ArrayLike<number> | undefined): number => column?.[row] ?? NaN;
  const rate = at(series.rate);
  const [low, high] = [at(series.low), at(series.high)];
  // As the analysis converts a candle, so that a price equal to its low is equal in USD.
  const usd = numberOf(fill.price) * rate;
  const isInside = Number.isNaN(low) || Number.isNaN(usd) ? undefined : usd >= low && usd <= high;
  const side = fill.side === 'sell' ? 'below' : 'above';
  const episode = day.episodes.find((one) => one.side === side && minute >= one.start && minute < one.end);
  const priceUsd = Number.isNaN(rate) ? undefined : times(fill.price, decimalOf(rate));
  const known = { ...hole, low, high, isInside, priceUsd, episode };
  const missing = missingAt(series.missing[row]);
  if (missing !== null) return { ...known, why: missing };
  const reference = at(fill.side === 'sell' ? series.referenceLow : series.referenceHigh);
  if (priceUsd === undefined || Number.isNaN(reference)) return { ...known, why: 'too-few-peers' };
  const deviation = usd / reference - 1;
  const uncertainty = at(series.uncertainty);
  const certainty = certaintyFrom(deviation, uncertainty, series.weak[row] === 1, NO_LEVEL);
  const measured = { ...known, reference, deviation, uncertainty, certainty, why: undefined };
  if (fill.unusable !== undefined) return { ...measured, certainty: undefined, why: fill.unusable };
  if (certainty === 'within') return measured;
  const apart = minus(decimalOf(reference), priceUsd);
  return { ...measured, money: times(fill.side === 'sell' ? apart : negated(apart), fill.quantity) };
}
