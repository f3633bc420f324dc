import { listItself, SPOT_TYPES, type VenueFacts } from './capability';

/**
 * `GET /api/v4/spot/candlesticks`. ccxt sends from and to = from + (limit − 1) minutes, never `limit` beside them (the venue
 * refuses that). The latest 10,000 candles alone are served. Columns: seconds, quote volume [1], close, high, low, open, base
 * volume [6], window closed [7]. ccxt takes 6, and drops 1 and 7.
 */
export const gate: VenueFacts = {
  emptyMinutes: 'flat', volume: 'base',
  cap: 1000, depthMinutes: 10_000, spotOnly: SPOT_TYPES, rowsIn: listItself, quoteVolumeAt: 1, closedMark: { at: 7, closed: 'true' },
};
