import { CROSS_BASES, LEAST_CROSS_VENUES, RATE_MARGIN } from '../../../domain/method';
import { listed, spelled } from '../spelled';
import type { MethodExample, RateExample, RateLeg } from '../../../api/method';
import { figure, strong, text, variable, type Block, type RichText } from '../../richText';
import { clock, count, formatPrice } from '../numbers';
import { ruleWords } from '../rates';
import { minuteOf } from './example';
import { rateFigure, result } from './figures';

const Q = variable('Q');
/** How many minutes smooth a rate. */
const FIVE = spelled(2 * RATE_MARGIN + 1);

/** Section 2. */
export const RULE: readonly Block[] = [
  text`Prices are compared in USD. A price quoted in ${Q} is multiplied by a rate, in USD per ${Q}, of the same minute. The first rule below that gives a rate applies. Every minute shows its rate and the rule that gave it.`,
  {
    ordered: true,
    items: [
      text`${strong('USD')}: the rate is 1.`,
      text`${strong('Cross rate')}: for ${listed(CROSS_BASES)} each, divide the median close of all venues in USD by the median close of all venues in ${Q}. Each of the two medians needs at least ${spelled(LEAST_CROSS_VENUES)} venues. Take the median of the crosses, then the median of the ${FIVE} minutes around it.`,
      text`${strong('Direct pair')}: the median close of ${Q}/USD over all venues.`,
      text`${strong('Assumed parity')}: the rate is taken to be 1. This is done for USD stablecoins only, and the number is marked as assumed wherever it is shown or exported.`,
      text`${strong('No rate')}: the market takes no part in that minute. Parity is never assumed for won, euros or any other currency.`,
    ],
  },
];

export const WHY: readonly Block[] = [
  `Direct stablecoin pairs trade thinly, most of all in a crash. ${listed(CROSS_BASES)} trade everywhere, and published reference rates are also made from crosses of liquid markets. If a stablecoin were simply taken for a dollar, a move of the stablecoin would appear as a deviation of every venue that quotes in it. One bad order book or one bad minute must not move everyone’s rate: hence ${spelled(LEAST_CROSS_VENUES)} venues per median, ${spelled(CROSS_BASES.length)} bases and ${FIVE} minutes.`,
  `The ${FIVE} minutes smooth a cross that exists. A minute without one stays without one. A reader can also ask for raw quotes (rate = none). Then only markets in the same quote are compared.`,
];

export const FORMULAS = {
  cross: 'the cross of base b is its median close in USD divided by its median close in Q',
  rate: `the rate is the median over ${FIVE} minutes of the median of the ${listed(CROSS_BASES)} crosses`,
  usdPer: 'USD per',
} as const;

export const TABLES = {
  around: `Crosses over ${FIVE} minutes`,
  medianOfCrosses: 'Median of the crosses',
  noCross: 'no cross',
  quotes: 'Rates by quote',
  quote: 'Quote',
  usdPerUnit: 'USD per unit',
} as const;

export const STEPS = {
  around: 'The median of the crosses in each minute. Their median is the rate.',
  quotes: 'All quotes in that minute',
} as const;

export const crossOf = (base: string): string => `Cross of ${base}`;

/** Where every market is quoted in USD. */
export const noRateNeeded = ({ name }: Pick<MethodExample, 'name'>): string =>
  `Every stored market of ${name} is quoted in USD in this minute. By rule 1 the rate is 1, and nothing is converted.`;

/** "ATOM, 2025-10-10 21:20 UTC: USD per USDT". */
export const rateOf = (example: Pick<MethodExample, 'name' | 'minute'>, quote: string): string =>
  `${minuteOf(example)}: USD per ${quote}`;

/** "101,000 ÷ 100,900 = 1.000991 USD per USDT", or why there is no cross. */
export const crossSum = ({ usd, quoted, value }: RateExample['crosses'][number], quote: string): RichText =>
  value === null || usd.median === null || quoted.median === null
    ? `No cross: each of the two medians needs ${spelled(LEAST_CROSS_VENUES)} venues that traded in that minute.`
    : text`${figure(usd.median, formatPrice, '')} ÷ ${figure(quoted.median, formatPrice, '')} = ${result(value, rateFigure, '')} USD per ${quote}`;

export const legLabel = ({ pair }: RateLeg): string => `${pair}, closes`;
export const legListLabel = ({ pair }: RateLeg): string => `Closes of ${pair}, ascending`;
export const emptyLeg = ({ pair }: RateLeg): string => `${pair}: no stored venue traded it in that minute`;

/** The rate with its rule, and what the direct pair was beside it. */
export const rateSum = (rate: RateExample): RichText =>
  rate.value === null
    ? text`There is no rate for ${rate.quote} at ${clock(rate.minute)} UTC. ${directPair(rate)}`
    : text`Rate at ${clock(rate.minute)} UTC: ${result(rate.value, rateFigure, '')} USD per ${rate.quote}, by the rule “${ruleWords(rate.rule)}”. ${directPair(rate)}`;

function directPair({ direct, rule }: RateExample): RichText {
  if (direct.median === null) return `No stored venue traded ${direct.pair} itself in that minute.`;
  const venues = direct.closes.length === 1 ? '1 venue' : `${count(direct.closes.length)} venues`;
  return text`The direct pair ${direct.pair} was at ${figure(direct.median, rateFigure, '')} on ${venues}${rule === 'cross' ? '; it is not needed here' : ''}.`;
}
