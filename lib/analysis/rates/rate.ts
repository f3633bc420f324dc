import { RATE_RULES, type RateRule } from '../../domain/rate';

/**
 * USD per one unit of a quote as one venue's books are converted, minute by minute: no leg of that venue is in it. NaN with rule
 * `none`.
 */
export interface Rate {
  readonly value: Float64Array;
  /** Index into RATE_RULES. */
  readonly rule: Uint8Array;
  /** Relative; NaN: unknown. */
  readonly uncertainty: Float64Array;
  /** How many legs the minute's own median rests on. */
  readonly legs: Uint8Array;
}

/** The place of each rule in RATE_RULES. */
export const RULE = Object.fromEntries(RATE_RULES.map((rule, code) => [rule, code])) as Readonly<
  Record<RateRule, number>
>;

/** Whether a price converted by the rule rests on fewer legs than a measurement needs, or on none. */
export const isWeakRule = (rule: number | undefined): boolean => rule === RULE.thin || rule === RULE.parity;

/** Whether legs or the quote itself made the rate: nothing was assumed. */
export const isMeasuredRule = (rule: number | undefined): boolean =>
  rule === RULE.usd || rule === RULE.legs || rule === RULE.thin;

/** A rate of 1 in every minute: of USD itself (`usd`), and where raw quotes are compared (`none`). */
export const rateOfOne = (slots: number, rule: number): Rate => ({
  value: new Float64Array(slots).fill(1),
  rule: new Uint8Array(slots).fill(rule),
  uncertainty: new Float64Array(slots),
  legs: new Uint8Array(slots),
});

/** A part of a rate: views of the same columns. */
export const rateIn = ({ value, rule, uncertainty, legs }: Rate, from: number, to: number): Rate => ({
  value: value.subarray(from, to),
  rule: rule.subarray(from, to),
  uncertainty: uncertainty.subarray(from, to),
  legs: legs.subarray(from, to),
});
