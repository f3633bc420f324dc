import { listItself, type VenueFacts } from './capability';

/**
 * The Exchange API, `GET /products/{id}/candles`: ccxt's class `coinbaseexchange` (its class `coinbase` speaks the Advanced
 * Trade API, whose market list takes several requests for the same books). ccxt sends start and
 * end = start + (limit − 1) minutes, both inclusive. Newest first; columns time, low, high, open, close, volume (base).
 * Minutes without a trade have no row, and a row may precede `start`. Lists spot alone; no quote volume, no trade count.
 * Trades page backwards from now by id alone: not a road to a year ago, and the candles reach back to the listing.
 *
 * Documented: https://docs.cloud.coinbase.com/exchange/reference/exchangerestapi_getproductcandles,
 *   …/exchangerestapi_getproducttrades
 * Read in ccxt alone: the inclusive end that is sent: ccxt, coinbaseexchange.js, fetchOHLCV.
 * Longer candles: buckets are multiples of their seconds since 1970 (granularity 86400): days are UTC.
 */
export const coinbase: VenueFacts = {
  emptyMinutes: 'omitted',
  volume: 'base',
  ccxtClass: 'coinbaseexchange',
  cap: 300,
  rowsMayPrecede: true,
  rowsIn: listItself,
  mainQuote: 'USD',
  longer: { utcDay: true },
};
