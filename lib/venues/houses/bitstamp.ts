import { joined, keyed, SECOND_MS, type Asking } from '../asking';

/** Rows are counted back from `end`, inclusive. https://www.bitstamp.net/api/#tag/Market-info/operation/GetOHLCData */
export const bitstamp: Asking = {
  host: 'www.bitstamp.net',
  request: (market, ms) =>
    market.kind === 'spot'
      ? {
          path: `/api/v2/ohlc/${joined(market).toLowerCase()}/`,
          query: { step: 60, limit: 1, start: ms / SECOND_MS, end: ms / SECOND_MS },
        }
      : undefined,
  row: () =>
    keyed(
      ['"timestamp', 'seconds'],
      ['"open', 'open'],
      ['"high', 'high'],
      ['"low', 'low'],
      ['"close', 'close'],
      ['"volume', 'baseVolume'],
    ),
  under: 'data.ohlc',
};
