import { ALIAS_BOOKS } from '../../../domain/aliasBooks';
import {
  ALIAS_SHARE,
  LEAST_ALIAS_MINUTES,
  LEAST_NAMESAKE_MINUTES,
  LEAST_NAMESAKE_VENUES,
  NAMESAKE_FACTOR,
  NAMESAKE_SHARE,
  QUOTE_ORDER,
} from '../../../domain/method';
import type { MethodExample } from '../../../api/method';
import { code, strong, text, type Block } from '../../richText';
import { dayPart, formatLevel } from '../numbers';
import { spelled } from '../spelled';
import { venueName } from '../venues';

/** "on Coinbase, X/USDC is X/USD". */
const KNOWN = ALIAS_BOOKS.map(({ venue, first, second }) => `on ${venueName(venue)}, X/${second} is X/${first}`).join(
  '; ',
);

/** Section 2: books that are one. */
export const ALIASES = {
  heading: 'One book under two names',
  rule: [
    text`Some venues list one order book under two names. It is ${strong('one book')}, and counts once. The known ones are kept in one table of the program, with their sources: ${KNOWN}, whatever X is. The second name is shown, but it takes no part and gives no leg. With it or without it, every number is the same. Where the first name is not stored, the second stands for it and is read in its quote, and a note says so.`,
    `Two other markets of one venue and base are suspected to be one book on a UTC day if they are equal in open, high, low, close and base volume, and in quote volume and number of trades where both give them, in ${formatLevel(ALIAS_SHARE)} or more of the minutes in which either traded. It takes at least ${spelled(LEAST_ALIAS_MINUTES)} such minutes. The suspicion is reported, and the later of the two, in the order ${QUOTE_ORDER.join(', ')}, then by the alphabet, takes no part on that day.`,
  ],
  why: [
    'A book that counts twice is one witness heard twice. As a leg it does worse: it says that a stablecoin is worth a dollar, whatever it trades at elsewhere.',
  ],
} as const satisfies Chapter;

/** Section 2: tickers that are not one coin. */
export const NAMESAKES = {
  heading: 'One ticker for two coins',
  rule: [
    text`A ticker is no proof of a coin. Before markets are chosen, the closes of each market in USD are compared with those of the other venues. A market is a ${strong('suspected namesake')}, or quoted in another unit, on a UTC day on which its close is further than a factor of ${spelled(NAMESAKE_FACTOR)} from the median of at least ${spelled(LEAST_NAMESAKE_VENUES)} other venues, while more than half of these are within a factor of ${spelled(NAMESAKE_FACTOR)} of that median, in ${formatLevel(NAMESAKE_SHARE)} or more of at least ${String(LEAST_NAMESAKE_MINUTES)} minutes that can be compared.`,
    text`It takes no part on that day, gives no leg, and is listed separately, with the factor. If the venue means another coin or another unit, an entry in ${code('assets.json')} says so.`,
  ],
  why: [
    `Exchanges give one ticker to two coins, quote a thousand coins as one, and exchange an old coin for a new one at another unit. No reference may mix these. A crash of minutes never meets the condition: the price would have to stay that far away for hours, on one venue alone.`,
  ],
} as const satisfies Chapter;

interface Chapter {
  readonly heading: string;
  readonly rule: readonly Block[];
  readonly why: readonly Block[];
}

/** "ATOM, 2025-10-10: markets that take no part on this UTC day". */
export const leftOutOf = ({ name, minute }: Pick<MethodExample, 'name' | 'minute'>): string =>
  `${name}, ${dayPart(minute.minute)}: markets that take no part on this UTC day`;

export const NONE_LEFT_OUT =
  'On the day of this example no stored market of the asset, and none that gives legs, is another book’s second name or a suspected namesake.';
