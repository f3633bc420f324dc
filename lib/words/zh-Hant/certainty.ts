import type { BlocMedians } from '../../api/certainty';
import type { WrittenCertainty } from '../../domain/episode';
import type { Side } from '../../domain/episode';
import { formatPrice, plusMinus } from './numbers';

const WORDS: Readonly<Record<WrittenCertainty, string>> = {
  certain: '超出匯率不確定度',
  weak: '超出匯率不確定度，但匯率依據薄弱',
  'within-rate': '在匯率不確定度之內',
};

export const certaintyWords = (certainty: WrittenCertainty): string => WORDS[certainty];

export function uncertaintyClause(uncertainty: number | null): string {
  if (uncertainty === null) return '（匯率的不確定度未知）';
  return uncertainty === 0 ? '' : `（${plusMinus(uncertainty)}）`;
}

export const certaintyClause = (certainty: WrittenCertainty): string => CLAUSES[certainty];
const CLAUSES: Readonly<Record<WrittenCertainty, string>> = {
  certain: '',
  weak: '，匯率依據薄弱',
  'within-rate': '，在匯率不確定度之內',
};

export const blocsSentence = (blocs: BlocMedians | null, side: Side): string =>
  blocs === null
    ? ''
    : `USD 計價市場的${side === 'below' ? '最低價' : '最高價'}中位數為 ${formatPrice(blocs.usd)} USD，USDT 計價市場為 ${formatPrice(blocs.usdt)} USD。`;

export const blocsWords = ({ usd, usdt }: BlocMedians): string =>
  `USD 計價市場為 ${formatPrice(usd)} USD，USDT 計價市場為 ${formatPrice(usdt)} USD`;
