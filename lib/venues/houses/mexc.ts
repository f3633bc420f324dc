import { joined, listed, MINUTE_MS, type Asking } from '../asking';

/** `endTime` is exclusive, by ccxt. https://www.mexc.com/api-docs/spot-v3/market-data-endpoints/klinecandlestick-data */
export const mexc: Asking = {
  host: 'api.mexc.com',
  request: (market, ms) =>
    market.kind === 'spot'
      ? {
          path: '/api/v3/klines',
          query: { symbol: joined(market), interval: '1m', startTime: ms, endTime: ms + MINUTE_MS, limit: 1 },
        }
      : undefined,
  row: () =>
    listed(
      ['open_time', 'milliseconds'],
      ['"Open', 'open'],
      ['"High', 'high'],
      ['"Low', 'low'],
      ['"Close', 'close'],
      ['"Volume', 'baseVolume'],
      ['close_time', 'nextMillisecond'],
      ['"quote_volume', 'quoteVolume'],
    ),
};
