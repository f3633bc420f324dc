import { DEPTH_MINUTES } from '../../venues/depth';
import { listItself, SPOT_TYPES, type CandleFacts, type VenueFacts } from './capability';

/** Mark and index rows hold a time and four prices. */
const COMPUTED: Partial<CandleFacts> = { cap: 1999, quoteVolumeAt: undefined, closedMark: undefined };

/**
 * `GET /api/v4/spot/candlesticks`. ccxt sends from and to = from + (limit − 1) minutes, never `limit` beside them (the venue
 * refuses that). The latest 10,000 candles alone are served. Columns: seconds, quote volume [1], close, high, low, open, base
 * volume [6], window closed [7]. ccxt takes 6, and drops 1 and 7.
 * Contracts, `GET /api/v4/futures/{settle}/candlesticks`: objects t, o, h, l, c, v, sum; 2,000 a reply (ccxt asks 1,999), the
 * latest 10,000 alone since February 2026. v counts contracts; sum is the turnover in quote, of linear contracts. `price` asks
 * for the contract named mark_… or index_….
 * Trades: `/spot/trades` reaches back 30 days; what is older comes from the venue's archive.
 *
 * Documented: https://www.gate.com/docs/developers/apiv4/en/#market-k-line-chart,
 *   …#futures-market-k-line-chart, …#query-market-transaction-records (trades)
 * Read in ccxt alone: from, to and the 1,999 rows asked: ccxt, gate.js, fetchOHLCV.
 * Assumed, stated nowhere: flat rows in silent minutes.
 * Longer candles: the latest 10,000 of each; days are UTC (the venue: https://github.com/gateio/gateapi-python/issues/24).
 */
export const gate: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 1000,
  depthMinutes: DEPTH_MINUTES.gate,
  spotOnly: SPOT_TYPES,
  withPerps: { fetchMarkets: { types: ['spot', 'swap'] } },
  rowsIn: listItself,
  quoteVolumeAt: 1,
  closedMark: { at: 7, closed: 'true' },
  kinds: { perp: { ...COMPUTED, volume: 'contracts', quoteVolumeAt: 'sum' }, mark: COMPUTED, index: COMPUTED },
  inverse: { quoteVolumeAt: undefined },
  longer: { utcDay: true, depthMinutes: 'rows' },
};
