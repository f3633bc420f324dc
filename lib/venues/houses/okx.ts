import { isComputed, type Kind } from '../../domain/market';
import { dashed, listed, MINUTE_MS, type Asking } from '../asking';

const PATHS: Readonly<Record<Kind, string>> = {
  spot: 'history-candles',
  perp: 'history-candles',
  mark: 'history-mark-price-candles',
  index: 'history-index-candles',
};

const PRICES = [
  ['"ts', 'milliseconds'],
  ['"o', 'open'],
  ['"h', 'high'],
  ['"l', 'low'],
  ['"c', 'close'],
] as const;

/**
 * The endpoint of history, which ccxt asks for all that is older than a day; both bounds are exclusive. An index is named by the pair, a
 * mark price by its contract. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks-history
 */
export const okx: Asking = {
  host: 'www.okx.com',
  request: (market, ms) => ({
    path: `/api/v5/market/${PATHS[market.kind]}`,
    query: {
      instId: market.kind === 'perp' || market.kind === 'mark' ? `${dashed(market)}-SWAP` : dashed(market),
      bar: '1m',
      before: ms - 1,
      after: ms + MINUTE_MS,
      limit: 1,
    },
  }),
  row: ({ kind }) =>
    isComputed(kind)
      ? listed(...PRICES, ['"confirm', 'other'])
      : listed(
          ...PRICES,
          ['"vol', kind === 'spot' ? 'baseVolume' : 'other'],
          ['"volCcy', kind === 'spot' ? 'quoteVolume' : 'baseVolume'],
          ['"volCcyQuote', 'quoteVolume'],
          ['"confirm', 'other'],
        ),
  under: 'data',
};
