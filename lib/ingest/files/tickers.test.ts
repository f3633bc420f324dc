import { expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import { assetsCalled } from './tickers';

// docs/assets.md: Polygon's MATIC became POL, Fantom's FTM became S; Kraken writes BTC as XXBT, Bitfinex USDT as UST. LUNA is a coin of its own since 2022.
it.each([
  ['binance', 'MATIC', ['POL']],
  ['kraken', 'MATIC', ['POL']],
  ['okx', 'FTM', ['S']],
  ['kraken', 'XXBT', ['BTC']],
  ['bitfinex', 'UST', ['USDT']],
  ['binance', 'POL', []],
  ['binance', 'LUNA', []],
  ['kraken', 'LUNA', []],
  ['upbit', 'TON', []],
  ['binance', 'ATOM', []],
  ['binance', 'NEVERHEARD', []],
] as const)('at %s, %s is a ticker of %o, where it is no asset itself', (venue, base, assets) => {
  expect(assetsCalled({ venue: venue as Venue, base: base as Asset })).toEqual(assets);
});
