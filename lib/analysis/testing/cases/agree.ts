import { formatMinute, minute } from '../../../domain/minute';
import { MISSING, RATE_RULES, type Analysis, type Episode, type VenueSeries } from '../../types';
import { nameOf } from '../reading/books';
import type { ReadEpisode } from '../reading/episodes';
import type { Reading } from '../reading/reading';
import type { ReadMinute, ReadSeries } from '../reading/series';

const hole = (value: number | undefined): number => value ?? NaN;

type Column = readonly [name: keyof VenueSeries, read: (minute: ReadMinute) => number];

/** What the kernel says of one minute, in the words of the second reading; to the bit. */
const COLUMNS: readonly Column[] = [
  ['rawOpen', ({ shown }) => hole(shown?.open)],
  ['rawHigh', ({ shown }) => hole(shown?.high)],
  ['rawLow', ({ shown }) => hole(shown?.low)],
  ['rawClose', ({ shown }) => hole(shown?.close)],
  ['baseVolume', ({ shown }) => hole(shown?.baseVolume)],
  ['quoteVolume', ({ shown }) => hole(shown?.quoteVolume)],
  ['trades', ({ shown }) => hole(shown?.trades)],
  ['open', ({ price }) => hole(price?.open)],
  ['high', ({ price }) => hole(price?.high)],
  ['low', ({ price }) => hole(price?.low)],
  ['close', ({ price }) => hole(price?.close)],
  ['rate', ({ usd }) => hole(usd.value)],
  ['rateRule', ({ usd }) => RATE_RULES.indexOf(usd.rule)],
  ['rateUncertainty', ({ usd }) => hole(usd.uncertainty)],
  ['legs', ({ usd }) => usd.legs],
  ['referenceLow', ({ reference }) => hole(reference?.low)],
  ['referenceHigh', ({ reference }) => hole(reference?.high)],
  ['referenceClose', ({ reference }) => hole(reference?.close)],
  ['dispersion', ({ dispersion }) => hole(dispersion)],
  ['peers', ({ peers }) => peers],
  ['dLow', ({ strayed }) => hole(strayed?.dLow)],
  ['dHigh', ({ strayed }) => hole(strayed?.dHigh)],
  ['dClose', ({ strayed }) => hole(strayed?.dClose)],
  ['outside', ({ strayed }) => hole(strayed?.outside)],
  ['uncertainty', ({ uncertainty }) => hole(uncertainty)],
  ['weak', ({ weak }) => (weak ? 1 : 0)],
  ['missing', ({ missing }) => MISSING.indexOf(missing)],
];

/** A product of three: the text does not say which two are taken first. */
const PRODUCTS: readonly Column[] = [['usdVolume', ({ usdVolume }) => hole(usdVolume)]];

/**
 * Sums of many minutes: the text does not say in which order they are added, nor whether percent are taken before or after.
 * Everything else has one arithmetic alone (a median, a product, a quotient) and must agree to the bit.
 */
const SUMS = ['areaPctMinutes', 'baseVolume', 'usdVolume', 'volumeShare'] as const;
/** A few thousand roundings of 2⁻⁵³. */
const MOST_ROUNDING = 1e-12;

export const isSameSum = (kernel: number, read: number): boolean =>
  Number.isNaN(read) ? Number.isNaN(kernel) : Math.abs(kernel - read) <= MOST_ROUNDING * Math.abs(read);

/** NaN, −0 and undefined as words, so that a text of them tells them from null and 0. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (inner === undefined) return 'undefined';
    if (typeof inner === 'number' && Number.isNaN(inner)) return 'NaN';
    return Object.is(inner, -0) ? '-0' : inner;
  });

export const unlike = (what: string, kernel: unknown, read: unknown): readonly string[] =>
  text(kernel) === text(read) ? [] : [`${what}: ${text(kernel)} against ${text(read)}`];

/** `okx spot`: what a series and an episode belong to. */
export const rowNameOf = ({ venue, kind }: { readonly venue: string; readonly kind: string }): string =>
  `${venue} ${kind}`;

/** Where two analyses of the same question differ, in words; none where they agree. A hole is like a hole, 0 is not like −0. */
export function differences(kernel: Analysis, read: Reading): readonly string[] {
  return [
    ...(read.currency === undefined ? [] : unlike('currency', kernel.currency, read.currency)),
    ...unlike('rows', kernel.series.map(booksOf), read.series.map(readBooksOf)),
    ...kernel.series.flatMap((one, i) => (read.series[i] === undefined ? [] : ofColumns(one, read.series[i]))),
    ...ofEpisodes(kernel.episodes, read.episodes),
    ...ofRanks(kernel.episodes),
    ...unlike('market fall', kernel.market.fall, hole(read.marketFall)),
    ...unlike(
      'falls',
      kernel.falls.map(({ fall, excess }) => ({ fall, excess })),
      read.falls.map(({ fall, excess }) => ({ fall: hole(fall), excess: hole(excess) })),
    ),
    ...unlike('ratios', ratiosOf(kernel.ratios), ratiosOf(read.ratios)),
    ...unlike('left out', leftOutBy(kernel), leftOutIn(read)),
  ];
}

const booksOf = (series: VenueSeries): unknown => ({
  row: rowNameOf(series),
  books: series.books.map(({ range, market, source, otherSources }) => [
    formatMinute(range.from),
    formatMinute(range.to),
    nameOf(market),
    source,
    otherSources,
  ]),
});

const readBooksOf = ({ row, books }: ReadSeries): unknown => ({
  row: rowNameOf(row),
  books: books.map(({ from, to, market, source, otherSources }) => [
    formatMinute(minute(from)),
    formatMinute(minute(to)),
    nameOf(market),
    source,
    otherSources,
  ]),
});

/** Ratio and minutes, whatever they are of. */
const ratiosOf = (
  ratios: readonly { readonly ratio: number | undefined; readonly minutes: number }[],
): readonly string[] => ratios.map(({ ratio, minutes }) => `${text(hole(ratio))} ${String(minutes)}`).sort();

/** Market, why and the book it is, of every day. */
const leftOutBy = ({ leftOut }: Analysis): readonly string[] =>
  leftOut
    .flatMap(({ market, why, of, days }) =>
      days.map((day) => `${String(day)} ${nameOf(market)} ${why} ${of === undefined ? '' : nameOf(of)}`),
    )
    .sort();

const leftOutIn = ({ leftOut }: Reading): readonly string[] =>
  leftOut
    .map(
      ({ book, why, of }) => `${String(book.day)} ${nameOf(book.market)} ${why} ${of === undefined ? '' : nameOf(of)}`,
    )
    .sort();

/** The columns that differ anywhere. */
function ofColumns(kernel: VenueSeries, { row, minutes: readMinutes }: ReadSeries): readonly string[] {
  const minutes = [...readMinutes.entries()];
  const unlikeIn =
    (isSame: (a: number, b: number) => boolean) =>
    ([name, read]: Column): readonly string[] => {
      const column = kernel[name] as Float64Array | Uint8Array;
      if (column.length !== minutes.length)
        return [`${rowNameOf(row)} ${name}: ${String(column.length)} minutes against ${String(minutes.length)}`];
      const i = minutes.findIndex(([, one], at) => !isSame(column[at] as number, read(one)));
      const found = minutes[i];
      return found === undefined
        ? []
        : [
            `${rowNameOf(row)} ${name} at ${formatMinute(minute(found[0]))}: ${text(column[i])} against ${text(read(found[1]))}`,
          ];
    };
  return [...COLUMNS.flatMap(unlikeIn(Object.is)), ...PRODUCTS.flatMap(unlikeIn(isSameSum))];
}

const without = (episode: object, names: readonly string[]): unknown =>
  Object.entries(episode)
    .filter(([name]) => !names.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** An episode of the second reading as the kernel writes one. */
const written = ({ row, ...episode }: ReadEpisode): Record<string, unknown> => ({
  ...episode,
  venue: row.venue,
  kind: row.kind,
  baseVolume: hole(episode.baseVolume),
  usdVolume: hole(episode.usdVolume),
  volumeShare: hole(episode.volumeShare),
  uncertaintyAtPeak: hole(episode.uncertaintyAtPeak),
});

interface Placed {
  readonly venue: string;
  readonly kind: string;
  readonly side: string;
  readonly start: number;
}

const byPlace = (a: Placed, b: Placed): number => {
  const place = (one: Placed): string => `${rowNameOf(one)} ${one.side} ${String(one.start)}`;
  return place(a) < place(b) ? -1 : 1;
};

/** Field by field, the sums but for rounding. */
function ofEpisodes(kernel: readonly Episode[], read: readonly ReadEpisode[]): readonly string[] {
  const first = [...kernel].sort(byPlace);
  const second = [...read].sort((a, b) => byPlace({ ...a, ...a.row }, { ...b, ...b.row })).map(written);
  return [
    ...unlike('episodes', first.length, second.length),
    ...first.flatMap((episode, i) => {
      const other = second[i];
      if (other === undefined) return [];
      const sums = SUMS.filter((sum) => !isSameSum(episode[sum], other[sum] as number)).map(
        (sum) => `${episode.id} ${sum}: ${String(episode[sum])} against ${String(other[sum])}`,
      );
      return [...unlike(episode.id, without(episode, ['id', ...SUMS]), without(other, SUMS)), ...sums];
    }),
  ];
}

/** By peak, ties by area, then by id; and each by a name of its own. */
function ofRanks(episodes: readonly Episode[]): readonly string[] {
  const wrong = episodes.flatMap((episode, i) => {
    const above = episodes[i - 1];
    if (above === undefined) return [];
    const [peak, last] = [Math.abs(episode.peak), Math.abs(above.peak)];
    const [area, more] = [episode.areaPctMinutes, above.areaPctMinutes];
    const isInOrder = peak !== last ? peak < last : area !== more ? area < more : episode.id > above.id;
    return isInOrder ? [] : [`${episode.id} ranks after ${above.id}`];
  });
  const ids = episodes
    .filter(
      ({ id, market, kind, side, start }) =>
        id !== [market.base, market.venue, kind, side, formatMinute(start)].join(':'),
    )
    .map(({ id }) => `the name ${id}`);
  return [...wrong, ...ids];
}
