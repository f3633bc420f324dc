import { describe, expect, it } from 'vitest';
import type { Ignored } from '../../domain/ignored';
import type { Asset, Venue } from '../../domain/market';
import { ignoredWords } from './ignored';

const asset = 'ATOM' as Asset;
const venue = 'okx' as Venue;

/** A row a kind: a kind without one does not compile. */
const ROWS: { readonly [Kind in Ignored['kind']]: readonly [Omit<Extract<Ignored, { kind: Kind }>, 'kind'>, string] } =
  {
    refused: [
      { refusal: { kind: 'not-a-venue', text: 'O K' } },
      '"O K" is not a venue; write an exchange\'s id like binance.',
    ],
    'unknown-name': [{ name: 'colour' }, '"colour" is not a parameter of this page.'],
    repeated: [{ name: 'from' }, '"from" is given more than once; the first one counts.'],
    'unknown-version': [
      { text: '99', readAs: 2 },
      'Version "99" of the address is not known; it is read as version 2.',
    ],
    'unknown-method': [
      { text: '3', readAs: 2 },
      'Version "3" of the method is not available; the figures are computed by version 2.',
    ],
    'minute-outside-window': [
      { minute: '2025-10-10T19:20Z', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' },
      'The minute lies outside the window of the address; half an hour to each side is shown instead.',
    ],
    'venues-without-data': [
      { asset, venues: ['mtgox' as Venue, 'cryptocom' as Venue] },
      'No ATOM data from mtgox and Crypto.com.',
    ],
    'markets-without-data': [
      {
        asset,
        markets: [
          { venue: 'binance' as Venue, quote: 'USDC', kind: 'spot' },
          { venue: 'bybit' as Venue, quote: 'USDT', kind: 'perp' },
        ],
      },
      'No data for Binance ATOM/USDC, Bybit ATOM/USDT perp.',
    ],
    'reference-venue-without-data': [
      { asset, venue },
      'OKX cannot be the reference venue: no data for its ATOM spot market.',
    ],
    'bloc-without-data': [
      { asset, quote: 'EUR' },
      'No data for any ATOM/EUR spot market, so venues of every quote are compared.',
    ],
    'highlight-without-data': [{ asset, venue }, 'OKX cannot be highlighted: no ATOM data from it.'],
    'lines-without-data': [{ asset, venues: [venue] }, 'Not drawn as a line, for lack of ATOM data: OKX.'],
  };

describe('what a page left out of its address', () => {
  it.each(Object.entries(ROWS).map(([kind, [data, line]]) => [line, { kind, ...data } as Ignored] as const))(
    '%s',
    (line, ignored) => {
      expect(ignoredWords(ignored)).toBe(line);
    },
  );
});
