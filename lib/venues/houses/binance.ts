import { isComputed, type Kind } from '../../domain/market';
import { joined, listed, MINUTE_MS, type Asking, type RowShape, type TickerMarket } from '../asking';

/** The twelve columns of a kline, spot and contracts alike; which of the two volumes is base differs. */
const kline = (
  volume: 'baseVolume' | 'other',
  second: 'quoteVolume' | 'baseVolume' | 'other',
  isTraded = true,
): RowShape =>
  listed(
    ['open_time', 'milliseconds'],
    ['"Open', 'open'],
    ['"High', 'high'],
    ['"Low', 'low'],
    ['"Close', 'close'],
    ['"Volume', volume],
    ['close_time', 'lastMillisecond'],
    ['"quote_volume', second],
    ['count', isTraded ? 'trades' : 'other'],
    ['"taker_buy_volume', 'other'],
    ['"taker_buy_quote_volume', 'other'],
    ['"Ignore', 'other'],
  );

/** `startTime` and `endTime` are inclusive on the open time: a range of one minute has one row. */
const oneMinute = (ms: number) => ({ interval: '1m', startTime: ms, endTime: ms + MINUTE_MS - 1, limit: 1 });

/** https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints#klinecandlestick-data */
export const binance: Asking = {
  host: 'api.binance.com',
  request: (market, ms) =>
    market.kind === 'spot'
      ? { path: '/api/v3/klines', query: { symbol: joined(market), ...oneMinute(ms) } }
      : undefined,
  row: () => kline('baseVolume', 'quoteVolume'),
};

const PATHS: Readonly<Partial<Record<Kind, string>>> = {
  perp: 'klines',
  mark: 'markPriceKlines',
  index: 'indexPriceKlines',
};

/** Index klines are asked for by the pair, the others by the contract. */
const contracts = (host: string, root: string, symbolOf: (market: TickerMarket) => string, row: RowShape): Asking => ({
  host,
  request: (market, ms) => {
    const path = PATHS[market.kind];
    if (path === undefined) return undefined;
    const named = market.kind === 'index' ? { pair: joined(market) } : { symbol: symbolOf(market) };
    return { path: `${root}/${path}`, query: { ...named, ...oneMinute(ms) } };
  },
  row: ({ kind }) => (isComputed(kind) ? kline('other', 'other', false) : row),
});

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Kline-Candlestick-Data */
export const binanceusdm = contracts('fapi.binance.com', '/fapi/v1', joined, kline('baseVolume', 'quoteVolume'));

/** Volume counts contracts; where spot has the quote volume, base stands. …/coin-margined-futures/market-data/rest-api/Kline-Candlestick-Data */
export const binancecoinm = contracts(
  'dapi.binance.com',
  '/dapi/v1',
  (market) => `${joined(market)}_PERP`,
  kline('other', 'baseVolume'),
);
