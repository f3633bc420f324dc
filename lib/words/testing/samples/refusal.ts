import type { Ignored } from '../../../domain/ignored';
import type { Asset, Venue } from '../../../domain/market';
import type { Refusal } from '../../../domain/refusal';
import type { Samples } from './type';

/** At least one of each kind: a kind without one does not compile. */
type OfEachKind<Kinds extends { readonly kind: string }> = {
  readonly [Kind in Kinds['kind']]: readonly Omit<Extract<Kinds, { readonly kind: Kind }>, 'kind'>[];
};

const REFUSALS: OfEachKind<Refusal> = {
  'not-a-time': [
    { text: 'noon', precision: 'day' },
    { text: 'noon', precision: 'minute' },
    { text: 'noon', precision: 'moment' },
  ],
  'impossible-time': [
    { text: '2025-02-30', precision: 'day' },
    { text: '2025-02-30T21:20Z', precision: 'minute' },
    { text: '2025-02-30T21:20:30Z', precision: 'moment' },
  ],
  'time-out-of-range': [{ text: '9999-12-31T23:59Z', firstYear: 1970, lastYear: 2999 }],
  'still-to-come': [{ text: '2029-01-31T08:15Z' }],
  'range-end-missing': [{ name: 'from' }],
  'range-reversed': [{ from: '2025-10-10T21:00Z', to: '2025-10-10T20:00Z' }],
  'range-too-long': [{ from: '2023-10-10T20:00Z', to: '2025-10-10T20:00Z', mostDays: 366 }],
  'not-a-venue': [{ text: 'OR 1=1' }],
  'not-an-asset': [{ text: 'AT-OM' }],
  'not-as-stored': [{ text: 'wbeth', code: 'WBETH' }],
  'not-a-pair': [{ text: 'ATOMUSDT' }],
  'not-a-market-choice': [{ text: 'binance' }],
  'not-a-compared-market': [{ text: 'binance:ATOM' }],
  'compared-count': [
    { count: 1, least: 2, most: 6 },
    { count: 7, least: 2, most: 6 },
  ],
  'market-chosen-twice': [{ venue: 'okx', marketKind: 'spot' }],
  'not-one-of': [{ name: 'rank', text: 'height', known: ['depth', 'duration', 'area'] }],
  'not-a-reference': [{ text: 'mean', known: ['others', 'all'] }],
  'not-a-resolution': [{ text: '7', sizes: [1, 5, 15] }],
  'not-a-whole-number': [{ name: 'limit', text: '0', least: 1, most: 1_000 }],
  'not-a-peer-count': [{ text: '1', least: 2, most: 50 }],
  'not-a-ratio': [{ name: 'enter', text: '2%', least: 0.0001, most: 10, example: 0.02 }],
  'not-a-digest': [{ text: 'sha256:12' }],
  'too-many': [
    { name: 'venues', most: 100 },
    { name: 'assets', most: 200 },
    { name: 'markets', most: 100 },
    { name: 'lines', most: 100 },
  ],
  'no-underlying': [{ asset: 'ATOM' }],
  'no-peg': [{ asset: 'ATOM' }],
  'not-a-bloc': [{ text: 'US-D' }],
  'no-blocs': [{ reference: 'venue:coinbase', known: ['others', 'all', 'vwm'] }],
  'unknown-name': [
    { name: 'colour', known: ['asset', 'from'] },
    { name: 'colour', known: ['asset'] },
    { name: 'colour', known: [] },
  ],
  'given-twice': [{ name: 'from' }],
  'missing-asset': [{}],
  'query-too-long': [{ length: 5_000, most: 4_096 }],
  'in-the-path': [{ name: 'from' }],
  'not-a-form': [{ forms: ['png', 'csv'] }],
  'minute-outside-window': [{ minute: '2025-10-10T19:20Z', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' }],
  'not-a-sha256': [{}],
  'asset-code': [{ asset: 'wb-eth' }],
  'asset-twice': [{ asset: 'XYZ' }],
  'asset-without-entry': [{ asset: 'XYZ' }],
  'underlying-without-entry': [{ asset: 'XYZ', underlying: 'FOO' }],
  'wraps-itself': [{ asset: 'AAA', chain: ['AAA', 'BBB', 'AAA'] }],
  'alias-reversed': [{ asset: 'XYZ', ticker: 'X', to: '2025-01-01T00:00Z' }],
  'ticker-ambiguous': [
    {
      ticker: 'X',
      venue: 'gate',
      claims: [
        { assets: ['XYZ'], from: undefined, to: '2025-01-02T00:00Z' },
        { assets: ['ZYX', 'YYY'], from: '2025-01-01T23:59Z', to: undefined },
      ],
    },
    {
      ticker: 'X',
      venue: undefined,
      claims: [
        { assets: ['XYZ'], from: undefined, to: undefined },
        { assets: ['ZYX'], from: undefined, to: undefined },
      ],
    },
  ],
};

export const refusals: Samples<'refusals'> = {
  quoted: [['O K'], ['1'.repeat(50)]],
  refusalWords: Object.entries(REFUSALS).flatMap(([kind, some]) =>
    some.map((data): [Refusal] => [{ kind, ...data } as Refusal]),
  ),
};

const asset = 'ATOM' as Asset;
const venue = 'okx' as Venue;

const IGNORED: OfEachKind<Ignored> = {
  refused: [{ refusal: { kind: 'not-a-venue', text: 'O K' } }],
  'unknown-name': [{ name: 'colour' }],
  repeated: [{ name: 'from' }],
  'unknown-version': [{ text: '99', readAs: 2 }],
  'unknown-method': [{ text: '3', readAs: 2 }],
  'minute-outside-window': [{ minute: '2025-10-10T19:20Z', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' }],
  'venues-without-data': [{ asset, venues: ['mtgox' as Venue, 'cryptocom' as Venue] }],
  'markets-without-data': [
    {
      asset,
      markets: [
        { venue: 'binance' as Venue, quote: 'USDC', kind: 'spot' },
        { venue: 'bybit' as Venue, quote: 'USDT', kind: 'perp' },
      ],
    },
  ],
  'reference-venue-without-data': [{ asset, venue }],
  'bloc-without-data': [{ asset, quote: 'EUR' }],
  'highlight-without-data': [{ asset, venue }],
  'lines-without-data': [{ asset, venues: [venue] }],
};

export const ignored: Samples<'ignored'> = {
  ignoredWords: Object.entries(IGNORED).flatMap(([kind, some]) =>
    some.map((data): [Ignored] => [{ kind, ...data } as Ignored]),
  ),
};
