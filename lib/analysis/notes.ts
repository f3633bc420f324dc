import { assetEntry } from '../domain/asset';
import type { Asset, Kind, Market, Venue } from '../domain/market';
import { DEFAULT_MIN_PEERS, ENOUGH_VENUES } from '../domain/method';
import type { Note } from '../domain/note';
import type { Question } from '../domain/question';
import { RULE } from './rates/rate';
import type { LeftOut } from '../domain/leftOut';
import { minuteRange, startOf, wholeDay, type Day, type MinuteRange } from '../domain/minute';
import { marketKey } from './markets/marketKey';
import type { BookSpan, DayRatio } from './types';

/** What of each row the notes look at. */
export interface NotedRow extends Pick<BookSpan, 'market'> {
  readonly venue: Venue;
  readonly books: readonly BookSpan[];
  /** By RATE_RULES. */
  readonly rateMinutes: Uint32Array;
  /** Quotes whose parity was assumed. */
  readonly assumed: readonly string[];
}

/** A second name that on these days, in order, stood for the book whose quote it is read in. */
export interface ReadAs {
  readonly market: Market;
  readonly quote: string;
  readonly days: readonly Day[];
}

/** What a window holds that a reader must know of. */
export interface Noted {
  readonly question: Question;
  readonly currency: string;
  readonly rows: readonly NotedRow[];
  readonly ratios: readonly DayRatio[];
  readonly leftOut: readonly LeftOut[];
  /** Venues that lent the medians a book on some day, by name. */
  readonly peers: readonly Venue[];
  /** Venues of which other books than spot are known and not shown, by name. */
  readonly unshown: readonly Venue[];
  readonly readAs: readonly ReadAs[];
}

/** What a reader must know beside the numbers. */
export function notesOf({ question, currency, rows, ratios, leftOut, peers, unshown, readAs }: Noted): readonly Note[] {
  const assumed = rows.filter((row) => row.assumed.length > 0);
  const thin = rows.filter(isMostlyThin);
  const perpetuals = venuesOf(rows, ['perp']);
  const computed = venuesOf(rows, ['mark', 'index']);
  return [
    ...referenceNotes(question, rows, ratios),
    ...(question.bloc === 'all'
      ? []
      : [{ kind: 'one-bloc', quote: question.bloc, venues: peers, minPeers: question.minPeers } as const]),
    ...(assumed.length === 0
      ? []
      : [
          {
            kind: 'assumed-parity',
            quotes: [...new Set(assumed.flatMap((row) => row.assumed))].sort(),
            venues: [...new Set(assumed.map(({ venue }) => venue))],
          } as const,
        ]),
    ...(thin.length === 0
      ? []
      : [
          {
            kind: 'thin-rates',
            quotes: [...new Set(thin.flatMap(({ books }) => books.map(({ quote }) => quote)))].sort(),
            venues: [...new Set(thin.map(({ venue }) => venue))],
          } as const,
        ]),
    ...(question.rate === 'none' ? [{ kind: 'raw-quotes', currency } as const] : []),
    ...(perpetuals.length === 0 ? [] : [{ kind: 'perpetuals', venues: perpetuals } as const]),
    ...(unshown.length === 0 ? [] : [{ kind: 'spot-alone', venues: unshown } as const]),
    ...(computed.length === 0 ? [] : [{ kind: 'computed-prices', venues: computed } as const]),
    ...readAs.map(({ days, ...one }): Note => ({ kind: 'read-as', ...one, ...spanOf(days) })),
    ...rows.flatMap(bookChanges),
    ...leftOut.map(leftOutNote),
  ];
}

/** Whether most of the minutes that legs converted rest on fewer than a measurement needs. */
const isMostlyThin = ({ rateMinutes }: NotedRow): boolean =>
  (rateMinutes[RULE.thin] as number) > (rateMinutes[RULE.legs] as number);

function bookChanges({ venue, books }: NotedRow): readonly Note[] {
  return new Set(books.map(({ market }) => market.quote)).size < 2
    ? []
    : [{ kind: 'book-changes', venue, books: books.map(({ market, range }) => ({ market, range })) }];
}

function leftOutNote({ market, why, of, factor, days }: LeftOut): Note {
  return { kind: 'left-out', market, why, of, factor, ...spanOf(days) };
}

/** How many days, and from the first to the end of the last. */
const spanOf = (days: readonly Day[]): { readonly days: number; readonly range: MinuteRange } => ({
  days: days.length,
  range: minuteRange(startOf(days[0] as Day), wholeDay(days.at(-1) as Day).to),
});

const venuesOf = (series: readonly NotedRow[], kinds: readonly Kind[]): readonly Venue[] => [
  ...new Set(series.filter(({ market }) => kinds.includes(market.kind)).map(({ venue }) => venue)),
];

function referenceNotes(
  { asset, reference, minPeers }: Question,
  series: readonly NotedRow[],
  ratios: readonly DayRatio[],
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
        : [{ kind: 'no-reference-venue', venue: reference.venue, asset }];
  }
}

/** What a reader must know of an asset with so few venues with a spot market. */
export const fewVenues = (asset: Asset, venues: number): readonly Note[] =>
  venues === 0 || venues >= ENOUGH_VENUES ? [] : [{ kind: 'few-venues', asset, venues }];

function againstUnderlying(asset: Asset, ratios: readonly DayRatio[]): Note {
  const { nature } = assetEntry(asset);
  return {
    kind: 'against-underlying',
    asset,
    underlying: nature.kind === 'wrapped' ? nature.underlying : undefined,
    markets: new Set(ratios.map(({ market }) => marketKey(market))).size,
    withoutRatio: new Set(ratios.filter(({ ratio }) => Number.isNaN(ratio)).map(({ market }) => marketKey(market)))
      .size,
  };
}

/** Where the market's own fall, shown as the control, is in its lowest minute (`lowest`; NaN: there is none) the price of fewer venues than a median wants. */
export const thinMarketNotes = (lowest: number, venues: number): readonly Note[] =>
  Number.isNaN(lowest) || venues >= DEFAULT_MIN_PEERS ? [] : [{ kind: 'thin-fall', venues }];
