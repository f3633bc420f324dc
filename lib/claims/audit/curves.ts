import { minute, type Minute } from '../../domain/minute';
import { negated, plus, times, ZERO, type Decimal } from '../../domain/decimal';
import type { AuditedFill } from './auditFill';

/** Money added up from the first fill with a figure on, in USD, exact. */
export interface CurveMoney {
  /** Sold less bought, at the prices of the fills, of those with a figure. */
  readonly was: Decimal;
  /** The same fills at their references. */
  readonly atReference: Decimal;
  /** `atReference` less `was`: what the audit's money adds up to. */
  readonly difference: Decimal;
}

/** What fills came to by the end of a step of time. */
export interface CurvePoint {
  /** The step begins here, in UTC. */
  readonly from: Minute;
  /** undefined: no fill up to here has a figure. */
  readonly money: CurveMoney | undefined;
  /** Fills of this step alone: with a figure; within the rates' uncertainty; without a figure for another reason. The last two add nothing. */
  readonly measured: number;
  readonly within: number;
  readonly unmeasured: number;
}

export interface Curve {
  readonly account: string;
  readonly points: readonly CurvePoint[];
}

export interface Curves {
  /** Minutes of a step: 1, unless fills are of more minutes than anybody draws. */
  readonly stepMinutes: number;
  /** Only the steps that fills are of. */
  readonly together: readonly CurvePoint[];
  /** In the order of the accounts' first fills read. */
  readonly accounts: readonly Curve[];
}

/** From minutes to hours, days and months of 30 days, where there are too many steps. */
const COARSER: Readonly<Partial<Record<number, number>>> = { 1: 60, 60: 1_440, 1_440: 43_200 };
/** Steps of all accounts that are held; an event of four hours of ten accounts has 2,400. */
const MOST_STEPS = 10_000;
/** Accounts with a curve of their own; further ones are drawn together. */
const MOST_CURVES = 26;
const REST = '…';

interface Step {
  was: Decimal;
  money: Decimal;
  measured: number;
  within: number;
  unmeasured: number;
}

const noStep = (): Step => ({ was: ZERO, money: ZERO, measured: 0, within: 0, unmeasured: 0 });

function add(to: Step, one: Readonly<Step>): void {
  to.was = plus(to.was, one.was);
  to.money = plus(to.money, one.money);
  to.measured += one.measured;
  to.within += one.within;
  to.unmeasured += one.unmeasured;
}

/** Adds fills up by the time they are of, in whatever order they come; holds steps of time and no fill. */
export class Curving {
  readonly #accounts = new Map<string, Map<number, Step>>();
  #step = 1;
  #held = 0;

  take({ fill, minute: at, priceUsd, money, certainty }: AuditedFill): void {
    const own = this.#accounts.has(fill.account) || this.#accounts.size < MOST_CURVES ? fill.account : REST;
    const steps = stepsOf(this.#accounts, own);
    const was = money === undefined || priceUsd === undefined ? undefined : times(priceUsd, fill.quantity);
    this.#add(steps, Math.floor(at / this.#step), {
      was: was === undefined ? ZERO : fill.side === 'sell' ? was : negated(was),
      money: money ?? ZERO,
      measured: Number(money !== undefined),
      within: Number(certainty === 'within'),
      unmeasured: Number(money === undefined && certainty !== 'within'),
    });
    if (this.#held > MOST_STEPS) this.#coarsen();
  }

  #add(steps: Map<number, Step>, key: number, one: Readonly<Step>): void {
    let step = steps.get(key);
    if (step === undefined) {
      step = noStep();
      steps.set(key, step);
      this.#held += 1;
    }
    add(step, one);
  }

  #coarsen(): void {
    const coarser = COARSER[this.#step];
    if (coarser === undefined) return;
    const times = coarser / this.#step;
    this.#step = coarser;
    this.#held = 0;
    for (const [account, steps] of this.#accounts) {
      const wider = new Map<number, Step>();
      for (const [key, step] of steps) this.#add(wider, Math.floor(key / times), step);
      this.#accounts.set(account, wider);
    }
  }

  get curves(): Curves {
    const together = new Map<number, Step>();
    for (const steps of this.#accounts.values())
      for (const [key, step] of steps) {
        const sum = together.get(key) ?? noStep();
        add(sum, step);
        together.set(key, sum);
      }
    return {
      stepMinutes: this.#step,
      together: pointsOf(together, this.#step),
      accounts: [...this.#accounts].map(([account, steps]) => ({ account, points: pointsOf(steps, this.#step) })),
    };
  }
}

function stepsOf(accounts: Map<string, Map<number, Step>>, account: string): Map<number, Step> {
  const known = accounts.get(account);
  if (known !== undefined) return known;
  const made = new Map<number, Step>();
  accounts.set(account, made);
  return made;
}

function pointsOf(steps: ReadonlyMap<number, Readonly<Step>>, stepMinutes: number): readonly CurvePoint[] {
  let money: CurveMoney | undefined;
  return [...steps]
    .sort(([a], [b]) => a - b)
    .map(([key, step]) => {
      const { measured, within, unmeasured } = step;
      if (measured > 0) {
        const was = plus(money?.was ?? ZERO, step.was);
        const difference = plus(money?.difference ?? ZERO, step.money);
        money = { was, atReference: plus(was, difference), difference };
      }
      return { from: minute(key * stepMinutes), money, measured, within, unmeasured };
    });
}
