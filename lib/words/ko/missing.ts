import type { MissingReason } from '../../api/hole';

export { reasonsWithMarkets } from '../en/missing';

const WORDS: Readonly<Record<MissingReason, string>> = {
  'not-fetched': '수집되지 않음',
  'no-trade': '체결 없음',
  'too-few-peers': '비교 거래소 부족',
  'no-rate': '환산율 없음',
  'left-out': '제외됨',
  moved: '거래량 0, 가격 변동',
  'set-aside': '보류됨',
};

export const missingWords = (why: MissingReason): string => WORDS[why];
