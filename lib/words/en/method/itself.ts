import { VOLUME_TOLERANCE } from '../../../domain/method';
import { em, link, text, type Block } from '../../richText';
import { listed } from '../spelled';
import { venueName } from '../venues';

/** The longer candles compared, as venues name them. */
const LONGER = ['5m', '15m', '1h', '1d'] as const;

/** Section 11; `revisions`: the page that lists what differs. */
export const rule = (revisions: string): readonly Block[] => [
  text`A venue’s candles of ${listed(LONGER)} are compared with its own candles of one minute. The longer candle must be the ${em('fold')} of the shorter ones: the first open, the highest high, the lowest low, the last close, and the sum of the volumes. Minutes with trades alone are folded.`,
  `The two are compared only where one source answered for every minute of the longer candle. Prices must be equal. Volumes must be equal to ${exponent(VOLUME_TOLERANCE)}. A candle of one day is compared only where the venue’s day is the UTC day; that of ${venueName('htx')} begins at 16:00 UTC.`,
  text`What differs is a disagreement of timeframes. It is listed with both values on ${link(revisions, 'the page of revisions')}, the worst first. Longer candles are kept in a table of their own, never among the minutes, and no number on this page rests on them.`,
];

export const WHY: readonly Block[] = [
  'A venue that edits a candle of one minute may leave the longer ones as they were. Then the two disagree, and the edit shows, even if nobody stored the first version. A disagreement shows that the two answers do not fit together. It does not show which of them is right, or why.',
];

export const FORMULAS = {
  low: 'the low of the longer candle is the lowest low of its minutes',
  volume: 'its volume is the sum of the volumes of its minutes',
  longer: 'longer candle',
} as const;

/** "one part in 1,000,000,000". */
function exponent(tolerance: number): string {
  return `one part in ${new Intl.NumberFormat('en-US').format(Math.round(1 / tolerance))}`;
}
