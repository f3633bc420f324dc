import { listUnder, SPOT_TYPES, type VenueFacts } from './capability';

/**
 * `GET /api/v5/market/candles`, and `/history-candles` for what is older than 1,439 minutes: ccxt chooses by its clock. It
 * sends before = since − 1 ms and after = since + limit minutes, both exclusive, so exactly `limit` minutes. Newest first.
 * Volume [5] is base for spot (ccxt takes 5 there, 6 for contracts); [7] is quote volume; [8], `confirm`, is 1 once the
 * minute is over.
 */
export const okx: VenueFacts = {
  emptyMinutes: 'flat', volume: 'base',
  cap: 300, spotOnly: SPOT_TYPES, rowsIn: listUnder('data'), quoteVolumeAt: 7, closedMark: { at: 8, closed: '1' },
};
