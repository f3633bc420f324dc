import { AGGREGATED } from './binance';
import { listItself, type VenueFacts } from './capability';

/**
 * Binance USD-M futures, `GET /fapi/v1/klines`, `/markPriceKlines` and `/indexPriceKlines`, ccxt's class `binanceusdm`. The
 * venue gives 1,500 rows; ccxt asks 1,000 at most. Volume [5] is base for these linear contracts, [7] quote, [8] the trade
 * count; in mark and index rows the same columns are zeros and a count of price updates, so neither is read.
 *
 * Documented: https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Kline-Candlestick-Data,
 *   …/Mark-Price-Kline-Candlestick-Data, …/Index-Price-Kline-Candlestick-Data, …/Compressed-Aggregate-Trades-List
 * Read in ccxt alone: the 1,000 rows asked: ccxt, binance.js, fetchOHLCV.
 * Longer candles: days are UTC, as spot's.
 */
export const binanceusdm: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  noSpot: true,
  cap: 1000,
  rowsIn: listItself,
  quoteVolumeAt: 7,
  tradesAt: 8,
  closesAt: 6,
  kinds: { perp: {}, mark: {}, index: {} },
  trades: { ...AGGREGATED, amount: 'base' },
  longer: { utcDay: true },
};
