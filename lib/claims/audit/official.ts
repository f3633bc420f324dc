import { CRASH_2025_10_10 } from '../../domain/events/crash20251010';
import { at } from '../../domain/events/build';
import { dayOf, minuteAt, type Minute, type MinuteRange } from '../../domain/minute';
import type { Venue } from '../../domain/market';
import { decimalOf, isPositive, minus, negated, plus, times, ZERO, type Decimal } from '../../domain/decimal';
import type { Fill } from '../fill';
import type { AuditedFill } from './auditFill';
import type { AskedDay, Market } from './market';

/** A compensation rule as the press reported it: a reading, not the exchange's own text. */
export interface OfficialRule {
  readonly venues: readonly Venue[];
  /** Liquidations in these minutes count. */
  readonly within: MinuteRange;
  /** The minute whose opening price they are held against. */
  readonly priceAt: Minute;
}

/** Binance, 10 October 2025: liquidations between 21:36 and 22:16 UTC, the price at 2025-10-11 00:00 UTC minus the liquidation price (press). */
export const OFFICIAL_RULE: OfficialRule = {
  venues: ['binance', 'binanceusdm', 'binancecoinm'] as readonly string[] as readonly Venue[],
  within: declaredHours(),
  priceAt: at('2025-10-11T00:00Z'),
};

function declaredHours(): MinuteRange {
  const { declared } = CRASH_2025_10_10;
  if (declared === undefined) throw new Error('the event of 10 October 2025 has no declared hours');
  return declared.range;
}

/** A liquidation by the rule. */
export type Ruled =
  | { readonly kind: 'paid'; readonly money: Decimal }
  /** Outside the declared hours: the rule pays nothing. */
  | { readonly kind: 'outside' }
  /** No candle at the rule's minute, or no rate in one of the two: not known. */
  | { readonly kind: 'unknown' };

/** Whether the rule speaks of a fill at all: a liquidation at one of its venues. */
export const isRuled = ({ flag, book }: Fill, { venues }: OfficialRule = OFFICIAL_RULE): boolean =>
  flag === 'liquidation' && book !== undefined && venues.includes(book.venue);

/** The day whose minutes the rule needs beside the fill's own; undefined: none. */
export function ruleDayOf(fill: Fill, rule: OfficialRule = OFFICIAL_RULE): AskedDay | undefined {
  const minute = minuteAt(fill.atMs);
  return fill.book !== undefined && isRuled(fill, rule) && minute >= rule.within.from && minute < rule.within.to
    ? { book: fill.book, day: dayOf(rule.priceAt) }
    : undefined;
}

/**
 * What the rule pays for a liquidation, in USD: of a long (a sale) the opening price at its minute less the liquidation price, of a short the
 * negative of that, at least 0, × quantity; both prices of the fill's own book, each at its own minute's rate. undefined: it does not speak of the fill.
 */
export function ruledBy(
  { fill, minute, priceUsd }: AuditedFill,
  market: Market,
  rule: OfficialRule = OFFICIAL_RULE,
): Ruled | undefined {
  if (fill.book === undefined || !isRuled(fill, rule)) return undefined;
  if (minute < rule.within.from || minute >= rule.within.to) return { kind: 'outside' };
  const found = market.at(fill.book, rule.priceAt);
  const price = found === undefined || found === 'not-stored' ? NaN : (found.day.series.open?.[found.row] ?? NaN);
  if (priceUsd === undefined || Number.isNaN(price) || fill.unusable !== undefined) return { kind: 'unknown' };
  const apart = minus(decimalOf(price), priceUsd);
  const owed = fill.side === 'sell' ? apart : negated(apart);
  return { kind: 'paid', money: isPositive(owed) ? times(owed, fill.quantity) : ZERO };
}

/** What the rule comes to. */
export interface RuleSum {
  /** Liquidations inside the declared hours with a figure, and what it pays for them; undefined: there is none. */
  readonly paid: number;
  readonly money: Decimal | undefined;
  /** Outside the declared hours; how many of them have a figure by the audit, and what these come to; undefined: none has. */
  readonly outside: number;
  readonly outsideMeasured: number;
  readonly outsideMoney: Decimal | undefined;
  readonly unknown: number;
}

export class RuleSumming {
  sum: RuleSum = {
    paid: 0,
    money: undefined,
    outside: 0,
    outsideMeasured: 0,
    outsideMoney: undefined,
    unknown: 0,
  };

  take({ money }: AuditedFill, ruled: Ruled | undefined): void {
    const { sum } = this;
    if (ruled?.kind === 'paid') this.sum = { ...sum, paid: sum.paid + 1, money: added(sum.money, ruled.money) };
    else if (ruled?.kind === 'unknown') this.sum = { ...sum, unknown: sum.unknown + 1 };
    if (ruled?.kind !== 'outside') return;
    const outside = sum.outside + 1;
    this.sum =
      money === undefined
        ? { ...sum, outside }
        : {
            ...sum,
            outside,
            outsideMeasured: sum.outsideMeasured + 1,
            outsideMoney: added(sum.outsideMoney, money),
          };
  }
}

const added = (to: Decimal | undefined, one: Decimal): Decimal => (to === undefined ? one : plus(to, one));
