import { decimalOf, numberOf, quotient, times } from '../decimal';
import { isAtMost, mixOf, productOf } from '../exact';
import type { Missing } from '../missing';

/**
 * What a unit of collateral is marked at: `own`, by the venue's own book; `others`, by the other venues' median; `ratio`, by what it stands
 * for times a ratio; `index`, by the composition of the index that the venue published.
 */
export const READINGS = ['own', 'others', 'ratio', 'index'] as const;
export type Reading = (typeof READINGS)[number];

/** Of a minute's candle. Closes first: they are prices of one moment, the end of the minute, of every book. */
export const MARK_FIELDS = ['close', 'low', 'high'] as const;
export type MarkField = (typeof MARK_FIELDS)[number];

/** Why a minute has no mark; `no-ratio`: no ratio is known that the underlying could be multiplied by. */
export type MarkHole = Missing | 'no-ratio';

/** Marks of one unit in USD, slot by slot, a minute each; NaN is a hole, and `holes` says why. */
export interface MarkColumn {
  readonly prices: Float64Array;
  /** Relative, of the price, by the rates it was converted at; NaN: unknown, or no price. */
  readonly uncertainty: Float64Array;
  /** null where there is a price. */
  readonly holes: readonly (MarkHole | null)[];
}

/** How many minutes have a mark. */
export const markedMinutes = ({ holes }: Pick<MarkColumn, 'holes'>): number =>
  holes.filter((why) => why === null).length;

/** Underlying × ratio, exact to the nearest double. A ratio that is not known (NaN) makes every minute a hole. What the ratio itself leaves unknown is no part of the uncertainty. */
export const ratioMark = ({ prices, uncertainty, holes }: MarkColumn, ratio: number): MarkColumn =>
  Number.isNaN(ratio)
    ? {
        prices: new Float64Array(prices.length).fill(NaN),
        uncertainty: new Float64Array(prices.length).fill(NaN),
        holes: holes.map(() => 'no-ratio'),
      }
    : { prices: prices.map((price) => productOf(price, ratio)), uncertainty, holes };

/**
 * ownWeight × own book + (1 − ownWeight) × (underlying × ratio), exact to the nearest double: a hole where either part is. Its uncertainty is that of its parts, each by
 * what it adds to the price.
 */
export function indexMark(own: MarkColumn, byRatio: MarkColumn, ownWeight: number): MarkColumn {
  const prices = own.prices.map((price, slot) => mixOf(ownWeight, price, byRatio.prices[slot] ?? NaN));
  return {
    prices,
    uncertainty: prices.map((price, slot) => {
      const ofOwn = ownWeight * (own.prices[slot] ?? NaN) * (own.uncertainty[slot] ?? NaN);
      const ofRatio = (1 - ownWeight) * (byRatio.prices[slot] ?? NaN) * (byRatio.uncertainty[slot] ?? NaN);
      return (ofOwn + ofRatio) / price;
    }),
    holes: own.holes.map((why, slot) => why ?? byRatio.holes[slot] ?? null),
  };
}

/** An account, as only its owner knows it. NaN: not known. */
export interface MarkedAccount {
  readonly units: number;
  /** In USD. */
  readonly loan: number;
  /** The maintenance level, collateral ÷ loan, as a ratio: 1.05 is 105 %. */
  readonly level: number;
}

const isWhole = ({ units, loan, level }: MarkedAccount): boolean =>
  [units, loan, level].every((one) => one > 0 && Number.isFinite(one));

/** The mark of a unit, in USD, at which the units are worth `level` times the loan: loan × level ÷ units. NaN unless all three are numbers above 0. */
export const unitLevel = (account: MarkedAccount): number =>
  isWhole(account)
    ? numberOf(quotient(times(decimalOf(account.loan), decimalOf(account.level)), decimalOf(account.units)))
    : NaN;

/**
 * Whether the units are worth no more than `level` times the loan: mark × units ≤ loan × level, decided of the decimals that these are printed as, so that a
 * mark at the level is at it whatever a division rounds. Never of an account that is not whole.
 */
export const isReached = (mark: number, account: MarkedAccount): boolean =>
  isWhole(account) && isAtMost([mark, account.units], [account.loan, account.level]);

/** What the readings of one field are made of; `underlying` is the peg, for what is pegged. */
export interface UnitPrices {
  readonly own: MarkColumn;
  readonly others: MarkColumn;
  readonly underlying: MarkColumn;
}

export interface ReadingMarks {
  readonly reading: Reading;
  readonly column: MarkColumn;
}

/** Every reading of one field, in order. `ratio` NaN: not known; `ownWeight` undefined: no composition is known, and there is no `index`. */
export function readingsOf(
  { own, others, underlying }: UnitPrices,
  ratio: number,
  ownWeight: number | undefined,
): readonly ReadingMarks[] {
  const byRatio = ratioMark(underlying, ratio);
  return [
    { reading: 'own', column: own },
    { reading: 'others', column: others },
    { reading: 'ratio', column: byRatio },
    ...(ownWeight === undefined ? [] : [{ reading: 'index', column: indexMark(own, byRatio, ownWeight) } as const]),
  ];
}
