/**
 * What made a minute's rate to USD (method, section 2). `none`: nothing did, or raw quotes are compared. Columns carry a rule's place in
 * this list, a byte each.
 */
export const RATE_RULES = ['none', 'usd', 'legs', 'thin', 'parity'] as const;
export type RateRule = (typeof RATE_RULES)[number];
