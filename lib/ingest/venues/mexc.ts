import { DEPTH_MINUTES } from '../../venues/depth';
import { listItself, type VenueFacts } from './capability';

/**
 * `GET /api/v3/klines`. ccxt sends startTime, endTime = startTime + 500 minutes (or its clock) and limit, unclamped. It is given
 * the end of the range itself, a millisecond before the minute after it: then it is the same minutes from whichever end the venue counts, and whether
 * the end belongs to them or not. 1,000 rows are documented, 500 come. Oldest first; volume [5] is base,
 * [6] is when the candle ends; [7] quote (dropped by ccxt), no trade count. How far back 1m rows reach is not documented: what is older than 30 days is not
 * asked, for of an empty reply it would not be known what it says. `aggTrades` reach one hour at a time and no further back.
 * Its list of markets is two requests, spot and contracts, whatever is wanted.
 *
 * Documented: https://www.mexc.com/api-docs/spot-v3/market-data-endpoints/klinecandlestick-data,
 *   …/compressedaggregate-trades-list
 * Read in ccxt alone: that 500 rows come, endTime, and the two requests for the market list: ccxt, mexc.js, fetchOHLCV
 *   and fetchMarkets.
 * Assumed, stated nowhere: no row in silent minutes.
 * Longer candles: where a day begins is not documented; its exchangeInfo names the time zone CST: not asked for.
 */
export const mexc: VenueFacts = {
  emptyMinutes: 'omitted',
  volume: 'base',
  cap: 500,
  rowsAsked: 499,
  depthMinutes: DEPTH_MINUTES.mexc,
  rowsIn: listItself,
  paramsFor: (_, endMs) => ({ endTime: endMs - 1 }),
  quoteVolumeAt: 7,
  closesAt: 6,
  longer: { utcDay: false },
};
