import { formatDuration, formatLevel, formatPrice, formatRatio } from './numbers';
import type { RateRule } from '../../api/hole';

/** A deviation as percent with its sign: "−99.97 %", "+5.00 %". What rounds to nothing carries no sign. */
export function signedPercent(ratio: number): string {
  const text = formatRatio(ratio);
  return ratio > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** How far, without the side: "99.97 %". Says what `signedPercent` says of the same ratio. */
export const distance = (ratio: number): string => signedPercent(ratio).replace(/^[+\u2212]/, '');

/** A level or share as percent without needless decimals: "2 %", "12.5 %". */
export const plainPercent = formatLevel;

/** Whole things, in groups of three. */
export const count = (value: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }).format(value);

/** A price without its currency. */
export const price = formatPrice;

/** How far rounding may move a price that is written with its column's decimals: a tenth of a basis point. */
const ROUNDING = 1e-5;
/** The decimals that six significant digits leave to the largest price of a column. */
const DIGITS = 6;

/**
 * Writes the prices of one column with the same decimals, so that the points stand under one another. A price that this
 * would change by more than `ROUNDING` of itself is written on its own terms.
 */
export function pricesAlike(prices: readonly (number | null)[]): (value: number) => string {
  const largest = Math.max(...prices.flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)])));
  const decimals = Number.isFinite(largest)
    ? Math.min(12, Math.max(2, DIGITS - 1 - Math.floor(Math.log10(largest))))
    : 2;
  const alike = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (value) =>
    Math.abs(Number(value.toFixed(decimals)) - value) <= Math.abs(value) * ROUNDING
      ? alike.format(value)
      : formatPrice(value);
}

/** A price as its venue said it, to the last digit a float carries. */
export const rawPrice = (value: number): string =>
  new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 }).format(value);

/** An amount of an asset or of money: 98,726.74. Six significant digits, and never fewer than its whole part. */
export const amount = (value: number): string =>
  Math.abs(value) >= 10_000
    ? new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(value)
    : new Intl.NumberFormat('en-US', { maximumSignificantDigits: DIGITS }).format(value);

/** A sentence in which no figure is torn from its unit at the end of a line. */
export const unbroken = (sentence: string): string =>
  sentence.replace(/(\d) (?=%|USDT?\b|min\b|h\b|d\b|UTC\b)/g, '$1\u00A0');

/** A span: "5 min", "1 h 05 min". */
export const span = formatDuration;

/** `2025-10-10T21:20Z` as "2025-10-10 21:20". The word UTC stands beside it, once a column. */
export const utc = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
/** "21:20". */
export const clock = (iso: string): string => iso.slice(11, 16);
export const dayPart = (iso: string): string => iso.slice(0, 10);

const RULES: Readonly<Record<RateRule, string>> = {
  usd: 'quoted in USD',
  cross: 'cross rate of BTC and ETH',
  direct: 'direct pair',
  parity: 'assumed parity',
  none: 'no rate',
};
export const ruleWords = (rule: RateRule): string => RULES[rule];

/** How much a reference can bear: 5 peers and more strong, 3 or 4 fair, fewer weak (method, section 3). */
export const peerStrength = (peers: number): 'strong' | 'fair' | 'weak' =>
  peers >= 5 ? 'strong' : peers >= 3 ? 'fair' : 'weak';
