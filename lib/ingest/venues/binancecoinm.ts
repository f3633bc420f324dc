import { AGGREGATED } from './binance';
import { listItself, type VenueFacts } from './capability';

/**
 * Binance COIN-M futures, `GET /dapi/v1/klines`, `/markPriceKlines` and `/indexPriceKlines`, ccxt's class `binancecoinm`. For
 * these inverse contracts ccxt sends startTime and endTime = since + limit minutes − 1 ms, limit 1,000 at most (the venue: 1,500,
 * over a range of 200 days at most). Volume [5] counts contracts of 100 USD (BTC) or 10 USD: the quote volume; [7] is the base
 * volume, which ccxt takes; [8] the trade count. Index candles belong to a pair, not to a contract.
 *
 * Documented: https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Kline-Candlestick-Data,
 *   …/Mark-Price-Kline-Candlestick-Data, …/Index-Price-Kline-Candlestick-Data, …/Compressed-Aggregate-Trades-List
 * Read in ccxt alone: the endTime and the 1,000 rows asked: ccxt, binance.js, fetchOHLCV.
 * Longer candles: days are UTC, as spot's.
 */
export const binancecoinm: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  noSpot: true,
  cap: 1000,
  rowsIn: listItself,
  contractsAt: 5,
  tradesAt: 8,
  closesAt: 6,
  kinds: { perp: {}, mark: {}, index: {} },
  trades: AGGREGATED,
  // The venue refuses longer ranges.
  longer: { utcDay: true, longestMinutes: 200 * 1440 },
};
