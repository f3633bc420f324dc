import { isComputed, type Kind } from '../../domain/market';
import { joined, listed, type Asking, type TickerMarket } from '../asking';

const PATHS: Readonly<Record<Kind, string>> = {
  spot: 'kline',
  perp: 'kline',
  mark: 'mark-price-kline',
  index: 'index-price-kline',
};

/** Contracts quoted in USD are inverse: counted in USD, turned over in the base. */
const categoryOf = ({ kind, quote }: TickerMarket): string =>
  kind === 'spot' ? 'spot' : quote === 'USD' ? 'inverse' : 'linear';

/** A USDC contract is called after its base alone, as in BTCPERP. */
const symbolOf = (market: TickerMarket): string =>
  market.kind !== 'spot' && market.quote === 'USDC' ? `${market.base}PERP` : joined(market);

const PRICES = [
  ['"startTime', 'milliseconds'],
  ['"openPrice', 'open'],
  ['"highPrice', 'high'],
  ['"lowPrice', 'low'],
  ['"closePrice', 'close'],
] as const;

/** `start` means the candle that holds it, `end` is inclusive. https://bybit-exchange.github.io/docs/v5/market/kline */
export const bybit: Asking = {
  host: 'api.bybit.com',
  request: (market, ms) => ({
    path: `/v5/market/${PATHS[market.kind]}`,
    query: { category: categoryOf(market), symbol: symbolOf(market), interval: '1', start: ms, end: ms, limit: 1 },
  }),
  row: (market) =>
    isComputed(market.kind)
      ? listed(...PRICES)
      : categoryOf(market) === 'inverse'
        ? listed(...PRICES, ['"volume', 'other'], ['"turnover', 'baseVolume'])
        : listed(...PRICES, ['"volume', 'baseVolume'], ['"turnover', 'quoteVolume']),
  under: 'result.list',
};
