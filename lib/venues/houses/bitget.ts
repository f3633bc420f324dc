import { isComputed, type Kind } from '../../domain/market';
import { joined, listed, MINUTE_MS, type Asking, type TickerMarket } from '../asking';

const PATHS: Readonly<Record<Kind, string>> = {
  spot: 'spot/market/history-candles',
  perp: 'mix/market/history-candles',
  mark: 'mix/market/history-mark-candles',
  index: 'mix/market/history-index-candles',
};

/** Contracts quoted in USD are settled in their coin; a USDC contract is called after its base alone, as in BTCPERP. */
const contract = (market: TickerMarket): { readonly symbol: string; readonly productType: string } =>
  market.quote === 'USDC'
    ? { symbol: `${market.base}PERP`, productType: 'USDC-FUTURES' }
    : { symbol: joined(market), productType: market.quote === 'USD' ? 'COIN-FUTURES' : 'USDT-FUTURES' };

/** Rows are counted back from `endTime`. https://www.bitget.com/api-doc/spot/market/Get-History-Candle-Data, …/contract/market/Get-History-Candle-Data */
export const bitget: Asking = {
  host: 'api.bitget.com',
  request: (market, ms) => {
    const isSpot = market.kind === 'spot';
    return {
      path: `/api/v2/${PATHS[market.kind]}`,
      query: {
        ...(isSpot ? { symbol: joined(market) } : contract(market)),
        granularity: isSpot ? '1min' : '1m',
        endTime: ms + MINUTE_MS,
        limit: 1,
      },
    };
  },
  row: ({ kind, quote }) => {
    // Of coin-margined contracts replies were seen that had the two volumes the other way round than documented.
    const isSure = !isComputed(kind) && (kind === 'spot' || quote !== 'USD');
    return listed(
      ['"ts', 'milliseconds'],
      ['"open', 'open'],
      ['"high', 'high'],
      ['"low', 'low'],
      ['"close', 'close'],
      ['"base_volume', isSure ? 'baseVolume' : 'other'],
      [kind === 'spot' ? '"usdt_volume' : '"quote_volume', isSure && kind !== 'spot' ? 'quoteVolume' : 'other'],
      ...(kind === 'spot' ? ([['"quote_volume', 'quoteVolume']] as const) : []),
    );
  },
  under: 'data',
};
