import { listUnder, SPOT_TYPES, type CandleFacts, type VenueFacts } from './capability';

/** Rows of mark and index candles: time, four prices, and [5], `confirm`. 100 at most. */
const COMPUTED: Partial<CandleFacts> = { cap: 100, quoteVolumeAt: undefined, closedMark: { at: 5, closed: '1' } };

/**
 * `GET /api/v5/market/candles`, and `/history-candles` for what is older than 1,439 minutes: ccxt chooses by its clock. It
 * sends before = since − 1 ms and after = since + limit minutes, both exclusive, so exactly `limit` minutes. Newest first.
 * Volume [5] is base for spot, contracts for swaps, where [6] is base (ccxt takes 5 and 6 so, for linear and inverse alike);
 * [7] is quote volume; [8], `confirm`, is 1 once the minute is over. Mark and index candles have endpoints of their own, recent
 * and history, which ccxt takes for `price`; an index is asked for by the contract's family (BTC-USDT).
 * Trades: `/market/history-trades` pages backwards by id and holds three months: too short to build October 2025 from.
 *
 * Documented: https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks,
 *   …#order-book-trading-market-data-get-candlesticks-history, …#rest-api-market-data-get-mark-price-candlesticks-history,
 *   …#rest-api-market-data-get-index-candlesticks-history, …#rest-api-market-data-get-trades-history
 * Read in ccxt alone: the choice of endpoint and the bounds sent: ccxt, okx.js, fetchOHLCV.
 * Times without a trade come as flat rows of volume 0, by a reply recorded in https://github.com/ccxt/ccxt/issues/24949 (days, of
 *   the same API in Europe); of minutes it is stated nowhere.
 * Longer candles: `1D` is Hong Kong's day, `1Dutc` begins at 00:00 UTC (documented): ccxt sends the latter.
 */
export const okx: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 300,
  spotOnly: SPOT_TYPES,
  withPerps: { fetchMarkets: { types: ['spot', 'swap'] } },
  rowsIn: listUnder('data'),
  quoteVolumeAt: 7,
  closedMark: { at: 8, closed: '1' },
  kinds: { perp: {}, mark: COMPUTED, index: COMPUTED },
  longer: { utcDay: true },
};
