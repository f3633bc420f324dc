import { FIRST_CLOSES } from '../../../domain/method';
import { spelled } from '../spelled';
import type { MethodExample } from '../../../api/method';
import { bold, figure, text, type Block, type RichText } from '../../richText';
import { clock, formatPrice, signedPercent } from '../numbers';
import { windowOf } from './example';
import { ratioFigure } from './figures';

/** Section 6. */
export const RULE: readonly Block[] = [
  `Each venue’s fall is shown beside the market’s own. The market’s fall is the lowest median low in the window against the median of the market’s first ${spelled(FIRST_CLOSES)} measured closes. A venue’s fall is computed the same way from its own candles. The difference between the two, in percentage points, is the venue’s excess.`,
];

export const WHY: readonly Block[] = [
  'In a crash, everything falls. A number that leaves out how far the market itself fell blames the exchange for the market. A number that hides how much further the exchange fell excuses it. So both are shown together.',
];

export const FORMULAS = {
  fall: `the fall is the lowest low of the window divided by the median of its first ${spelled(FIRST_CLOSES)} closes, minus 1`,
  excess: 'the excess is the venue’s fall minus the market’s',
  firstCloses: `median of the first ${String(FIRST_CLOSES)}`,
} as const;

export const TABLE = {
  label: 'Falls beside the market’s own',
  fall: 'Fall',
  market: 'Market’s fall',
  excess: 'Excess',
} as const;

export const noFall = (example: Pick<MethodExample, 'name' | 'from' | 'to'>): string =>
  `${windowOf(example)}: no trades that can be compared, so the market’s fall is unknown.`;

export interface MarketFall {
  readonly level: number;
  readonly lowest: number;
  readonly lowestMinute: string;
  readonly fall: number;
}

/** "Market: lowest median low 2.71 USD at 21:20, first closes 3.57; 2.71 ÷ 3.57 − 1 = −0.240896 = −24.09 %". */
export const fallSum = ({ level, lowest, lowestMinute, fall }: MarketFall, currency: string): RichText =>
  text`Market: lowest median low ${figure(lowest, formatPrice, '')} ${currency} at ${clock(lowestMinute)} UTC, first closes ${figure(level, formatPrice, '')} ${currency}; ${figure(lowest, formatPrice, '')} ÷ ${figure(level, formatPrice, '')} − 1 = ${figure(fall, ratioFigure, '')} = ${bold(signedPercent(fall))}`;

/** "−75.87 points": a difference of two percentages. */
export const pointsOf = (excess: number): string => signedPercent(excess).replace('%', 'points');
