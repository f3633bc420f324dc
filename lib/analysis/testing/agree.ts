import { formatMinute } from '../../domain/minute';
import { MISSING, RATE_RULES, type Analysis, type Episode, type VenueSeries } from '../types';
import type { BruteAnalysis, BruteEpisode, BruteMinute, BruteSeries } from './bruteForce';

const hole = (value: number | undefined): number => value ?? NaN;

/** What the kernel says of one minute, in the words of the second reading. */
const COLUMNS: readonly (readonly [column: keyof VenueSeries, brute: (minute: BruteMinute) => number])[] = [
  ['rawOpen', ({ bar }) => hole(bar?.open)],
  ['rawHigh', ({ bar }) => hole(bar?.high)],
  ['rawLow', ({ bar }) => hole(bar?.low)],
  ['rawClose', ({ bar }) => hole(bar?.close)],
  ['baseVolume', ({ bar }) => hole(bar?.baseVolume)],
  ['quoteVolume', ({ bar }) => hole(bar?.quoteVolume)],
  ['trades', ({ bar }) => hole(bar?.trades)],
  ['open', ({ price }) => hole(price?.open)],
  ['high', ({ price }) => hole(price?.high)],
  ['low', ({ price }) => hole(price?.low)],
  ['close', ({ price }) => hole(price?.close)],
  ['usdVolume', ({ usdVolume }) => hole(usdVolume)],
  ['rate', ({ usd }) => hole(usd.rate)],
  ['rateRule', ({ usd }) => RATE_RULES.indexOf(usd.rule)],
  ['referenceLow', ({ reference }) => hole(reference?.low)],
  ['referenceHigh', ({ reference }) => hole(reference?.high)],
  ['referenceClose', ({ reference }) => hole(reference?.close)],
  ['dispersion', ({ dispersion }) => hole(dispersion)],
  ['peers', ({ peers }) => peers],
  ['dLow', ({ strayed }) => hole(strayed?.dLow)],
  ['dHigh', ({ strayed }) => hole(strayed?.dHigh)],
  ['dClose', ({ strayed }) => hole(strayed?.dClose)],
  ['outside', ({ strayed }) => hole(strayed?.outside)],
  ['missing', ({ missing }) => MISSING.indexOf(missing)],
];

/**
 * Sums of many minutes: the text does not say in which order they are added, nor whether percent are taken before or after.
 * Everything else has one arithmetic alone (a median, a product, a quotient) and must agree to the bit.
 */
const SUMS = ['areaPctMinutes', 'baseVolume', 'usdVolume', 'volumeShare'] as const;
/** A few thousand roundings of 2⁻⁵³. */
const MOST_ROUNDING = 1e-12;

export const nameOf = ({ venue, base, quote, kind }: Episode['market']): string => `${venue} ${base}/${quote} ${kind}`;

/** Where two analyses of the same question differ, in words; none where they agree. A hole is like a hole, 0 is not like −0. */
export function differences(kernel: Analysis, brute: BruteAnalysis): readonly string[] {
  return [
    ...(brute.currency === undefined ? [] : unlike('currency', kernel.currency, brute.currency)),
    ...unlike('markets', kernel.series.map(named), brute.series.map(named)),
    ...kernel.series.flatMap((one, i) => (brute.series[i] === undefined ? [] : ofColumns(one, brute.series[i]))),
    ...ofEpisodes(kernel.episodes, brute.episodes),
    ...ofRanks(kernel.episodes),
    ...unlike('market fall', kernel.market.fall, hole(brute.marketFall)),
    ...unlike(
      'falls',
      kernel.falls.map(({ market, fall, excess }) => ({ market, fall, excess })),
      brute.falls.map(({ market, fall, excess }) => ({ market, fall: hole(fall), excess: hole(excess) })),
    ),
    ...unlike(
      'ratios',
      byMarket(kernel.ratios),
      byMarket(brute.ratios.map(({ market, ratio, minutes }) => ({ market, ratio: hole(ratio), minutes }))),
    ),
  ];
}

/** NaN and −0 as words, so that a text of it tells them from null and 0. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'number' && (Number.isNaN(inner) || Object.is(inner, -0))
      ? Number.isNaN(inner)
        ? 'NaN'
        : '-0'
      : inner === undefined
        ? 'undefined'
        : inner,
  );

export const unlike = (what: string, kernel: unknown, brute: unknown): readonly string[] =>
  text(kernel) === text(brute) ? [] : [`${what}: ${text(kernel)} against ${text(brute)}`];

const named = ({ market, source, otherSources }: VenueSeries | BruteSeries): unknown => ({
  market: nameOf(market),
  source,
  otherSources,
});

const byMarket = (ratios: Analysis['ratios']): unknown =>
  ratios.map(({ market, ratio, minutes }) => `${nameOf(market)} ${text(ratio)} ${String(minutes)}`).sort();

/** Bit for bit: the columns that differ anywhere. */
function ofColumns(kernel: VenueSeries, brute: BruteSeries): readonly string[] {
  const minutes = [...brute.minutes.values()];
  return COLUMNS.flatMap(([name, read]) => {
    const column = kernel[name] as Float64Array;
    if (column.length !== minutes.length)
      return [`${nameOf(kernel.market)} ${name}: ${String(column.length)} minutes against ${String(minutes.length)}`];
    const i = minutes.findIndex((minute, at) => !Object.is(column[at], read(minute)));
    const minute = minutes[i];
    return minute === undefined
      ? []
      : [`${nameOf(kernel.market)} ${name} in minute ${String(i)}: ${text(column[i])} against ${text(read(minute))}`];
  });
}

const without = (episode: Episode | BruteEpisode, names: readonly string[]): unknown =>
  Object.entries(episode)
    .filter(([name]) => !names.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));

const byPlace = <E extends Episode | BruteEpisode>(episodes: readonly E[]): readonly E[] => {
  const place = ({ market, side, start }: E): string => `${nameOf(market)} ${side} ${String(start)}`;
  return [...episodes].sort((a, b) => (place(a) < place(b) ? -1 : 1));
};

/** Field by field, the sums but for rounding. */
function ofEpisodes(kernel: readonly Episode[], brute: readonly BruteEpisode[]): readonly string[] {
  const [first, second] = [byPlace(kernel), byPlace(brute)];
  const count = unlike('episodes', first.length, second.length);
  return [
    ...count,
    ...first.flatMap((episode, i) => {
      const other = second[i];
      if (other === undefined) return [];
      const sums = SUMS.filter((sum) => !isSameSum(episode[sum], other[sum])).map(
        (sum) => `${episode.id} ${sum}: ${String(episode[sum])} against ${String(other[sum])}`,
      );
      return [...unlike(episode.id, without(episode, ['id', ...SUMS]), without(other, SUMS)), ...sums];
    }),
  ];
}

export const isSameSum = (kernel: number, brute: number): boolean =>
  Number.isNaN(brute) ? Number.isNaN(kernel) : Math.abs(kernel - brute) <= MOST_ROUNDING * Math.abs(brute);

/** By peak, ties by area; and each by a name of its own. */
function ofRanks(episodes: readonly Episode[]): readonly string[] {
  const wrong = episodes.flatMap((episode, i) => {
    const above = episodes[i - 1];
    if (above === undefined) return [];
    const [peak, last] = [Math.abs(episode.peak), Math.abs(above.peak)];
    return peak > last || (peak === last && episode.areaPctMinutes > above.areaPctMinutes)
      ? [`${episode.id} ranks after ${above.id}`]
      : [];
  });
  const ids = episodes
    .filter(
      ({ id, market, side, start }) =>
        id !== [market.base, market.venue, market.kind, side, formatMinute(start)].join(':'),
    )
    .map(({ id }) => `the name ${id}`);
  return [
    ...wrong,
    ...ids,
    ...(new Set(episodes.map(({ id }) => id)).size < episodes.length ? ['two episodes of one name'] : []),
  ];
}
