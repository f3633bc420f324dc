import { listItself, SPOT_TYPES, type TradeFacts, type VenueFacts } from './capability';

/** How many trades an aggregated row stands for: from its first id `f` to its last `l`, both included. */
function tradesIn(raw: unknown): number {
  const { f, l } = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>;
  return typeof f === 'number' && typeof l === 'number' ? l - f + 1 : NaN;
}

/**
 * `aggTrades` of spot and of both futures houses: 1,000 rows at most, by `startTime` (ccxt adds endTime one hour later) or by
 * `fromId`, inclusive; ids count up by one. Served from the listing for spot; the futures houses keep a shorter history and
 * answer older ids with what they have, which the first page's proof catches.
 */
export const AGGREGATED: TradeFacts = {
  cap: 1000,
  windowMinutes: 60,
  link: 'consecutive',
  countOf: tradesIn,
  next: ({ id }) => ({ fromId: id }),
};

/**
 * `GET /api/v3/klines`. ccxt sends startTime and limit (min(limit, 1000)) and no endTime for spot: the reply is the first
 * rows at or after `since`. Volume [5] is base; [6] is the last millisecond of the candle; [7] quote volume and [8] trade count are dropped by ccxt. Minutes without a
 * trade come as flat rows of volume 0. `GET /api/v3/uiKlines` has the same rows, by the venue's own word "modified, optimized
 * for presentation": ccxt has no method of its own for it. Contracts are venues of their own, `binanceusdm` and `binancecoinm`.
 *
 * Documented: https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints#klinecandlestick-data,
 *   …#uiklines (display candles), …#compressedaggregate-trades-list (trades)
 * Read in ccxt alone: what ccxt sends, and that it drops [7] and [8]: ccxt, binance.js, fetchOHLCV.
 * Longer candles: days are UTC unless `timeZone` says otherwise (documented), which ccxt does not send.
 */
export const binance: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 1000,
  spotOnly: SPOT_TYPES,
  rowsIn: listItself,
  quoteVolumeAt: 7,
  tradesAt: 8,
  closesAt: 6,
  trades: AGGREGATED,
  display: {
    ccxtMethod: 'publicGetUiKlines',
    request: (marketId, sinceMs, rows) => ({ symbol: marketId, interval: '1m', startTime: sinceMs, limit: rows }),
  },
  longer: { utcDay: true },
};
