import type { RateRule } from '../../api/hole';
import type { RateLeg } from '../../api/minute';
import { LEAST_LEG_VENUES, LEAST_LEGS, PARITY_ERROR } from '../../domain/method';
import type { RateFacts } from '../en/rates';
import { formatLevel, formatPrice, plusMinus } from './numbers';
import { spelled } from './spelled';
import { venueName } from './venues';

const RULES: Readonly<Record<RateRule, string>> = {
  usd: '以 USD 计价',
  legs: '由换算路径得出',
  thin: '由少数换算路径得出',
  parity: '假定平价',
  none: '无汇率',
};
export const ruleWords = (rule: RateRule): string => RULES[rule];

const HINTS: Readonly<Record<RateRule, string>> = {
  usd: '该市场以 USD 计价，或视为以 USD 计价。',
  legs: `取至少 ${spelled(LEAST_LEGS)} 条换算路径的中位数，路径来自至少 ${spelled(LEAST_LEG_VENUES)} 家交易所，且均不属于该交易所本身。`,
  thin: `依据薄弱：换算路径不足 ${spelled(LEAST_LEGS)} 条，或交易所不足 ${spelled(LEAST_LEG_VENUES)} 家。`,
  parity: `依据薄弱：没有换算路径，因此稳定币按 1 USD 计，误差约为上下 ${formatLevel(PARITY_ERROR)}。`,
  none: '没有换算路径，因此该市场不参与这一分钟的计算。',
};
export const ruleHint = (rule: RateRule): string => HINTS[rule];

export function rateWords({ rule, value, uncertainty }: RateFacts): string | undefined {
  if (value === null) return undefined;
  const rate = formatPrice(value);
  if (rule === 'usd' || rule === 'none') return rate;
  return uncertainty === null ? `${rate}，不确定度未知` : `${rate} ${plusMinus(uncertainty)}`;
}

export function legsCounted(legs: readonly RateLeg[]): string {
  if (legs.length === 0) return '无';
  const used = legs.filter(({ isDropped }) => !isDropped);
  const venues = new Set(used.map(({ venue }) => venue)).size;
  return `${String(used.length)} 条路径（${String(venues)} 家交易所）`;
}

export function legsNamed(legs: readonly RateLeg[]): string {
  const byVenue = new Map<string, string[]>();
  for (const { venue, base, isDropped } of legs)
    byVenue.set(venue, [...(byVenue.get(venue) ?? []), `${base ?? '直接换算'}${isDropped ? '（已剔除）' : ''}`]);
  return [...byVenue].map(([venue, own]) => `${venueName(venue)} ${own.join('、')}`).join('；');
}
