import { compared, decimalOf, minus, numberOf, plus, quotient, times, type Decimal } from './decimal';

// Arithmetic of figures as they are printed. A double stands for the decimal that it is written as, 0.804 and not the binary fraction beside it, and each
// result is the double nearest to the exact one, a quotient's nearest to its first 30 decimals: whoever works it out by hand from what is printed finds the same. What is no finite number makes NaN.

const HALF: Decimal = decimalOf(0.5);
const ONE: Decimal = decimalOf(1);

const areFinite = (...numbers: readonly number[]): boolean => numbers.every(Number.isFinite);

/** a × b. */
export const productOf = (a: number, b: number): number =>
  areFinite(a, b) ? numberOf(times(decimalOf(a), decimalOf(b))) : NaN;

/** a + b. */
export const sumOf = (a: number, b: number): number =>
  areFinite(a, b) ? numberOf(plus(decimalOf(a), decimalOf(b))) : NaN;

/** (a + b) ÷ 2. */
export const meanOf = (a: number, b: number): number =>
  areFinite(a, b) ? numberOf(times(plus(decimalOf(a), decimalOf(b)), HALF)) : NaN;

/** 1 − share. */
export const restOf = (share: number): number => (areFinite(share) ? numberOf(minus(ONE, decimalOf(share))) : NaN);

/** share × a + (1 − share) × b. */
export function mixOf(share: number, a: number, b: number): number {
  if (!areFinite(share, a, b)) return NaN;
  const weight = decimalOf(share);
  return numberOf(plus(times(weight, decimalOf(a)), times(minus(ONE, weight), decimalOf(b))));
}

/** (price − level) ÷ level, to 30 decimals: −0.2 of 0.804 and 1.005. NaN where the level is 0. */
export function moveOf(price: number, level: number): number {
  if (!areFinite(price, level) || level === 0) return NaN;
  const from = decimalOf(level);
  return numberOf(quotient(minus(decimalOf(price), from), from));
}

/** Rounding moves a product of two doubles by less than this part of it: beyond it the doubles decide. */
const ROUNDING = 1e-12;

/** Whether a × b ≤ c × d, equal ones included. Of NaN never. */
export function isAtMost([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean {
  const [left, right] = [a * b, c * d];
  if (!Number.isFinite(left) || !Number.isFinite(right)) return left <= right;
  if (Math.abs(left - right) > ROUNDING * Math.max(Math.abs(left), Math.abs(right))) return left < right;
  return compared(times(decimalOf(a), decimalOf(b)), times(decimalOf(c), decimalOf(d))) <= 0;
}
