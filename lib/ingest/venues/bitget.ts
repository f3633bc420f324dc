import { listUnder, SPOT_TYPES, type VenueFacts } from './capability';

/**
 * `GET /api/v2/spot/market/candles`, and `/history-candles` (200 rows, counted back from endTime, startTime ignored) for what
 * is older than 29 days: ccxt chooses by its clock, and only up to 200 rows keep `since` where it was. It sends
 * endTime = since + limit minutes; whether a row at endTime belongs to the reply is not documented, so one minute more is
 * asked in front. Rows before the range come along where minutes had no trade. Volume [5] is base for spot; [7] is quote
 * volume (dropped by ccxt).
 * Contracts, `/api/v2/mix/market/…`, with endpoints of their own for mark and index history: [5] base and [6] quote for linear
 * ones. For coin-margined ones the documentation says the same and replies were seen to be the other way round: ccxt takes [6]
 * as base since then, and the quote volume is left unread. Trades: `fills-history` holds 90 days, paged backwards.
 *
 * Documented: https://www.bitget.com/api-doc/spot/market/Get-Candle-Data,
 *   …/spot/market/Get-History-Candle-Data, …/contract/market/Get-History-Candle-Data,
 *   …/contract/market/Get-History-Mark-Candle-Data, …/contract/market/Get-History-Index-Candle-Data,
 *   …/spot/market/Get-Market-Trades
 * Read in ccxt alone: the choice of endpoint, endTime, and [6] as base of coin-margined contracts: ccxt, bitget.js,
 *   fetchOHLCV and parseOHLCV.
 * Assumed, stated nowhere: flat rows in silent minutes.
 * Longer candles: `1day` is Beijing's, `1Dutc` begins at 00:00 UTC: ccxt sends the latter.
 */
export const bitget: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 200,
  leadMinutes: 1,
  rowsMayPrecede: true,
  spotOnly: SPOT_TYPES,
  withPerps: { fetchMarkets: { types: ['spot', 'swap'] } },
  rowsIn: listUnder('data'),
  quoteVolumeAt: 7,
  kinds: { perp: { quoteVolumeAt: 6 }, mark: {}, index: {} },
  inverse: { quoteVolumeAt: undefined },
  // Of contracts ccxt cuts longer ranges off.
  longer: { utcDay: true, longestMinutes: 90 * 1440 },
};
