import {
  ENOUGH_LEG_VENUES,
  ENOUGH_LEGS,
  FURTHEST_LEG,
  LEAST_LEG_VENUES,
  LEAST_LEGS,
  LEAST_USD_VENUES,
  LEG_BASES,
  MAD_TO_SIGMA,
  PARITY_ERROR,
  RATE_MARGIN,
} from '../../../domain/method';
import { listed, spelled } from '../spelled';
import type { MethodExample, RateExample } from '../../../api/method';
import type { RateLeg } from '../../../api/minute';
import { bold, code, figure, strong, text, variable, type Block, type RichText } from '../../richText';
import { clock, count, formatLevel, rawPrice } from '../numbers';
import { ruleWords } from '../rates';
import { venueName } from '../venues';
import { minuteOf } from './example';
import { rateFigure, relative, result } from './figures';

const Q = variable('Q');
/** How many minutes smooth a rate. */
const FIVE = spelled(2 * RATE_MARGIN + 1);
const BASES = LEG_BASES.join(' or ');

/** Section 2, the rate itself. */
export const RULE: readonly Block[] = [
  text`Prices are compared in USD. A price quoted in ${Q} is multiplied by a rate, in USD per ${Q}, measured in the same minute. The rate rests on ${strong('legs')}. A leg is what one book of one venue says that one ${Q} is worth:`,
  {
    ordered: false,
    items: [
      text`a ${strong('cross leg')} of ${BASES}: the base’s price in USD, divided by one venue’s close of the base in ${Q}. The price in USD is the median over venues of their closes, of at least ${spelled(LEAST_USD_VENUES)} venues. The venue of the leg may be one of them.`,
      text`a ${strong('direct leg')}: one venue’s close of ${Q}/USD, or 1 ÷ its close of USD/${Q}.`,
    ],
  },
  `Each book is converted at a rate that leaves its own venue out: no leg of that venue, and no close of that venue in the price in USD. A minute without a trade gives no leg. A leg further than a factor of ${spelled(FURTHEST_LEG)} from the median of the minute’s other legs is dropped.`,
  `The minute’s median is the median of its legs. The rate is the median of these medians over ${FIVE} minutes, from ${spelled(RATE_MARGIN)} before to ${spelled(RATE_MARGIN)} after, of those that have one. A minute without a leg has no measured rate and lends none.`,
  'The rule says what the rate of a minute rests on. Every minute shows its rule, its rate, the uncertainty of the rate and its legs.',
  {
    ordered: true,
    items: [
      text`${strong(ruleWords('usd'))}: the rate is 1, without error.`,
      text`${strong(ruleWords('legs'))}: ${spelled(LEAST_LEGS)} legs or more, of ${spelled(LEAST_LEG_VENUES)} venues or more.`,
      text`${strong(ruleWords('thin'))} (${code('thin')}): fewer legs, or legs of one venue alone. The rate is weak.`,
      text`${strong(ruleWords('parity'))}: no leg, and ${Q} is a USD stablecoin. The rate is taken to be 1 for that minute alone, and is not smoothed. It is weak, and marked as assumed wherever it is shown or exported.`,
      text`${strong(ruleWords('none'))}: no leg, and any other ${Q}. The market takes no part in that minute. Parity is never assumed for won, euros or any other currency.`,
    ],
  },
];

export const WHY: readonly Block[] = [
  `Stablecoin pairs with USD trade thinly, most of all in a crash. ${listed(LEG_BASES)} trade everywhere. If a stablecoin were simply taken for a dollar, a move of the stablecoin would appear as a deviation of every venue that quotes in it.`,
  'A venue’s own prices must not move the rate at which they are converted. Otherwise a stray price would hide itself. A peer’s rate may contain a leg of the venue judged.',
  `One bad order book or one bad minute must not move everyone’s rate: hence medians, at least ${spelled(LEAST_USD_VENUES)} venues for a price in USD, and ${FIVE} minutes. A reader can also ask for raw quotes (rate = none). Then only markets in the same quote are compared.`,
];

/** Section 2, what is not known of a rate. */
export const UNCERTAINTY = {
  heading: 'The uncertainty of a rate',
  rule: [
    `Every rate carries an uncertainty, as a share of the rate. It rests on the error of each minute. With fewer than ${spelled(ENOUGH_LEGS)} legs or fewer than ${spelled(ENOUGH_LEG_VENUES)} venues, the error is half the range of the legs ÷ their median. With more, it is ${String(MAD_TO_SIGMA)} × the median absolute deviation of the legs ÷ their median.`,
    text`For a rate ${strong(ruleWords('thin'))}, the error of a USD stablecoin is the larger of two numbers: half the range of its legs ÷ their median, and the distance of the median from 1. For any other quote it is half the range ÷ the median. It is then unknown where all legs are of one venue. The error of an ${strong(ruleWords('parity'))} is ${formatLevel(PARITY_ERROR)}.`,
    `The uncertainty is the median of the errors of the ${FIVE} minutes, of those that are known, plus the distance between the minute’s own median and the rate. It is unknown where the minute’s own error is unknown.`,
  ],
  why: [
    'A statement finer than the rate behind it says nothing about a venue. The distance between median and rate is added because smoothing must not hide a stablecoin’s fall of one minute.',
    `${formatLevel(PARITY_ERROR)} is how far a large stablecoin has closed below a dollar and come back: USDC at 0.874 on 11 March 2023.`,
  ],
} as const satisfies { readonly heading: string; readonly rule: readonly Block[]; readonly why: readonly Block[] };

export const FORMULAS = {
  crossLeg:
    'a cross leg of venue w and base b is the median of the closes of b in USD over venues but v, divided by the close of b in Q on w',
  rate: `the rate is the median over ${FIVE} minutes of the median of the legs`,
  uncertainty: `the uncertainty is the median over ${FIVE} minutes of the errors, plus the larger of m over r and r over m, minus 1, where m is the minute’s median and r the rate`,
  legs: 'legs',
  usdPer: 'USD per',
} as const;

export const TABLES = {
  legs: 'Legs of the rate',
  book: 'Book',
  close: 'Close',
  inUsd: 'Base in USD',
  leg: 'Leg',
  part: 'Takes part',
  direct: 'direct',
  around: `Legs over ${FIVE} minutes`,
  numberOfLegs: 'Legs',
  median: 'Median of the legs',
  error: 'Error',
  noLeg: 'no leg',
  unknown: 'unknown',
  quotes: 'Rates by quote',
  quote: 'Quote',
  usdPerUnit: 'USD per unit',
  uncertainty: 'Uncertainty',
} as const;

export const STEPS = {
  around: 'The minutes around. The median of their medians is the rate.',
  quotes: 'All rates in that minute',
} as const;

/** "The legs of USDT without Bybit, in USD per USDT". */
export const legsStep = ({ quote, venue }: Pick<RateExample, 'quote' | 'venue'>): string =>
  `The legs of ${quote} without ${venueName(venue)}, in USD per ${quote}`;

/** Whether a leg counts, and where a median of those that do is made of it. */
export const partOf = ({ isDropped }: Pick<RateLeg, 'isDropped'>, isMiddle: boolean): string => {
  if (isDropped) return 'no: too far from the others';
  return isMiddle ? 'yes, in the middle' : 'yes';
};

/** Where there is no leg at all. */
export const noLegs = ({ quote, venue }: Pick<RateExample, 'quote' | 'venue'>): string =>
  `No venue but ${venueName(venue)} gave a leg of ${quote} in that minute.`;

/** "110,120 ÷ 110,010 = 1.001000". */
export const legSum = ({ pair, close, over, value }: RateLeg): RichText =>
  over === null
    ? text`${figure(close, rawPrice, '')} (${pair})`
    : text`${figure(over, rawPrice, '')} ÷ ${figure(close, rawPrice, '')} = ${figure(value, rateFigure, '')}`;

/** Where every market is quoted in USD. */
export const noRateNeeded = ({ name }: Pick<MethodExample, 'name'>): string =>
  `Every stored market of ${name} is quoted in USD in this minute. By rule 1 the rate is 1, and nothing is converted.`;

/** "ATOM, 2025-10-10 21:20 UTC: USD per USDT, as Bybit’s books are converted". */
export const rateOf = (
  example: Pick<MethodExample, 'name' | 'minute'>,
  { quote, venue }: Pick<RateExample, 'quote' | 'venue'>,
): string => `${minuteOf(example)}: USD per ${quote}, as ${venueName(venue)}’s books are converted`;

/** The rate with its rule. */
export const rateSum = (rate: RateExample): RichText =>
  rate.value === null
    ? text`There is no rate for ${rate.quote} at ${clock(rate.minute)} UTC.`
    : text`Rate at ${clock(rate.minute)} UTC: ${result(rate.value, rateFigure, '')} USD per ${rate.quote}, by the rule “${ruleWords(rate.rule)}”${legsOf(rate)}.`;

function legsOf({ minute, around }: RateExample): string {
  const own = around.find((one) => one.minute === minute);
  if (own === undefined || own.legs === 0) return '';
  return `, from ${legs(own.legs)} of ${venues(own.venues)}`;
}

const legs = (number: number): string => (number === 1 ? '1 leg' : `${count(number)} legs`);
const venues = (number: number): string => (number === 1 ? '1 venue' : `${count(number)} venues`);

/** The uncertainty as the sum it is. */
export function uncertaintySum({ rule, error, smoothing, uncertainty, value }: RateExample): RichText {
  if (value === null) return 'Without a rate there is no uncertainty.';
  if (rule === 'parity')
    return text`Uncertainty: ${bold([figure(uncertainty, relative, '')])}, as of every assumed parity.`;
  if (uncertainty === null || error === null || smoothing === null)
    return 'Uncertainty: unknown, because the error of this minute is.';
  return text`Uncertainty: ${figure(error, relative, '')} (median of the errors) + ${figure(smoothing, relative, '')} (distance of the minute’s median from the rate) = ${bold([figure(uncertainty, relative, '')])}`;
}
