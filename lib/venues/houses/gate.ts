import { isComputed, type Kind } from '../../domain/market';
import { keyed, listed, SECOND_MS, underscored, type Asking, type TickerMarket } from '../asking';

const PREFIX: Readonly<Partial<Record<Kind, string>>> = { mark: 'mark_', index: 'index_' };
/** Contracts quoted in USD are settled in their base. */
const settleOf = ({ base, quote }: TickerMarket): string => (quote === 'USD' ? base : quote).toLowerCase();

const PRICES = [
  ['t', 'seconds'],
  ['"o', 'open'],
  ['"h', 'high'],
  ['"l', 'low'],
  ['"c', 'close'],
] as const;

/** `from` and `to` are inclusive, and no `limit` may stand beside them. https://www.gate.com/docs/developers/apiv4/en/#market-k-line-chart, …#futures-market-k-line-chart */
export const gate: Asking = {
  host: 'api.gateio.ws',
  request: (market, ms) => {
    const bounds = { interval: '1m', from: ms / SECOND_MS, to: ms / SECOND_MS };
    return market.kind === 'spot'
      ? { path: '/api/v4/spot/candlesticks', query: { currency_pair: underscored(market), ...bounds } }
      : {
          path: `/api/v4/futures/${settleOf(market)}/candlesticks`,
          query: { contract: `${PREFIX[market.kind] ?? ''}${underscored(market)}`, ...bounds },
        };
  },
  row: ({ kind }) =>
    kind === 'spot'
      ? listed(
          ['"time', 'seconds'],
          ['"quote_volume', 'quoteVolume'],
          ['"close', 'close'],
          ['"high', 'high'],
          ['"low', 'low'],
          ['"open', 'open'],
          ['"base_volume', 'baseVolume'],
          ['"window_close', 'other'],
        )
      : isComputed(kind)
        ? keyed(...PRICES)
        : keyed(...PRICES, ['v', 'other'], ['"sum', 'quoteVolume']),
};
