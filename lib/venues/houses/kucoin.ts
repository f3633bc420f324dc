import { isComputed, type Kind } from '../../domain/market';
import { dashed, listed, MINUTE_MS, SECOND_MS, type Asking, type TickerMarket } from '../asking';

/** Whether a row at `endAt` belongs to the reply is not documented. https://www.kucoin.com/docs-new/rest/spot-trading/market-data/get-klines */
export const kucoin: Asking = {
  host: 'api.kucoin.com',
  request: (market, ms) =>
    market.kind === 'spot'
      ? {
          path: '/api/v1/market/candles',
          query: {
            symbol: dashed(market),
            type: '1min',
            startAt: ms / SECOND_MS,
            endAt: (ms + MINUTE_MS) / SECOND_MS,
          },
        }
      : undefined,
  row: () =>
    listed(
      ['"time', 'seconds'],
      ['"open', 'open'],
      ['"close', 'close'],
      ['"high', 'high'],
      ['"low', 'low'],
      ['"volume', 'baseVolume'],
      ['"turnover', 'quoteVolume'],
    ),
  under: 'data',
};

/** `XBTUSDTM`: KuCoin's futures call Bitcoin XBT. */
const contractOf = ({ base, quote }: TickerMarket): string => `${base === 'BTC' ? 'XBT' : base}${quote}M`;

/**
 * Contracts by https://www.kucoin.com/docs-new/rest/futures-trading/market-data/get-klines; mark and index prices by the unified interface,
 * https://www.kucoin.com/docs-new/rest/ua/get-klines, which is served by another host.
 */
export const kucoinfutures: Asking = {
  host: 'api-futures.kucoin.com',
  request: (market, ms) => {
    const suffix = SUFFIX[market.kind];
    if (market.kind === 'spot') return undefined;
    return suffix === undefined
      ? {
          path: '/api/v1/kline/query',
          query: { symbol: contractOf(market), granularity: 1, from: ms, to: ms + MINUTE_MS },
        }
      : {
          host: 'api.kucoin.com',
          under: 'data.list',
          path: '/api/ua/v1/market/kline',
          query: {
            tradeType: 'FUTURES',
            symbol: `${contractOf(market)}-${suffix}`,
            interval: '1min',
            startAt: ms / SECOND_MS,
            endAt: (ms + MINUTE_MS) / SECOND_MS,
          },
        };
  },
  row: ({ kind }) =>
    isComputed(kind)
      ? listed(['"time', 'seconds'], ['"open', 'open'], ['"close', 'close'], ['"high', 'high'], ['"low', 'low'])
      : listed(
          ['time', 'milliseconds'],
          ['open', 'open'],
          ['high', 'high'],
          ['low', 'low'],
          ['close', 'close'],
          ['volume', 'other'],
          ['turnover', 'other'],
        ),
  under: 'data',
};

const SUFFIX: Readonly<Partial<Record<Kind, string>>> = { mark: 'mark-price', index: 'index-price' };
