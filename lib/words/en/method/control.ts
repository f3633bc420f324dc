import { FIRST_CLOSES, LEAST_LOW_VENUES, LOWEST_GAP } from '../../../domain/method';
import { listed, spelled } from '../spelled';
import type { MethodExample } from '../../../api/method';
import { bold, figure, text, type Block, type RichText } from '../../richText';
import { clock, count, formatLevel, formatPrice, signedPercent } from '../numbers';
import { windowOf } from './example';
import { ratioFigure, relative } from './figures';
import { missingWords } from '../missing';
import { venueName } from '../venues';

/** Section 6. */
export const RULE: readonly Block[] = [
  `Each venue’s fall is shown beside the market’s own. The market’s fall is the lowest median low in the window against the median of the market’s first ${spelled(FIRST_CLOSES)} measured closes. A venue’s fall is computed the same way from its own candles. The difference between the two, in percentage points, is the venue’s excess.`,
];

export const WHY: readonly Block[] = [
  'In a crash, everything falls. A number that leaves out how far the market itself fell blames the exchange for the market. A number that hides how much further the exchange fell excuses it. So both are shown together.',
];

/** Section 6: who stood lowest. */
export const LOWEST = {
  heading: 'Lowest of all',
  rule: [
    `For an asset and a window, each venue’s lowest low in USD is taken, with its minute. The gap is the lowest ÷ the second-lowest, minus 1. The same is done with the highest highs. It takes at least ${spelled(LEAST_LOW_VENUES)} venues, each with the market of section 3. A low in a minute without a rate takes no part. Where the two lowest are equal, neither is the lowest.`,
    'A venue of which a minute of the window was not fetched, or whose books were all left out on one of its days, is named and not ranked: its lowest price may lie there. So is one without any price that can be converted.',
    `Over all stored assets, each venue has three numbers: for how many assets it stood lowest, for what share of those in which it was ranked, and for how many with a gap of ${formatLevel(LOWEST_GAP)} or more. A gap counts there only if it is that large after the uncertainties of both prices are taken off.`,
  ],
  why: [
    'This needs no median and no level, and so answers another question than a deviation does: how often was one venue the lowest of all, and by how much? Published reports count in this way. A venue that was lowest by a hair, or only if a stablecoin was worth a dollar, must not be counted as lowest by a tenth.',
  ],
} as const satisfies {
  readonly heading: string;
  readonly rule: readonly Block[];
  readonly why: readonly Block[];
};

export const FORMULAS = {
  fall: `the fall is the lowest low of the window divided by the median of its first ${spelled(FIRST_CLOSES)} closes, minus 1`,
  excess: 'the excess is the venue’s fall minus the market’s',
  gap: 'the gap is the lowest low divided by the second-lowest, minus 1',
  gapName: 'gap',
  lowest: 'lowest',
  second: 'second-lowest',
  firstCloses: `median of the first ${String(FIRST_CLOSES)}`,
} as const;

export const TABLE = {
  label: 'Falls beside the market’s own',
  fall: 'Fall',
  market: 'Market’s fall',
  excess: 'Excess',
} as const;

/** In the place of the example of the lowest. */
export const noLows = (example: Pick<MethodExample, 'name' | 'from' | 'to' | 'lows'>): string =>
  example.lows.isRanked
    ? `${windowOf(example)}: the two lowest venues stood equally low, so neither was the lowest.`
    : `${windowOf(example)}: fewer than ${spelled(LEAST_LOW_VENUES)} venues can be ranked, so nobody is called the lowest.`;

export const LOWS_TABLE = {
  label: 'Lowest price of each venue',
  low: (currency: string): string => `Lowest low, ${currency}`,
  rate: 'Rate',
  uncertainty: 'Uncertainty of the rate',
  unknown: 'unknown',
} as const;

type Lows = MethodExample['lows'];

/** Who was not ranked, and why: "Not ranked: Gate (not fetched, 12 min)." Nothing where every venue was. */
export function unrankedSum({ unranked }: Pick<Lows, 'unranked'>): string {
  if (unranked.length === 0) return '';
  const names = unranked.map(({ venue, why, minutes }) =>
    why === 'no-price'
      ? `${venueName(venue)} (no price that can be converted)`
      : `${venueName(venue)} (${missingWords(why)}, ${count(minutes)} min)`,
  );
  return `Not ranked: ${listed(names)}.`;
}

/** "Binance ÷ Bybit: 0.001 ÷ 1.572 − 1 = −0.999364 = −99.94 %. Less the uncertainties of both rates: 99.85 %, at least 10 %, so it counts as such." */
export function gapSum({ lows: [first, second], gap, isWide }: Lows): RichText | undefined {
  if (first === undefined || second === undefined || gap === null) return undefined;
  const sum = text`${venueName(first.venue)} ÷ ${venueName(second.venue)}: ${figure(first.price, formatPrice, '')} ÷ ${figure(second.price, formatPrice, '')} − 1 = ${figure(gap, ratioFigure, '')} = ${bold(signedPercent(gap))}.`;
  if (first.uncertainty === null || second.uncertainty === null)
    return text`${sum} The uncertainty of a rate is unknown, so it does not count as ${formatLevel(LOWEST_GAP)} or more.`;
  const left = Math.abs(gap) - first.uncertainty - second.uncertainty;
  return text`${sum} Less the uncertainties of both rates, ${figure(left, leftOver, '')} ${isWide ? `remains: it counts as ${formatLevel(LOWEST_GAP)} or more` : `remains: it does not count as ${formatLevel(LOWEST_GAP)} or more`}.`;
}

const leftOver = (share: number): string => (share < 0 ? signedPercent(share) : relative(share));

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
