import { listed, type Asking } from '../asking';
import { bitfinexPair } from '../spelling';

/** `start` and `end` are inclusive; `sort=1`: oldest first. https://docs.bitfinex.com/reference/rest-public-candles */
export const bitfinex: Asking = {
  host: 'api-pub.bitfinex.com',
  request: (market, ms) =>
    market.kind === 'spot'
      ? {
          path: `/v2/candles/trade:1m:t${bitfinexPair(market)}/hist`,
          query: { sort: 1, start: ms, end: ms, limit: 1 },
        }
      : undefined,
  row: () =>
    listed(
      ['MTS', 'milliseconds'],
      ['OPEN', 'open'],
      ['CLOSE', 'close'],
      ['HIGH', 'high'],
      ['LOW', 'low'],
      ['VOLUME', 'baseVolume'],
    ),
};
