import type { LeftOutMarket, WrittenWhy } from '../../api/leftOut';
import { factorWords } from './numbers';
import { spelled } from './spelled';

const WHY: Readonly<Record<WrittenWhy, string>> = {
  alias: '다른 마켓의 다른 이름',
  'suspected alias': '다른 마켓의 다른 이름으로 의심됨',
  'suspected namesake': '다른 코인 또는 단위로 의심됨',
};

export const whyWords = (why: WrittenWhy | undefined): string => (why === undefined ? '제외됨' : WHY[why]);

/** "BTC/USD의 다른 이름", "다른 코인 또는 단위로 의심됨: 다른 거래소들의 중앙값의 0.034배". */
export function leftOutWords({ why, aliasOf, factor }: Pick<LeftOutMarket, 'why' | 'aliasOf' | 'factor'>): string {
  switch (why) {
    case 'alias':
      return aliasOf === null ? WHY[why] : `${aliasOf}의 다른 이름`;
    case 'suspected alias':
      return aliasOf === null ? WHY[why] : `${aliasOf}의 다른 이름으로 의심됨`;
    case 'suspected namesake':
      return factor === null ? WHY[why] : `${WHY[why]}: 다른 거래소들의 중앙값의 ${factorWords(factor)}`;
  }
}

/** "2025-10-10 하루 동안", "2025-10-10 ~ 2025-10-12 중 UTC 기준 2일 동안": in a sentence, and in a cell. */
export function onDays(days: number, first: string, last: string): string {
  return days === 1 ? `${first} 하루 동안` : `${first} ~ ${last} 중 UTC 기준 ${spelled(days)}일 동안`;
}

export const leftOutTable = {
  title: '제외된 마켓',
  lead: '계산에 참여하지 않는 마켓입니다: 비교 대상이 되지 않고, 환산율의 환산 경로로도 쓰이지 않습니다. 한 마켓의 다른 이름을 포함하면 그 마켓이 두 번 집계되고, 같은 티커의 다른 코인이나 단위는 고유한 가격을 가집니다.',
  label: '제외된 마켓',
  venue: '거래소',
  market: '마켓',
  source: '출처',
  why: '사유',
  days: 'UTC 날짜',
} as const;
