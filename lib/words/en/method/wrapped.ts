import { PEG_USD, RATIO_MINUTES } from '../../../domain/method';
import type { SecondReference } from '../../../api/method';
import { figure, text, type Block, type RichText } from '../../richText';
import { count, formatDuration, formatLevel, formatPrice, rawPrice, utc } from '../numbers';
import { ruleWords } from '../rates';
import { windowOf } from './example';
import { marketLabel } from '../market';
import { deviationSum } from './deviation';
import { rateFigure } from './figures';

const PEG = `${String(PEG_USD)} USD`;

/** Section 7. */
export const RULE: readonly Block[] = [
  `A wrapped asset (WBETH, BNSOL) is a claim on another asset, its underlying. It trades on few venues, so often there is no median of the others. It has a second reference, labelled as such and never mixed with the first: the underlying’s own reference in that minute, times a ratio. The ratio is the median, over the ${count(RATIO_MINUTES)} minutes before the window, of the venue’s close of the wrapped asset ÷ the underlying’s reference close. Lows are compared with lows and closes with closes.`,
  `A pegged asset (USDe) has ${PEG} as its second reference.`,
];

export const WHY: readonly Block[] = [
  `The ratio calibrates itself. It needs no outside rate and no promise by an issuer, only the prices at which the venue itself traded the day before. It ends where the window begins, so nothing in the window moves it. A peg is different: the promise of ${PEG} is the very thing to compare the price with. If the price falls on every venue at once, each of them deviates, as it should.`,
];

export const FORMULAS = {
  reference: 'the wrapped reference is the underlying’s reference times the ratio rho',
  ratio:
    'the ratio rho is the median over the day before of the venue’s close divided by the underlying’s reference close',
  dayBefore: 'day before',
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

export const ratiosStep = ({ name, underlying, from }: SecondReference): string =>
  `${name} ÷ ${underlying ?? ITS_UNDERLYING} over the day before ${utc(from)} UTC`;

export const ratiosTable = ({ name }: Pick<SecondReference, 'name'>) =>
  ({
    label: `Ratios of ${name}`,
    minutes: `Shared minutes, of ${count(RATIO_MINUTES)}`,
    ratio: 'Ratio',
    tooFew: 'too few minutes',
  }) as const;

/** Where there is no deepest episode: nothing deviated, or nothing could be measured. */
export const noDeepest = ({ reference, ratios, enter }: SecondReference): string =>
  reference === 'wrapped' && ratios.every(({ ratio }) => ratio === null)
    ? 'Without a ratio nothing can be measured. It needs stored candles of this asset and of its underlying for the day before the window.'
    : `No venue deviated from this reference by ${formatLevel(enter)} or more.`;

type Deepest = NonNullable<SecondReference['deepest']>;

export const deepestStep = ({ episode }: Deepest): string =>
  `The deepest minute: ${marketLabel(episode)}, ${utc(episode.peakMinute)} UTC`;

/** The deepest minute as calculations, one a line. */
export function deepestSums(second: SecondReference, deepest: Deepest): readonly RichText[] {
  const { episode, rawPrice: raw, quote, rate, underlyingReference, ratio } = deepest;
  const field = episode.side === 'below' ? 'low' : 'high';
  const conversion =
    rate.rule === 'usd' ? '' : text` × ${figure(rate.value, rateFigure, 'no rate')} (${ruleWords(rate.rule)})`;
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
