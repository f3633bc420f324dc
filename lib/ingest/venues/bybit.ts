import { listUnder, SPOT_TYPES, type VenueFacts } from './capability';

/**
 * `GET /v5/market/kline`, category spot. ccxt sends start and limit, unclamped, and no end. Newest first. Volume [5] is base
 * for spot; [6] is turnover in quote, dropped by ccxt.
 */
export const bybit: VenueFacts = { emptyMinutes: 'flat', volume: 'base', cap: 1000, spotOnly: SPOT_TYPES, rowsIn: listUnder('result', 'list'), quoteVolumeAt: 6 };
