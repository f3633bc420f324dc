import { listUnder, type VenueFacts } from './capability';

/**
 * `GET /market/history/candles` (ccxt's choice for spot; the documented `/market/history/kline` knows only a size counted back
 * from now). ccxt sends from (seconds) and size (at most 1,000), and no `to`. Objects id (seconds), open, close, low, high,
 * amount (base), vol (quote), count (trades); ccxt drops vol and count. A minute without a trade comes as a flat row of amount 0
 * (the documented sample). Days begin at GMT+8, minutes do not care. An error comes with HTTP 200 and status "error", which ccxt
 * raises. Trades (`/market/history/trade`) are the latest 2,000 alone.
 *
 * Documented: https://huobiapi.github.io/docs/spot/v1/en/#get-klines-candles,
 *   …#get-the-most-recent-trades
 * Read in ccxt alone: the endpoint `/market/history/candles`, from and size, which no page documents: ccxt, htx.js,
 *   fetchOHLCV.
 * Longer candles: days begin at 00:00 GMT+8 (https://github.com/huobiapi/API_Docs_en/issues/8): not asked for.
 */
export const htx: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 1000,
  rowsIn: listUnder('data'),
  quoteVolumeAt: 'vol',
  tradesAt: 'count',
  spotOnly: { fetchMarkets: { types: { spot: true, linear: false, inverse: false } } },
  longer: { utcDay: false },
};
