import type { RateRule } from '../../api/hole';
import type { RateLeg } from '../../api/minute';
import { LEAST_LEG_VENUES, LEAST_LEGS, PARITY_ERROR } from '../../domain/method';
import { formatLevel, formatPrice, plusMinus } from './numbers';
import { spelled } from './spelled';
import { venueName } from './venues';

const RULES: Readonly<Record<RateRule, string>> = {
  usd: 'quoted in USD',
  legs: 'from legs',
  thin: 'from few legs',
  parity: 'assumed parity',
  none: 'no rate',
};
/** What made a rate to USD. */
export const ruleWords = (rule: RateRule): string => RULES[rule];

const HINTS: Readonly<Record<RateRule, string>> = {
  usd: 'The book is quoted in USD, or is read as one that is.',
  legs: `The median of ${spelled(LEAST_LEGS)} legs or more, of ${spelled(LEAST_LEG_VENUES)} venues or more, none of them the venue’s own.`,
  thin: `Weak: fewer than ${spelled(LEAST_LEGS)} legs, or fewer than ${spelled(LEAST_LEG_VENUES)} venues.`,
  parity: `Weak: no leg, so the stablecoin counts as 1 USD, give or take ${formatLevel(PARITY_ERROR)}.`,
  none: 'No leg, so the market takes no part in that minute.',
};
/** The rule in a sentence. */
export const ruleHint = (rule: RateRule): string => HINTS[rule];

/** A rate and what it leaves unknown. `uncertainty` is relative; null: unknown. */
export interface RateFacts {
  readonly rule: RateRule;
  readonly value: number | null;
  readonly uncertainty: number | null;
}

/** "0.8939 ± 4.61 %", "1" of USD itself, "1.16, uncertainty unknown"; undefined where there is no rate. */
export function rateWords({ rule, value, uncertainty }: RateFacts): string | undefined {
  if (value === null) return undefined;
  const rate = formatPrice(value);
  if (rule === 'usd' || rule === 'none') return rate;
  return uncertainty === null ? `${rate}, uncertainty unknown` : `${rate} ${plusMinus(uncertainty)}`;
}

/** "3 legs of 2 venues", "none"; without those dropped. */
export function legsCounted(legs: readonly RateLeg[]): string {
  if (legs.length === 0) return 'none';
  const used = legs.filter(({ isDropped }) => !isDropped);
  const venues = new Set(used.map(({ venue }) => venue)).size;
  return `${String(used.length)} ${used.length === 1 ? 'leg' : 'legs'} of ${String(venues)} ${venues === 1 ? 'venue' : 'venues'}`;
}

/** "Binance BTC, ETH; Kraken direct", empty of none; what was dropped is said. */
export function legsNamed(legs: readonly RateLeg[]): string {
  const byVenue = new Map<string, string[]>();
  for (const { venue, base, isDropped } of legs)
    byVenue.set(venue, [...(byVenue.get(venue) ?? []), `${base ?? 'direct'}${isDropped ? ' (dropped)' : ''}`]);
  return [...byVenue].map(([venue, own]) => `${venueName(venue)} ${own.join(', ')}`).join('; ');
}
