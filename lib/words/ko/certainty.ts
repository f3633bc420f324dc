import type { BlocMedians } from '../../api/certainty';
import type { WrittenCertainty } from '../../domain/episode';
import type { Side } from '../../domain/episode';
import { formatPrice, plusMinus } from './numbers';

const WORDS: Readonly<Record<WrittenCertainty, string>> = {
  certain: '환산율의 불확실성을 벗어남',
  weak: '불확실성을 벗어남 (환산율의 근거가 약함)',
  'within-rate': '환산율의 불확실성 이내',
};

export const certaintyWords = (certainty: WrittenCertainty): string => WORDS[certainty];

export function uncertaintyClause(uncertainty: number | null): string {
  if (uncertainty === null) return ' (환산율의 불확실성 미상)';
  return uncertainty === 0 ? '' : ` (${plusMinus(uncertainty)})`;
}

/** In brackets, so that it may stand behind a figure as well as behind the verb of a sentence, before its full stop. */
export const certaintyClause = (certainty: WrittenCertainty): string => CLAUSES[certainty];
const CLAUSES: Readonly<Record<WrittenCertainty, string>> = {
  certain: '',
  weak: ' (환산율의 근거가 약함)',
  'within-rate': ' (환산율의 불확실성 이내)',
};

/** " USD 마켓의 저가 중앙값은 3.594 USD, USDT 마켓은 1.6 USD였습니다." */
export const blocsSentence = (blocs: BlocMedians | null, side: Side): string =>
  blocs === null
    ? ''
    : ` USD 마켓의 ${side === 'below' ? '저가' : '고가'} 중앙값은 ${formatPrice(blocs.usd)} USD, USDT 마켓은 ${formatPrice(blocs.usdt)} USD였습니다.`;

export const blocsWords = ({ usd, usdt }: BlocMedians): string =>
  `USD 마켓 ${formatPrice(usd)} USD, USDT 마켓 ${formatPrice(usdt)} USD`;
