import { listed, MINUTE_MS, SECOND_MS, type Asking } from '../asking';
import { krakenPair } from '../spelling';

/** All rows after `since`, which is exclusive; the rows stand under the pair's own id. https://docs.kraken.com/api-reference/market-data/get-ohlc-data */
export const kraken: Asking = {
  host: 'api.kraken.com',
  request: (market, ms) =>
    market.kind === 'spot'
      ? {
          path: '/0/public/OHLC',
          query: { pair: krakenPair(market), interval: 1, since: (ms - MINUTE_MS) / SECOND_MS },
        }
      : undefined,
  row: () =>
    listed(
      ['time', 'seconds'],
      ['"open', 'open'],
      ['"high', 'high'],
      ['"low', 'low'],
      ['"close', 'close'],
      ['"vwap', 'other'],
      ['"volume', 'baseVolume'],
      ['count', 'trades'],
    ),
  under: 'result.*',
  isOneOfMany: true,
};
