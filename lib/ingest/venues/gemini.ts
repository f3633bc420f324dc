import { DEPTH_MINUTES } from '../../venues/depth';
import { listItself, type VenueFacts } from './capability';

/**
 * `GET /v2/candles/{symbol}/1m`: the latest day of candles, whatever is asked; ccxt sends neither since nor limit. Newest first; time (ms),
 * open, high, low, close, volume (base); minutes without a trade are flat rows of volume 0 (documented sample). Older minutes come
 * from trades, `GET /v1/trades/{symbol}`: at most 500 from `timestamp` on, of the latest seven days; ids are `tid`. Or from a file.
 *
 * Documented: https://docs.gemini.com/rest-api/#candles,
 *   …#trade-history
 * Read in ccxt alone: that neither since nor limit is sent: ccxt, gemini.js, fetchOHLCV.
 * Longer candles: a week of 5m, two weeks of 15m, two months of 1hr; where a day begins is not documented: not asked for.
 */
export const gemini: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 1440,
  depthMinutes: DEPTH_MINUTES.gemini,
  rowsMayPrecede: true,
  rowsIn: listItself,
  mainQuote: 'USD',
  // A millisecond before the last trade is asked, so that it comes again whether the bound counts or not.
  trades: { cap: 500, depthMinutes: 7 * 1440, next: ({ timestampMs }) => ({ timestamp: timestampMs - 1 }) },
  // 1hr reaches back about two months.
  longer: { utcDay: false, depthMinutes: { '5m': 7 * 1440, '15m': 14 * 1440, '1h': 60 * 1440 } },
};
