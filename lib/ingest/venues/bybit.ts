import { listUnder, SPOT_TYPES, type VenueFacts } from './capability';

/**
 * `GET /v5/market/kline`, category spot, linear or inverse; `/mark-price-kline` and `/index-price-kline` for `price`, whose rows
 * end after the prices. ccxt sends start and limit, unclamped, and no end. Newest first. Volume [5] is base for spot and linear
 * contracts, [6] turnover in quote, dropped by ccxt. For inverse contracts [5] counts contracts of 1 USD and [6] is base, which
 * ccxt takes. Trades: `/recent-trade` holds the newest 1,000 (spot: 60) alone.
 *
 * Documented: https://bybit-exchange.github.io/docs/v5/market/kline,
 *   …/mark-kline, …/index-kline, …/recent-trade
 * Read in ccxt alone: what is sent, and which column is base: ccxt, bybit.js, fetchOHLCV.
 * Assumed, stated nowhere: flat rows in silent minutes.
 * Longer candles: ccxt asks for days from multiples of 24 hours since 1970 on, which are UTC's.
 */
export const bybit: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 1000,
  spotOnly: SPOT_TYPES,
  withPerps: { fetchMarkets: { types: ['spot', 'linear', 'inverse'] } },
  rowsIn: listUnder('result', 'list'),
  quoteVolumeAt: 6,
  kinds: { perp: {}, mark: {}, index: {} },
  inverse: { quoteVolumeAt: undefined, contractsAt: 5 },
  longer: { utcDay: true },
};
