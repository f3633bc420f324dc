import { listItself, type VenueFacts } from './capability';

/**
 * `GET /v1/candles/minutes/1` (generation 2). ccxt sends count alone, so that the newest 200 would come whatever `since`. The venue
 * documents `to`: exclusive, in Korean time (UTC+9) without a zone; rows are counted back from it. Newest first; objects as
 * upbit's: candle_date_time_utc, opening_price, high_price, low_price, trade_price, candle_acc_trade_volume (base),
 * candle_acc_trade_price (quote, dropped by ccxt). Minutes without a trade are taken to have no row; earlier rows then come along.
 *
 * Documented: https://apidocs.bithumb.com/reference/%EB%B6%84minute-%EC%BA%94%EB%93%A4-%EC%A1%B0%ED%9A%8C
 * Read in ccxt alone: that count alone is sent: ccxt, bithumb.js, fetchOHLCV.
 * Assumed, stated nowhere: no row in silent minutes.
 * Longer candles: ccxt's list of timeframes has no day.
 */
export const bithumb: VenueFacts = {
  emptyMinutes: 'omitted',
  volume: 'base',
  cap: 200,
  rowsMayPrecede: true,
  rowsIn: listItself,
  quoteVolumeAt: 'candle_acc_trade_price',
  quotes: ['KRW'],
  paramsFor: (_, endMs) => ({ to: koreanTime(endMs) }),
  longer: { utcDay: false },
};

const KST_AHEAD_MS = 9 * 3_600_000;

/** `2025-10-11T06:20:00`, the venue's own clock on the wall. */
const koreanTime = (ms: number): string => new Date(ms + KST_AHEAD_MS).toISOString().slice(0, 19);
