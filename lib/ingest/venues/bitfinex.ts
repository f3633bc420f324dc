import { listItself, type VenueFacts } from './capability';

/**
 * `GET /v2/candles/trade:1m:{symbol}/hist`. ccxt sends start, sort=1 (oldest first) and limit (at most 10,000), no end: the rows
 * may reach beyond the range asked for. Columns: time, open, close, high, low, volume (base). Minutes without a trade have no row.
 * From the listing. USDT is written UST there, which ccxt reads as USDT. Errors are a list headed by "error", with HTTP 500 mostly.
 * Its limit is 30 requests a minute: as many rows as it serves are asked at once.
 *
 * Documented: https://docs.bitfinex.com/reference/rest-public-candles,
 *   https://docs.bitfinex.com/reference/rest-public-conf (UST is USDT),
 *   https://github.com/bitfinexcom/bitfinex-api-py/issues/198 (no candle without volume; none while the platform was down)
 * Read in ccxt alone: sort=1 and the limit that are sent: ccxt, bitfinex.js, fetchOHLCV.
 * Longer candles: days are taken to be UTC, stated nowhere; a row of another opening would not be stored.
 */
export const bitfinex: VenueFacts = {
  emptyMinutes: 'omitted',
  volume: 'base',
  cap: 10_000,
  rowsIn: rowLists,
  mainQuote: 'USD',
  longer: { utcDay: true },
};

/** A list of rows; a list headed by a word is an error. */
function rowLists(body: unknown): readonly unknown[] | undefined {
  const list = listItself(body);
  return list?.every((row) => Array.isArray(row)) === true ? list : undefined;
}
