import type { BlocMedians } from '../../api/certainty';
import type { WrittenCertainty } from '../../domain/episode';
import type { Side } from '../../domain/episode';
import { formatPrice, plusMinus } from './numbers';

const WORDS: Readonly<Record<WrittenCertainty, string>> = {
  certain: 'beyond the rate’s uncertainty',
  weak: 'beyond it, on a weak rate',
  'within-rate': 'within the rate’s uncertainty',
};

/** Whether a peak lies beyond what the rates leave unknown. */
export const certaintyWords = (certainty: WrittenCertainty): string => WORDS[certainty];

/** Behind a distance in a sentence: " (± 4.61 %)"; nothing where the rates are exact. null: unknown. */
export function uncertaintyClause(uncertainty: number | null): string {
  if (uncertainty === null) return ' (the rates’ uncertainty is unknown)';
  return uncertainty === 0 ? '' : ` (${plusMinus(uncertainty)})`;
}

/** How a sentence about a deviation ends that the rates do not bear out, or bear out weakly. */
export const certaintyClause = (certainty: WrittenCertainty): string => CLAUSES[certainty];
const CLAUSES: Readonly<Record<WrittenCertainty, string>> = {
  certain: '',
  weak: ', on a weak rate',
  'within-rate': ', within the rate’s uncertainty',
};

/** " USD books stood at a median low of 3.594 USD, USDT books at 1.6 USD." Nothing where they do not part. */
export const blocsSentence = (blocs: BlocMedians | null, side: Side): string =>
  blocs === null
    ? ''
    : ` USD books stood at a median ${side === 'below' ? 'low' : 'high'} of ${formatPrice(blocs.usd)} USD, USDT books at ${formatPrice(blocs.usdt)} USD.`;

/** The same in a cell: "USD books at 3.594 USD, USDT books at 1.6 USD". */
export const blocsWords = ({ usd, usdt }: BlocMedians): string =>
  `USD books at ${formatPrice(usd)} USD, USDT books at ${formatPrice(usdt)} USD`;
