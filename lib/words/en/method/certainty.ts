import type { DoubtExample, MethodExample } from '../../../api/method';
import { bold, em, figure, strong, text, variable, type Block, type RichText } from '../../richText';
import { certaintyWords } from '../certainty';
import { count, formatLevel, plusMinus, signedPercent } from '../numbers';
import { ruleWords } from '../rates';
import { venueName } from '../venues';
import { minuteOf } from './example';
import { rateFigure, relative } from './figures';

const T = variable('T');

/** Section 5: what the rates leave unknown. */
export const HEADING = 'How certain a deviation is';
export const RULE: readonly Block[] = [
  text`A deviation compares prices that were converted. Its uncertainty is what the rates leave unknown of it. For each peer it is one of two numbers:`,
  {
    ordered: false,
    items: [
      text`where both books are quoted in the ${em('same')} quote, the distance between the two rates: own rate ÷ peer’s rate − 1, without its sign. A fall of the quote itself cancels;`,
      'otherwise the sum of the uncertainties of both rates.',
    ],
  },
  'The uncertainty of the deviation is the median of these over the peers. An unknown one counts as larger than any number; if the median is such a one, the uncertainty is unknown. Against a peg it is that of the venue’s own rate. Against an underlying it is taken over the underlying’s peers. Of raw quotes it is 0.',
  text`A deviation ${strong('rests on a weak rate')} if the rate of its own market is from few legs or an assumed parity, or if those of more than half of its peers are. A peer in the same quote does not count as weak.`,
  text`At its peak, an episode is one of three:`,
  {
    ordered: false,
    items: [
      text`${strong(certaintyWords('certain'))}: the deviation less its uncertainty is still at or beyond ${T}, and it rests on no weak rate;`,
      text`${strong(certaintyWords('weak'))}: the same, but it rests on a weak rate;`,
      text`${strong(certaintyWords('within-rate'))}: any other, and every one whose uncertainty is unknown. It is shown separately, never in a list of the deepest.`,
    ],
  },
];

export const WHY: readonly Block[] = [
  'On 11 March 2023 nobody knew within four percent what USDC was worth. A venue whose book in USDC was off by two percent in that hour was not shown to have strayed. A statement about a venue must not rest on a statement about a stablecoin.',
  'A price at a thousandth of the others’ is far off, whatever a stablecoin was worth. Such a deviation is still reported, and the weak rate is named.',
];

export const FORMULAS = {
  peer: 'for each peer p: the size of r of v over r of p minus 1 in the same quote; u of v plus u of p otherwise',
  deviation: 'the uncertainty of the deviation is the median of these over the peers',
  certain: 'beyond the rate’s uncertainty: the size of d minus the uncertainty is at least T',
  sameQuote: 'in the same quote',
  otherwise: 'otherwise',
  name: 'uncertainty',
} as const;

export const TABLE = {
  label: 'What each peer leaves unknown',
  rate: 'Rate to USD',
  uncertainty: 'Uncertainty of its rate',
  counts: 'Counts',
  how: 'As',
  unknown: 'unknown',
} as const;

/** How a peer's number came about. */
export const howCounted = ({ isSameQuote }: Pick<DoubtExample['peers'][number], 'isSameQuote'>): string =>
  isSameQuote ? 'distance of the rates' : 'sum of both uncertainties';

/** "ATOM, 2025-10-10 21:20 UTC: what the rates leave unknown of Binance’s deviation". */
export const doubtOf = (example: Pick<MethodExample, 'name' | 'minute'>, venue: string): string =>
  `${minuteOf(example)}: what the rates leave unknown of ${venueName(venue)}’s deviation`;

/** The rate of the market itself. */
export const ownSum = (venue: string, { quote, rule, rate, ownUncertainty }: DoubtExample): RichText =>
  text`${venueName(venue)} in ${quote}: ${figure(rate, rateFigure, 'no rate')}, by the rule “${ruleWords(rule)}”, ${figure(ownUncertainty, plusMinus, 'uncertainty unknown')}.`;

/** What the peers come to, and whether the deviation rests on a weak rate. */
export function doubtSum({ peers, uncertainty, isWeak, weakPeers }: DoubtExample): RichText {
  const weak = isWeak ? 'It rests on a weak rate' : 'It rests on no weak rate';
  return text`The median of ${count(peers.length)} is ${bold([figure(uncertainty, relative, 'unknown')])}. ${weak}. In another quote, ${count(weakPeers)} of ${count(peers.length)} peers have one.`;
}

/** The deviation less its uncertainty against the entry level. */
export function certaintySum(
  { deviation, uncertainty, certainty }: DoubtExample,
  { enter }: Pick<MethodExample, 'enter'>,
): RichText {
  const level = formatLevel(enter);
  if (certainty === null)
    return text`The deviation, ${signedPercent(deviation)}, does not reach ${level}: there is nothing to be certain of.`;
  const verdict = bold(certaintyWords(certainty));
  if (uncertainty === null)
    return text`The deviation is ${signedPercent(deviation)}, and its uncertainty unknown: ${verdict}.`;
  const left = Math.abs(deviation) - uncertainty;
  const stands = left >= enter ? `at least ${level}` : `less than ${level}`;
  return text`${relative(Math.abs(deviation))} − ${figure(uncertainty, relative, '')} = ${figure(left, signedShare, '')}, ${stands}: ${verdict}.`;
}

const signedShare = (share: number): string => (share < 0 ? signedPercent(share) : relative(share));
