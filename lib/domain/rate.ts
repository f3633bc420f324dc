/**
 * What made a minute's rate to USD (method, section 2). `none`: nothing did, or raw quotes are compared. Columns carry a rule's place in
 * this list, a byte each.
 */
export const RATE_RULES = ['none', 'usd', 'legs', 'thin', 'parity'] as const;
export type RateRule = (typeof RATE_RULES)[number];

/** The rule at a place of RATE_RULES; `none` past the list's end. */
export const ruleAt = (code: number | undefined): RateRule =>
  (code === undefined ? undefined : RATE_RULES[code]) ?? 'none';

/** Whether a rate rests on fewer legs than a measurement needs, or on none (method, section 5). */
export const isWeakRule = (rule: RateRule): boolean => rule === 'thin' || rule === 'parity';
