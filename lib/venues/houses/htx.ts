import { joined, keyed, SECOND_MS, type Asking } from '../asking';

/** The endpoint that reaches back, as ccxt asks it; the documentation, https://huobiapi.github.io/docs/spot/v1/en/#get-klines-candles, describes the recent one. */
export const htx: Asking = {
  host: 'api.huobi.pro',
  request: (market, ms) =>
    market.kind === 'spot'
      ? {
          path: '/market/history/candles',
          query: { symbol: joined(market).toLowerCase(), period: '1min', from: ms / SECOND_MS, size: 1 },
        }
      : undefined,
  row: () =>
    keyed(
      ['id', 'seconds'],
      ['open', 'open'],
      ['close', 'close'],
      ['low', 'low'],
      ['high', 'high'],
      ['amount', 'baseVolume'],
      ['vol', 'quoteVolume'],
      ['count', 'trades'],
    ),
  under: 'data',
};
