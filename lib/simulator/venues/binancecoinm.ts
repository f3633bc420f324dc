import { plain, type VenueProfile } from '../profile';
import { futuresEndpoints } from './binanceKline';

/**
 * COIN-M futures, `dapi.binance.com`: as USD-M, but of a range longer than the limit the newest rows stay, a range is at
 * most 200 days, and the volumes are contracts (of 10 or 100 USD) and base.
 */
export const binancecoinm: VenueProfile = {
  venue: 'binancecoinm',
  endpoints: futuresEndpoints({
    root: '/dapi/v1',
    keep: 'newest',
    longestDays: 200,
    symbolOf: (market) => `${market.base}${market.quote}_PERP`,
    pairOf: (market) => `${market.base}${market.quote}`,
    volumes: (row, market) => [String(Math.round(row.quoteVolume / market.contract.size)), row.baseVolume.toFixed(8)],
  }),
  unknownPath: plain({ code: -5000, msg: 'Path not found' }, 404),
};
