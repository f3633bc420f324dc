import { LEAST_RATIO_MINUTES, PEG_USD, RATIO_MINUTES } from '../../../domain/method';
import type { SecondReference } from '../../../api/method';
import { figure, text, type Block, type RichText } from '../../richText';
import { count, formatDuration, formatLevel, formatPrice, plusMinus, rawPrice, utc } from '../numbers';
import { ruleWords } from '../rates';
import { windowOf } from './example';
import { marketLabel } from '../market';
import { deviationSum } from './deviation';
import { rateFigure } from './figures';

const PEG = `${String(PEG_USD)} USD`;

/** Section 7. */
export const RULE: readonly Block[] = [
  `A wrapped asset (WBETH, BNSOL) is a claim on another asset, its underlying. It trades on few venues, so often there is no median of the others. It has a second reference, labelled as such and never mixed with the first: the underlying’s own reference in that minute, times a ratio. The ratio is taken for each UTC day: it is the median, over the ${count(RATIO_MINUTES)} minutes of the UTC day before, of the venue’s close of the wrapped asset ÷ the underlying’s reference close. At least ${String(LEAST_RATIO_MINUTES)} minutes must know both; otherwise nothing is measured on that day. Lows are compared with the underlying’s low reference, highs with its high reference, and closes with its close reference.`,
  `A pegged asset (USDe) has ${PEG} as its second reference.`,
  'In lists over all assets, a wrapped or pegged asset is compared with this reference, and any other with the others’ median.',
];

export const WHY: readonly Block[] = [
  `The ratio calibrates itself. It needs no outside rate and no promise by an issuer, only the prices at which the venue itself traded the day before. It ends before the day begins, so nothing of that day moves it, and no choice of a window changes it. A peg is different: the promise of ${PEG} is the very thing to compare the price with. If the price falls on every venue at once, each of them deviates, as it should.`,
];

export const FORMULAS = {
  reference: 'the wrapped reference is the underlying’s reference times the ratio rho',
  ratio:
    'the ratio rho of a UTC day is the median over the UTC day before of the venue’s close divided by the underlying’s reference close',
  dayBefore: 'UTC day before',
} as const;

export const NO_SECOND = 'There are no stored candles of a wrapped or pegged asset, so this rule has no example.';

const ITS_UNDERLYING = 'its underlying';

/** "WBETH, 2025-10-10 20:00 to 22:00 UTC, against ETH × ratio". */
export function secondOf(second: SecondReference): string {
  const reference: Readonly<Record<SecondReference['reference'], string>> = {
    peg: PEG,
    wrapped: `${second.underlying ?? ITS_UNDERLYING} × ratio`,
  };
  return `${windowOf(second)}, against ${reference[second.reference]}`;
}

export const ratiosStep = ({ name, underlying }: SecondReference): string =>
  `${name} ÷ ${underlying ?? ITS_UNDERLYING}, for each UTC day from the day before it`;

export const ratiosTable = ({ name }: Pick<SecondReference, 'name'>) =>
  ({
    label: `Ratios of ${name}`,
    day: 'UTC day',
    minutes: `Shared minutes, of ${count(RATIO_MINUTES)}`,
    ratio: 'Ratio',
    tooFew: 'too few minutes',
  }) as const;

/** Where there is no deepest episode: nothing deviated, or nothing could be measured. */
export const noDeepest = ({ reference, ratios, enter }: SecondReference): string =>
  reference === 'wrapped' && ratios.every(({ ratio }) => ratio === null)
    ? 'Without a ratio nothing can be measured. It needs stored candles of this asset and of its underlying for the UTC day before.'
    : `None of the venues measured deviated from this reference by ${formatLevel(enter)} or more.`;

type Deepest = NonNullable<SecondReference['deepest']>;

export const deepestStep = ({ episode }: Deepest): string =>
  `The deepest minute: ${marketLabel(episode)}, ${utc(episode.peakMinute)} UTC`;

/** The deepest minute as calculations, one a line. */
export function deepestSums(second: SecondReference, deepest: Deepest): readonly RichText[] {
  const { episode, rawPrice: raw, quote, rate, underlyingReference, ratio } = deepest;
  const field = episode.side === 'below' ? 'low' : 'high';
  const conversion =
    rate.rule === 'usd'
      ? ''
      : text` × ${figure(rate.value, rateFigure, 'no rate')} (${ruleWords(rate.rule)}, ${figure(rate.uncertainty, plusMinus, 'uncertainty unknown')})`;
  const reference =
    ratio === null || underlyingReference === null
      ? []
      : [
          text`Its reference: ${second.underlying ?? ITS_UNDERLYING} ${field} ${figure(underlyingReference, formatPrice, '')} × ${figure(ratio, rateFigure, '')} = ${figure(episode.peakReference, formatPrice, '')} USD, from ${count(episode.peersAtPeak)} peers`,
        ];
  return [
    text`Its ${field}: ${figure(raw, rawPrice, 'none')} ${quote}${conversion} = ${figure(episode.peakPrice, formatPrice, '')} USD`,
    ...reference,
    deviationSum(episode.peakPrice, episode.peakReference, episode.peak),
    `The episode around it lasted ${formatDuration(episode.spanMinutes)}, from ${utc(episode.start)} UTC; ${count(episode.minutesClosedBeyond)} min closed ${formatLevel(second.enter)} or more ${episode.side}.`,
  ];
}
