import { VOLUME_TOLERANCE } from '../../../domain/method';
import { TIMEFRAMES } from '../../../domain/timeframe';
import { link, text, type Block } from '../../richText';
import { count } from '../numbers';
import { listed } from '../spelled';

/** Section 11. `revisions`: where disagreements are listed. */
export const rule = (revisions: string): readonly Block[] => [
  `A venue’s own longer candles (${listed(TIMEFRAMES)}) must be what its one-minute candles make: the first open, the highest high, the lowest low, the last close and the sum of the volumes, over the minutes in which anything was traded.`,
  `They are compared only where the same source answered every minute of the longer candle. Prices must be equal; volumes may differ by one part in ${count(1 / VOLUME_TOLERANCE)}, which is what adding decimal fractions in another order can change. A longer candle without a trade counts as none. A 1d candle is compared only where the venue’s day begins at 00:00 UTC.`,
  text`What differs is a disagreement of timeframes. ${link(revisions, 'Revisions')} lists both values, the largest difference first.`,
];

export const WHY: readonly Block[] = [
  'A candle may have been changed before anyone stored its first version. Whoever changes a minute has to change four longer candles as well, and whoever changes an hour, sixty minutes. The comparison finds where that was not done. It does not say which of the two is the original.',
  'Longer candles are stored separately from the minutes and take no part in any reference or deviation.',
];

export const FORMULA = {
  low: 'the low of a longer candle C is the lowest low of its traded minutes t',
  high: 'the high of a longer candle C is the highest high of its traded minutes t',
} as const;
