import type { MethodExample } from '../../../api/method';
import type { MinuteVenue } from '../../../api/minute';
import { em, figure, strong, text, type Block, type RichText } from '../../richText';
import { count, formatPrice } from '../numbers';
import { venueName } from '../venues';
import { minuteOf, unmeasured } from './example';
import { marketLabel } from '../market';
import { ratioAndPercent, ratioFigure } from './figures';

/** The three prices of a candle that have a deviation. */
export const MEASURED_FIELDS = ['low', 'high', 'close'] as const;
export type MeasuredField = (typeof MEASURED_FIELDS)[number];

/** Section 4. */
export const RULE: readonly Block[] = [
  'A deviation is a simple return against the reference. Every venue has four in each measured minute:',
  {
    ordered: false,
    items: [
      'its low against the others’ median low, its high against their median high, and its close against their median close, so that like is compared with like;',
      text`${strong('outside')}: how far it went beyond the range of ${em('every')} other venue. It is negative below their lowest low, positive above their highest high, and otherwise 0.`,
    ],
  },
];

export const WHY: readonly Block[] = [
  'When a market falls by a tenth within one minute, every venue has a low a tenth below its open. Against the others’ closes, that would count against every venue. Against the others’ lows, it counts against none. “Outside” needs no median at all. It supports the plainest statement there is: no other venue traded lower in that minute.',
];

export const formulaOf = (field: MeasuredField): string =>
  `the deviation of the ${field} is the venue’s ${field} divided by its reference ${field}, minus 1`;

export const OUTSIDE = {
  formula:
    'outside is the low divided by the lowest low of the others, minus 1, if that is negative; the high divided by their highest high, minus 1, if that is positive; otherwise 0',
  name: 'outside',
  ifNegative: 'if negative',
  ifPositive: 'if positive',
  otherwise: 'otherwise',
} as const;

export const noDeviation = (example: Pick<MethodExample, 'name' | 'minute'>): string =>
  `${minuteOf(example)}: no market can be measured (${unmeasured(example.minute)}), so there is no deviation.`;

/** "ATOM, 2025-10-10 21:20 UTC: Binance ATOM/USDT, in USD". */
export const deviationOf = (example: Pick<MethodExample, 'name' | 'minute'>, row: MinuteVenue): string =>
  `${minuteOf(example)}: ${marketLabel(row)}, in ${example.minute.currency}`;

/** "0.001 ÷ 3.59 − 1 = −0.999721 = −99.97 %". */
export const deviationSum = (of: number | null, reference: number | null, ratio: number | null): RichText =>
  text`${figure(of, formatPrice, 'none')} ÷ ${figure(reference, formatPrice, 'none')} − 1 = ${ratioAndPercent(ratio)}`;

interface OtherPrice {
  readonly venue: string;
  readonly value: number;
}

/** Where a venue's minute lay against the others' range; `lowest` and `highest` undefined where no other venue traded. */
export interface OutsideSum {
  readonly row: Pick<MinuteVenue, 'outside' | 'converted'>;
  /** How many other venues have a price. */
  readonly others: number;
  readonly lowest: OtherPrice | undefined;
  readonly highest: OtherPrice | undefined;
}

export function outsideSum({ row, others, lowest, highest }: OutsideSum): RichText {
  const { outside, converted } = row;
  if (outside === null || lowest === undefined || highest === undefined) return 'none: no other venue traded';
  if (outside === 0)
    return text`${figure(0, ratioFigure, '')}: within the range of the others, from ${figure(lowest.value, formatPrice, '')} (${venueName(lowest.venue)}) to ${figure(highest.value, formatPrice, '')} (${venueName(highest.venue)})`;
  const [own, next, which] =
    outside < 0 ? [converted.low, lowest, 'lowest low'] : [converted.high, highest, 'highest high'];
  return text`${deviationSum(own, next.value, outside)}; the ${which} of the ${count(others)} others was on ${venueName(next.venue)}`;
}
