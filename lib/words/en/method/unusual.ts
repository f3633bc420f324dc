import { BASELINE_DAYS, MAD_TO_SIGMA } from '../../../domain/method';
import { spelled } from '../spelled';
import type { EpisodeAnswer } from '../../../api/deviations';
import type { MethodExample } from '../../../api/method';
import { bold, figure, text, variable, type Block, type RichText } from '../../richText';
import { count, signedPercent, utc } from '../numbers';
import { marketLabel } from '../market';

const DAYS = spelled(BASELINE_DAYS);

/** Section 8. */
export const RULE: readonly Block[] = [
  text`A peak is compared with the same market’s own past: its deviations to that side in the ${DAYS} days before the window. At least one day of them must be measured. Otherwise there is no baseline, and no figure is given. The comparison gives two numbers: the robust ${variable('z')}, where ${variable('m')} is the median of the past, and the rank, as in “deepest of ${count(BASELINE_DAYS * 1_440)} minutes”.`,
];

export const WHY: readonly Block[] = [
  text`Two percent is extreme in a deep market and ordinary in a thin one. The past of the same market shows which. The median and the median absolute deviation (MAD) are used, not the mean and the standard deviation, because otherwise one old wick would make every later one look ordinary. The floor is one basis point because nothing is measured more finely. ${variable('z')} is a distance, not a probability: market returns are not normally distributed.`,
];

export const FORMULA = `z is the peak minus the median m of the past, divided by ${String(MAD_TO_SIGMA)} times the past’s median absolute deviation, or by one basis point if that is larger`;

export const NO_PEAK = 'There is no episode here whose peak could be compared with the past.';

export const noBaseline = (
  { from }: Pick<MethodExample, 'from'>,
  episode: Pick<EpisodeAnswer, 'venue' | 'market' | 'kind'>,
): string =>
  `No baseline: in the ${DAYS} days before ${utc(from)} UTC, less than one day of ${marketLabel(episode)} could be measured. Once candles for those days are stored, the peak is compared with them here.`;

/** "ATOM, Binance ATOM/USDT, peak at 2025-10-10 21:20 UTC". */
export const peakOf = (name: string, episode: EpisodeAnswer): string =>
  `${name}, ${marketLabel(episode)}, peak at ${utc(episode.peakMinute)} UTC`;

/** The past, and how far from its middle and how deep among its minutes the peak lies. */
export function unusualSum(
  unusual: NonNullable<MethodExample['unusual']>,
  { side, peak }: Pick<EpisodeAnswer, 'side' | 'peak'>,
): RichText {
  const rank =
    unusual.rank === 1
      ? bold(`further ${side} than any of them`)
      : text`${figure(unusual.rank - 1, count, '')} of them were as far ${side} or further`;
  return text`The past: ${figure(unusual.of, count, '')} measured minutes from ${utc(unusual.from)} to ${utc(unusual.to)} UTC. The peak, ${signedPercent(peak)}, is ${bold(text`${figure(Math.abs(unusual.z), score, '')} robust standard deviations`)} ${side} their median, and ${rank}.`;
}

/** A z of thousands needs no decimals; one near the usual does. */
const score = (z: number): string =>
  z >= 100 ? count(z) : new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }).format(z);
