import { DEPTH_MINUTES } from '../../venues/depth';
import { listUnder, type VenueFacts } from './capability';

/**
 * `GET /exchange/v1/public/get-candlestick`. ccxt sends start_ts = since − 1 minute, end_ts = since + limit minutes and count = limit: a
 * row of the minute before may come along, and one at end_ts. As many as the cap are counted, and two fewer minutes asked, so that neither pushes
 * one out. Oldest first; objects t (ms), o, h, l, c, v (base). No quote volume, no trade count. How far back 1m rows reach is not
 * documented: what is older than 30 days is not asked, for of an empty reply it would not be known what it says. Errors carry a code
 * other than 0, which ccxt raises.
 *
 * Documented: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#public-get-candlestick
 * Read in ccxt alone: start_ts, end_ts and count that are sent: ccxt, cryptocom.js, fetchOHLCV.
 * Minutes without a trade have no row, by the venue's own repository: https://github.com/crypto-com/cdcx-cli/pull/3.
 * Longer candles: days are taken to be UTC, stated nowhere; a row of another opening would not be stored.
 */
export const cryptocom: VenueFacts = {
  emptyMinutes: 'omitted',
  volume: 'base',
  cap: 300,
  rowsAsked: 298,
  depthMinutes: DEPTH_MINUTES.cryptocom,
  rowsMayPrecede: true,
  params: { count: 300 },
  rowsIn: listUnder('result', 'data'),
  mainQuote: 'USD',
  longer: { utcDay: true },
};
