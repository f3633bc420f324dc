import { listUnder, SPOT_TYPES, type VenueFacts } from './capability';

/**
 * `GET /api/v2/spot/market/candles`, and `/history-candles` (200 rows, counted back from endTime, startTime ignored) for what
 * is older than 29 days: ccxt chooses by its clock, and only up to 200 rows keep `since` where it was. It sends
 * endTime = since + limit minutes; whether a row at endTime belongs to the reply is not documented, so one minute more is
 * asked in front. Rows before the range come along where minutes had no trade. Volume [5] is base for spot; [7] is quote
 * volume (dropped by ccxt).
 */
export const bitget: VenueFacts = {
  emptyMinutes: 'flat', volume: 'base',
  cap: 200, leadMinutes: 1, rowsMayPrecede: true, spotOnly: SPOT_TYPES, rowsIn: listUnder('data'), quoteVolumeAt: 7,
};
