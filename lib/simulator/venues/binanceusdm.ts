import { plain, type VenueProfile } from '../profile';
import { futuresEndpoints } from './binanceKline';

/**
 * USD-M futures, `fapi.binance.com`: 500 rows unless asked, 1,500 at most; `startTime` and `endTime` inclusive on the open
 * time; oldest first. Volumes are base and quote. Index klines are asked by `pair`.
 */
export const binanceusdm: VenueProfile = {
  venue: 'binanceusdm',
  endpoints: futuresEndpoints({
    root: '/fapi/v1',
    keep: 'oldest',
    symbolOf: (market) => `${market.base}${market.quote}`,
    pairOf: (market) => `${market.base}${market.quote}`,
    volumes: (row, market) => [row.baseVolume.toFixed(market.volumeDecimals), row.quoteVolume.toFixed(6)],
  }),
  unknownPath: plain({ code: -5000, msg: 'Path not found' }, 404),
};
