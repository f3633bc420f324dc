import { productOf, sumOf } from '../exact';
import { isReached, type MarkColumn, type MarkedAccount, type Reading } from './marks';

/** A stretch of minutes in which a mark stands at or below a level. Slots of the window. */
export interface Crossing {
  readonly first: number;
  /** The last minute known to be at or below the level. */
  readonly last: number;
  /** Minutes at or below it. */
  readonly minutes: number;
  /** Of these, how many are so whatever the rates leave unknown: mark × (1 + uncertainty) ≤ level. */
  readonly certainMinutes: number;
  /** Minutes between the first and the last without a mark. */
  readonly unknownMinutes: number;
  /** Minutes without a mark right before the first: it may have crossed in any of them. */
  readonly unknownBefore: number;
  /** No minute of the window before it is known to be above the level. */
  readonly isFromStart: boolean;
  /** No minute of the window after it is known to be above the level. */
  readonly isToEnd: boolean;
}

/** price × (1 + uncertainty). */
const atMost = (price: number, uncertainty: number): number => productOf(price, sumOf(1, uncertainty));

/**
 * Every stretch of a mark at or below the level of an account, in order. A minute without a mark neither begins nor ends one: it is counted as
 * unknown. The level of an account that is not whole is crossed by nothing.
 */
export function crossingsOf({ prices, uncertainty }: MarkColumn, account: MarkedAccount): readonly Crossing[] {
  const found: Crossing[] = [];
  let open: Omit<Crossing, 'isToEnd'> | undefined;
  let unknown = 0;
  let wasAbove = false;
  for (const [slot, price] of prices.entries()) {
    if (Number.isNaN(price)) {
      unknown += 1;
    } else if (isReached(price, account)) {
      const isCertain = isReached(atMost(price, uncertainty[slot] ?? NaN), account);
      open = {
        first: open?.first ?? slot,
        last: slot,
        minutes: (open === undefined ? 0 : open.minutes) + 1,
        certainMinutes: (open === undefined ? 0 : open.certainMinutes) + (isCertain ? 1 : 0),
        unknownMinutes: open === undefined ? 0 : open.unknownMinutes + unknown,
        unknownBefore: open?.unknownBefore ?? unknown,
        isFromStart: open?.isFromStart ?? !wasAbove,
      };
      unknown = 0;
    } else {
      if (open !== undefined) found.push({ ...open, isToEnd: false });
      open = undefined;
      unknown = 0;
      wasAbove = true;
    }
  }
  return open === undefined ? found : [...found, { ...open, isToEnd: true }];
}

/** How one reading went below the level. */
export interface ReadingCrossings {
  readonly reading: Reading;
  readonly crossings: readonly Crossing[];
}

/** Readings that crossed, by the minute of the first crossing, those of one minute together; an order, and no cause. */
export function orderOfCrossings(all: readonly ReadingCrossings[]): readonly (readonly ReadingCrossings[])[] {
  const byMinute = new Map<number, ReadingCrossings[]>();
  for (const one of all) {
    const [first] = one.crossings;
    if (first !== undefined) byMinute.set(first.first, [...(byMinute.get(first.first) ?? []), one]);
  }
  return [...byMinute].sort(([a], [b]) => a - b).map(([, together]) => together);
}
