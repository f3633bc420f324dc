import { keyed, underscored, type Asking } from '../asking';

/** A millisecond on either side: whether the bounds count is not documented. https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#public-get-candlestick */
export const cryptocom: Asking = {
  host: 'api.crypto.com',
  request: (market, ms) =>
    market.kind === 'spot'
      ? {
          path: '/exchange/v1/public/get-candlestick',
          query: { instrument_name: underscored(market), timeframe: '1m', start_ts: ms - 1, end_ts: ms + 1, count: 1 },
        }
      : undefined,
  row: () =>
    keyed(['"o', 'open'], ['"h', 'high'], ['"l', 'low'], ['"c', 'close'], ['"v', 'baseVolume'], ['t', 'milliseconds']),
  under: 'result.data',
};
