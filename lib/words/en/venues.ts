import { listed } from './spelled';

/** What each house calls itself; its contract markets are named after their page. By ccxt's id. */
const NAMES: Readonly<Record<string, string>> = {
  binance: 'Binance',
  binanceus: 'Binance.US',
  binanceusdm: 'Binance USD-M',
  binancecoinm: 'Binance COIN-M',
  bitfinex: 'Bitfinex',
  bitget: 'Bitget',
  bithumb: 'Bithumb',
  bitstamp: 'Bitstamp',
  bybit: 'Bybit',
  coinbase: 'Coinbase',
  cryptocom: 'Crypto.com',
  gate: 'Gate',
  gemini: 'Gemini',
  htx: 'HTX',
  kraken: 'Kraken',
  kucoin: 'KuCoin',
  kucoinfutures: 'KuCoin Futures',
  mexc: 'MEXC',
  okx: 'OKX',
  upbit: 'Upbit',
};

/** A venue's own name; a venue that is not known here keeps its id. */
export const venueName = (venue: string): string => NAMES[venue] ?? venue;

/** "Binance, OKX and Kraken"; "none" never comes of it: an empty list gives an empty text. */
export const venueList = (venues: readonly string[]): string => listed(venues.map(venueName));
