import type { RateRule } from '../../api/hole';
import type { RateLeg } from '../../api/minute';
import { LEAST_LEG_VENUES, LEAST_LEGS, PARITY_ERROR } from '../../domain/method';
import type { RateFacts } from '../en/rates';
import { formatLevel, formatPrice, plusMinus } from './numbers';
import { spelled } from './spelled';
import { venueName } from './venues';

const RULES: Readonly<Record<RateRule, string>> = {
  usd: 'USD 표시',
  legs: '환산 경로로 산출',
  thin: '소수의 환산 경로로 산출',
  parity: '등가 가정',
  none: '환산율 없음',
};
export const ruleWords = (rule: RateRule): string => RULES[rule];

const HINTS: Readonly<Record<RateRule, string>> = {
  usd: 'USD로 표시되는 마켓이거나 그렇게 읽는 마켓입니다.',
  legs: `거래소 ${spelled(LEAST_LEG_VENUES)}곳 이상의 환산 경로 ${spelled(LEAST_LEGS)}개 이상의 중앙값이며, 해당 거래소 자신의 경로는 들어 있지 않습니다.`,
  thin: `근거가 약함: 환산 경로가 ${spelled(LEAST_LEGS)}개 미만이거나 거래소가 ${spelled(LEAST_LEG_VENUES)}곳 미만입니다.`,
  parity: `근거가 약함: 환산 경로가 없어 스테이블코인을 1 USD로 봅니다. 오차 범위는 ${formatLevel(PARITY_ERROR)}입니다.`,
  none: '환산 경로가 없어 마켓이 해당 분의 계산에 참여하지 않습니다.',
};
export const ruleHint = (rule: RateRule): string => HINTS[rule];

export function rateWords({ rule, value, uncertainty }: RateFacts): string | undefined {
  if (value === null) return undefined;
  const rate = formatPrice(value);
  if (rule === 'usd' || rule === 'none') return rate;
  return uncertainty === null ? `${rate}, 불확실성 미상` : `${rate} ${plusMinus(uncertainty)}`;
}

/** "거래소 2곳의 환산 경로 3개", "없음". */
export function legsCounted(legs: readonly RateLeg[]): string {
  if (legs.length === 0) return '없음';
  const used = legs.filter(({ isDropped }) => !isDropped);
  const venues = new Set(used.map(({ venue }) => venue)).size;
  return `거래소 ${String(venues)}곳의 환산 경로 ${String(used.length)}개`;
}

export function legsNamed(legs: readonly RateLeg[]): string {
  const byVenue = new Map<string, string[]>();
  for (const { venue, base, isDropped } of legs)
    byVenue.set(venue, [...(byVenue.get(venue) ?? []), `${base ?? '직접'}${isDropped ? ' (제외)' : ''}`]);
  return [...byVenue].map(([venue, own]) => `${venueName(venue)} ${own.join(', ')}`).join('; ');
}
