import { assetEntry } from '../domain/asset';
import type { Asset, Kind, Venue } from '../domain/market';
import { DEFAULT_MIN_PEERS, ENOUGH_VENUES } from '../domain/method';
import type { Note } from '../domain/note';
import type { Question } from '../domain/question';
import { lowestSlot } from './scorecards/fall';
import { RULE } from './rates/rate';
import type { VenueSeries } from './types';

/** What of each series the notes look at. */
export type NotedSeries = Pick<VenueSeries, 'venue' | 'market' | 'rateRule'>;

/** What a reader must know beside the numbers. `ratios`: row by row, where the underlying is the reference; NaN is none. */
export function notesOf(
  question: Question,
  series: readonly NotedSeries[],
  currency: string,
  ratios: readonly number[] = [],
): readonly Note[] {
  const assumed = series.filter(({ rateRule }) => rateRule.includes(RULE.parity));
  const perpetuals = venuesOf(series, ['perp']);
  const computed = venuesOf(series, ['mark', 'index']);
  return [
    ...referenceNotes(question, series, ratios),
    ...(assumed.length === 0
      ? []
      : [
          {
            kind: 'assumed-parity',
            quotes: [...new Set(assumed.map(({ market }) => market.quote))].sort(),
            venues: [...new Set(assumed.map(({ venue }) => venue))],
          } as const,
        ]),
    ...(question.rate === 'none' ? [{ kind: 'raw-quotes', currency } as const] : []),
    ...(perpetuals.length === 0 ? [] : [{ kind: 'perpetuals', venues: perpetuals } as const]),
    ...(computed.length === 0 ? [] : [{ kind: 'computed-prices', venues: computed } as const]),
  ];
}

const venuesOf = (series: readonly NotedSeries[], kinds: readonly Kind[]): readonly Venue[] => [
  ...new Set(series.filter(({ market }) => kinds.includes(market.kind)).map(({ venue }) => venue)),
];

function referenceNotes(
  { asset, reference, minPeers }: Question,
  series: readonly NotedSeries[],
  ratios: readonly number[],
): readonly Note[] {
  const spot = series.filter(({ market }) => market.kind === 'spot');
  const weak: readonly Note[] = minPeers < DEFAULT_MIN_PEERS ? [{ kind: 'few-peers', minPeers }] : [];
  switch (reference.kind) {
    case 'others':
      return [...fewVenues(asset, spot.length), ...weak];
    case 'all':
      return [{ kind: 'measured-among-peers' }, ...weak];
    case 'vwm':
      return [{ kind: 'weighted-by-volume' }, ...fewVenues(asset, spot.length), ...weak];
    case 'peg':
      return [{ kind: 'against-peg' }];
    case 'wrapped':
      return [...weak, againstUnderlying(asset, ratios)];
    case 'venue':
      return spot.some(({ venue }) => venue === reference.venue)
        ? [{ kind: 'pairwise', venue: reference.venue }]
        : [{ kind: 'no-yardstick', venue: reference.venue, asset }];
  }
}

/** What a reader must know of an asset with so few venues with a spot market. */
export const fewVenues = (asset: Asset, venues: number): readonly Note[] =>
  venues === 0 || venues >= ENOUGH_VENUES ? [] : [{ kind: 'few-venues', asset, venues }];

function againstUnderlying(asset: Asset, ratios: readonly number[]): Note {
  const { nature } = assetEntry(asset);
  return {
    kind: 'against-underlying',
    asset,
    underlying: nature.kind === 'wrapped' ? nature.underlying : undefined,
    markets: ratios.length,
    withoutRatio: ratios.filter(Number.isNaN).length,
  };
}

/** Where the market's own fall, shown as the control, is in its lowest minute the price of fewer venues than a median wants. */
export function thinMarketNotes(spot: readonly Pick<VenueSeries, 'low'>[], marketLow: Float64Array): readonly Note[] {
  const lowest = lowestSlot(marketLow);
  if (lowest < 0) return [];
  const venues = spot.filter(({ low }) => !Number.isNaN(low[lowest])).length;
  return venues >= DEFAULT_MIN_PEERS ? [] : [{ kind: 'thin-fall', venues }];
}
