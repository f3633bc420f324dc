import { listItself, type VenueFacts } from './capability';

/**
 * `GET /v2/candles/{symbol}/1m`: the latest day of candles, whatever is asked; ccxt sends neither since nor limit. Newest first; time (ms),
 * open, high, low, close, volume (base); minutes without a trade are flat rows of volume 0 (documented sample). Older minutes come
 * from trades, `GET /v1/trades/{symbol}`: at most 500 from `timestamp` on, of the latest seven days; ids are `tid`. Or from a file.
 *
 * Documented: https://docs.gemini.com/rest-api/#candles,
 *   …#trade-history
 * Read in ccxt alone: that neither since nor limit is sent: ccxt, gemini.js, fetchOHLCV.
 */
export const gemini: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 1440,
  depthMinutes: 1440,
  rowsMayPrecede: true,
  rowsIn: listItself,
  mainQuote: 'USD',
  // A millisecond before the last trade is asked, so that it comes again whether the bound counts or not.
  trades: { cap: 500, depthMinutes: 7 * 1440, next: ({ timestampMs }) => ({ timestamp: timestampMs - 1 }) },
};
