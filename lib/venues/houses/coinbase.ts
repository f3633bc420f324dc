import { dashed, listed, type Asking } from '../asking';

/** `start` and `end` are inclusive; low and high stand before open. https://docs.cloud.coinbase.com/exchange/reference/exchangerestapi_getproductcandles */
export const coinbase: Asking = {
  host: 'api.exchange.coinbase.com',
  request: (market, ms) => {
    const at = new Date(ms).toISOString();
    return market.kind === 'spot'
      ? { path: `/products/${dashed(market)}/candles`, query: { granularity: 60, start: at, end: at } }
      : undefined;
  },
  row: () =>
    listed(
      ['time', 'seconds'],
      ['low', 'low'],
      ['high', 'high'],
      ['open', 'open'],
      ['close', 'close'],
      ['volume', 'baseVolume'],
    ),
};
