import type { Asset, Market, Venue } from '../../domain/market';

/** Ten venues as an ingest meets them: most count in USDT, so that every analysis also makes a rate. */
const QUOTES: readonly (readonly [venue: string, quote: string])[] = [
  ['binance', 'USDT'],
  ['okx', 'USDT'],
  ['bybit', 'USDT'],
  ['kucoin', 'USDT'],
  ['gate', 'USDT'],
  ['bitget', 'USDT'],
  ['mexc', 'USDT'],
  ['coinbase', 'USD'],
  ['kraken', 'USD'],
  ['bitstamp', 'USD'],
];

/** An asset's spot market on each of the ten. */
export const tenVenues = (base: Asset): readonly Market[] =>
  QUOTES.map(([venue, quote]) => ({ venue: venue as Venue, base, quote, kind: 'spot' }));
