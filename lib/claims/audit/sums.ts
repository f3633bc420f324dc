import { isPositive, plus, ZERO, type Decimal } from '../../domain/decimal';
import type { AuditedFill, Unmeasured } from './auditFill';

/** What fills with a figure add up to, in USD, exact. */
export interface Money {
  /** Worse than the reference: of sales below it, of purchases above it; 0 or more. */
  readonly worse: Decimal;
  /** Better than the reference; 0 or less. */
  readonly better: Decimal;
  /** Both together. */
  readonly net: Decimal;
  /** What of `net` rests on a weak rate. */
  readonly onWeakRates: Decimal;
}

/** What fills come to together. */
export interface Sum {
  readonly fills: number;
  /** Fills with a figure, and how many of these rest on a weak rate. */
  readonly measured: number;
  readonly weak: number;
  /** Fills whose deviation lies within the rates' uncertainty: no figure. */
  readonly within: number;
  /** Fills without a figure, by the reason. */
  readonly unmeasured: ReadonlyMap<Unmeasured, number>;
  /** undefined: no fill has a figure, so that nothing was added up. Whoever tells a sum asks this, and nothing else. */
  readonly money: Money | undefined;
  readonly worseFills: number;
  readonly betterFills: number;
  /** Fills outside their venue's candle of the minute. */
  readonly outsideCandle: number;
  /** Fills with a candle in USD to lie in. */
  readonly withCandle: number;
  readonly liquidations: number;
  readonly adl: number;
  /** By currency as the file names it; `''`: it names none. Without those that could not be read. */
  readonly fees: ReadonlyMap<string, Decimal>;
  /** Fills whose fee could not be read: `fees` lacks them. */
  readonly unreadFees: number;
}

type Mutable = {
  -readonly [Name in keyof Sum]: Sum[Name] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : Sum[Name];
};

const NONE = 0;
const NO_MONEY: Money = { worse: ZERO, better: ZERO, net: ZERO, onWeakRates: ZERO };

/** Adds up fills, one after the other. */
export class Summing {
  readonly #sum: Mutable = {
    fills: 0,
    measured: 0,
    weak: 0,
    within: 0,
    unmeasured: new Map(),
    money: undefined,
    worseFills: 0,
    betterFills: 0,
    outsideCandle: 0,
    withCandle: 0,
    liquidations: 0,
    adl: 0,
    fees: new Map(),
    unreadFees: 0,
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
    if (fill.unreadFee !== undefined) sum.unreadFees += 1;
    if (why !== undefined) sum.unmeasured.set(why, (sum.unmeasured.get(why) ?? NONE) + 1);
    if (certainty === 'within') sum.within += 1;
    if (money === undefined) return;
    const [isWorse, isWeak] = [isPositive(money), certainty === 'weak'];
    sum.measured += 1;
    if (isWorse) sum.worseFills += 1;
    else sum.betterFills += 1;
    if (isWeak) sum.weak += 1;
    const { worse, better, net, onWeakRates } = sum.money ?? NO_MONEY;
    sum.money = {
      worse: isWorse ? plus(worse, money) : worse,
      better: isWorse ? better : plus(better, money),
      net: plus(net, money),
      onWeakRates: isWeak ? plus(onWeakRates, money) : onWeakRates,
    };
  }
}
