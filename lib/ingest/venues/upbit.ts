import { listItself, type VenueFacts } from './capability';

/**
 * `GET /v1/candles/minutes/1`. ccxt sends count and to = since + count minutes: `to` is exclusive and rows are counted back from
 * it, so that minutes without a trade, which have no row, let earlier rows come along. At most 200; more is not clamped by ccxt. Newest first;
 * objects: candle_date_time_utc, opening_price, high_price, low_price, trade_price, candle_acc_trade_volume (base),
 * candle_acc_trade_price (quote, dropped by ccxt). From the listing. Books in KRW, BTC and USDT.
 *
 * Documented: https://global-docs.upbit.com/reference/list-candles-minutes,
 *   https://docs.upbit.com/kr/reference/list-candles-minutes
 * Read in ccxt alone: count and `to` that are sent, unclamped: ccxt, upbit.js, fetchOHLCV.
 * Longer candles: a day opens at 09:00 in Korea, which is 00:00 UTC (candle_date_time_utc).
 */
export const upbit: VenueFacts = {
  emptyMinutes: 'omitted',
  volume: 'base',
  cap: 200,
  rowsMayPrecede: true,
  rowsIn: listItself,
  quoteVolumeAt: 'candle_acc_trade_price',
  quotes: ['KRW'],
  longer: { utcDay: true },
};
