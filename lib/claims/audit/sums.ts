import { isPositive, plus, ZERO, type Decimal } from '../decimal';
import type { AuditedFill, Unmeasured } from './auditFill';

/** What fills come to together. Money in USD, exact. */
export interface Sum {
  readonly fills: number;
  /** Fills with a figure, and how many of these rest on a weak rate. */
  readonly measured: number;
  readonly weak: number;
  /** Fills whose deviation lies within the rates' uncertainty: no figure. */
  readonly within: number;
  /** Fills without a figure, by the reason. */
  readonly unmeasured: ReadonlyMap<Unmeasured, number>;
  /** Worse than the reference: of sales below it, of purchases above it; 0 or more. */
  readonly worse: Decimal;
  readonly worseFills: number;
  /** Better than the reference; 0 or less. */
  readonly better: Decimal;
  readonly betterFills: number;
  /** Of `worse` and `better` together, what rests on a weak rate. */
  readonly weakMoney: Decimal;
  /** Fills outside their venue's candle of the minute. */
  readonly outsideCandle: number;
  /** Fills with a candle in USD to lie in. */
  readonly withCandle: number;
  readonly liquidations: number;
  readonly adl: number;
  /** By currency as the file names it; `''`: it names none. */
  readonly fees: ReadonlyMap<string, Decimal>;
}

type Mutable = {
  -readonly [Name in keyof Sum]: Sum[Name] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : Sum[Name];
};

const NONE = 0;

/** Adds up fills, one after the other. */
export class Summing {
  readonly #sum: Mutable = {
    fills: 0,
    measured: 0,
    weak: 0,
    within: 0,
    unmeasured: new Map(),
    worse: ZERO,
    worseFills: 0,
    better: ZERO,
    betterFills: 0,
    weakMoney: ZERO,
    outsideCandle: 0,
    withCandle: 0,
    liquidations: 0,
    adl: 0,
    fees: new Map(),
  };

  get sum(): Sum {
    return this.#sum;
  }

  take({ fill, certainty, why, money, isInside }: AuditedFill): void {
    const sum = this.#sum;
    sum.fills += 1;
    if (fill.flag === 'liquidation') sum.liquidations += 1;
    if (fill.flag === 'adl') sum.adl += 1;
    if (isInside !== undefined) sum.withCandle += 1;
    if (isInside === false) sum.outsideCandle += 1;
    if (fill.fee !== undefined) {
      const currency = fill.fee.currency ?? '';
      sum.fees.set(currency, plus(sum.fees.get(currency) ?? ZERO, fill.fee.amount));
    }
    if (why !== undefined) sum.unmeasured.set(why, (sum.unmeasured.get(why) ?? NONE) + 1);
    if (certainty === 'within') sum.within += 1;
    if (money === undefined) return;
    sum.measured += 1;
    if (isPositive(money)) {
      sum.worse = plus(sum.worse, money);
      sum.worseFills += 1;
    } else {
      sum.better = plus(sum.better, money);
      sum.betterFills += 1;
    }
    if (certainty !== 'weak') return;
    sum.weak += 1;
    sum.weakMoney = plus(sum.weakMoney, money);
  }
}

/** `worse` and `better` together. */
export const netOf = ({ worse, better }: Pick<Sum, 'worse' | 'better'>): Decimal => plus(worse, better);
