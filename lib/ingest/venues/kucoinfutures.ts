import { listUnder, type CandleFacts, type VenueFacts } from './capability';

/** `GET /api/ua/v1/market/kline` for the contract's symbol with -mark-price or -index-price: seconds, open, close, high, low. */
const COMPUTED: Partial<CandleFacts> = { cap: 1500, rowsAsked: 1499, rowsIn: listUnder('data', 'list') };

/**
 * KuCoin Futures, `GET /api/v1/kline/query`, ccxt's class `kucoinfutures`. ccxt sends from and to = from + limit minutes in
 * milliseconds and keeps to 200 rows; one less is asked because a row at `to` itself may belong to the reply. Columns
 * milliseconds, open, high, low, close, volume [5] in contracts. Minutes without a trade have no row.
 *
 * Documented: https://www.kucoin.com/docs-new/rest/futures-trading/market-data/get-klines,
 *   https://www.kucoin.com/docs-new/rest/ua/get-klines (mark and index)
 * Read in ccxt alone: the 200 rows asked: ccxt, kucoin.js, fetchOHLCV.
 * Longer candles: days are taken to be UTC, stated nowhere; a row of another opening would not be stored.
 */
export const kucoinfutures: VenueFacts = {
  emptyMinutes: 'omitted',
  volume: 'contracts',
  noSpot: true,
  cap: 200,
  rowsAsked: 199,
  rowsIn: listUnder('data'),
  kinds: { perp: {}, mark: COMPUTED, index: COMPUTED },
  longer: { utcDay: true },
};
