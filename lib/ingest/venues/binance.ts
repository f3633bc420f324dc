import { listItself, SPOT_TYPES, type VenueFacts } from './capability';

/**
 * `GET /api/v3/klines`. ccxt sends startTime and limit (min(limit, 1000)) and no endTime for spot: the reply is the first
 * rows at or after `since`. Volume [5] is base; [7] quote volume and [8] trade count are dropped by ccxt. Minutes without a
 * trade come as flat rows of volume 0.
 */
export const binance: VenueFacts = { emptyMinutes: 'flat', volume: 'base', cap: 1000, spotOnly: SPOT_TYPES, rowsIn: listItself, quoteVolumeAt: 7, tradesAt: 8 };
