import type { BlocMedians } from '../../api/certainty';
import type { WrittenCertainty } from '../../domain/episode';
import type { Side } from '../../domain/episode';
import { formatPrice, plusMinus } from './numbers';

const WORDS: Readonly<Record<WrittenCertainty, string>> = {
  certain: '超出汇率不确定度',
  weak: '超出汇率不确定度，但汇率依据薄弱',
  'within-rate': '在汇率不确定度之内',
};

export const certaintyWords = (certainty: WrittenCertainty): string => WORDS[certainty];

export function uncertaintyClause(uncertainty: number | null): string {
  if (uncertainty === null) return '（汇率的不确定度未知）';
  return uncertainty === 0 ? '' : `（${plusMinus(uncertainty)}）`;
}

export const certaintyClause = (certainty: WrittenCertainty): string => CLAUSES[certainty];
const CLAUSES: Readonly<Record<WrittenCertainty, string>> = {
  certain: '',
  weak: '，汇率依据薄弱',
  'within-rate': '，在汇率不确定度之内',
};

export const blocsSentence = (blocs: BlocMedians | null, side: Side): string =>
  blocs === null
    ? ''
    : `USD 计价市场的${side === 'below' ? '最低价' : '最高价'}中位数为 ${formatPrice(blocs.usd)} USD，USDT 计价市场为 ${formatPrice(blocs.usdt)} USD。`;

export const blocsWords = ({ usd, usdt }: BlocMedians): string =>
  `USD 计价市场为 ${formatPrice(usd)} USD，USDT 计价市场为 ${formatPrice(usdt)} USD`;
