import { listUnder, type VenueFacts } from './capability';

/**
 * `GET /api/v2/ohlc/{pair}/?step=60`. ccxt sends start, end = start + limit minutes − 1 s and limit (at most 1,000): the venue counts
 * its rows back from `end` (recorded reply), which with these three is the range itself. Oldest first; objects of text: timestamp
 * (seconds), open, high, low, close, volume (base). Minutes without a trade are filled with volume 0 (recorded reply). From the
 * listing. No quote volume, no trade count.
 *
 * Documented: https://www.bitstamp.net/api/#tag/Market-info/operation/GetOHLCData
 * Read in ccxt alone: start, end and limit that are sent: ccxt, bitstamp.js, fetchOHLCV.
 * Longer candles: steps are multiples of their seconds since 1970 (86400): days are UTC.
 */
export const bitstamp: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 1000,
  rowsIn: listUnder('data', 'ohlc'),
  mainQuote: 'USD',
  longer: { utcDay: true },
};
