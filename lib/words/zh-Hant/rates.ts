import type { RateRule } from '../../api/hole';
import type { RateLeg } from '../../api/minute';
import { LEAST_LEG_VENUES, LEAST_LEGS, PARITY_ERROR } from '../../domain/method';
import type { RateFacts } from '../en/rates';
import { formatLevel, formatPrice, plusMinus } from './numbers';
import { spelled } from './spelled';
import { venueName } from './venues';

const RULES: Readonly<Record<RateRule, string>> = {
  usd: '以 USD 計價',
  legs: '由換算路徑得出',
  thin: '由少數換算路徑得出',
  parity: '假定平價',
  none: '無匯率',
};
export const ruleWords = (rule: RateRule): string => RULES[rule];

const HINTS: Readonly<Record<RateRule, string>> = {
  usd: '該市場以 USD 計價，或視同以 USD 計價。',
  legs: `取至少 ${spelled(LEAST_LEGS)} 條換算路徑的中位數，路徑來自至少 ${spelled(LEAST_LEG_VENUES)} 家交易所，且均不屬於該交易所本身。`,
  thin: `依據薄弱：換算路徑不足 ${spelled(LEAST_LEGS)} 條，或交易所不足 ${spelled(LEAST_LEG_VENUES)} 家。`,
  parity: `依據薄弱：沒有換算路徑，因此穩定幣按 1 USD 計，誤差約為上下 ${formatLevel(PARITY_ERROR)}。`,
  none: '沒有換算路徑，因此該市場不參與這一分鐘的計算。',
};
export const ruleHint = (rule: RateRule): string => HINTS[rule];

export function rateWords({ rule, value, uncertainty }: RateFacts): string | undefined {
  if (value === null) return undefined;
  const rate = formatPrice(value);
  if (rule === 'usd' || rule === 'none') return rate;
  return uncertainty === null ? `${rate}，不確定度未知` : `${rate} ${plusMinus(uncertainty)}`;
}

export function legsCounted(legs: readonly RateLeg[]): string {
  if (legs.length === 0) return '無';
  const used = legs.filter(({ isDropped }) => !isDropped);
  const venues = new Set(used.map(({ venue }) => venue)).size;
  return `${String(used.length)} 條路徑（${String(venues)} 家交易所）`;
}

export function legsNamed(legs: readonly RateLeg[]): string {
  const byVenue = new Map<string, string[]>();
  for (const { venue, base, isDropped } of legs)
    byVenue.set(venue, [...(byVenue.get(venue) ?? []), `${base ?? '直接換算'}${isDropped ? '（已剔除）' : ''}`]);
  return [...byVenue].map(([venue, own]) => `${venueName(venue)} ${own.join('、')}`).join('；');
}
