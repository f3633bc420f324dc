import { listUnder, type VenueFacts } from './capability';

/**
 * `GET /api/v1/market/candles`. ccxt sends startAt and endAt = startAt + limit minutes, unclamped; one row less than the cap
 * is asked because a row at `endAt` itself would push out the first. Newest first; seconds, open, close, high, low, volume
 * [5] in base, turnover [6] in quote (dropped by ccxt). Minutes without a trade have no row. The market list would also ask
 * for every ticker's fees: not needed. Contracts are a venue of their own, `kucoinfutures`. Trades: the newest 100 alone.
 *
 * Documented: https://www.kucoin.com/docs-new/rest/spot-trading/market-data/get-klines,
 *   …/get-trade-history
 * Read in ccxt alone: startAt, endAt and the list of fees: ccxt, kucoin.js, fetchOHLCV and fetchMarkets.
 * Longer candles: days opened at 11:00 UTC in 2018 (https://github.com/ccxt/ccxt/issues/2805), on an older API; now taken to be UTC. A row of
 *   another opening would not be stored.
 */
export const kucoin: VenueFacts = {
  emptyMinutes: 'omitted',
  volume: 'base',
  cap: 1500,
  rowsAsked: 1499,
  rowsIn: listUnder('data'),
  quoteVolumeAt: 6,
  spotOnly: { fetchMarkets: { types: ['spot'], fetchTickersFees: false } },
  longer: { utcDay: true },
};
