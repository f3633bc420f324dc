import { MINUTE_MS } from '../../domain/minute';
import { HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import {
  codesOf,
  limitOf,
  marketOf,
  plain,
  spanOf,
  tickOf,
  wholeOf,
  type Answer,
  type Ask,
  type Endpoint,
  type VenueProfile,
} from '../profile';
import type { SimulatedMarket } from '../scenario';
import { coinbaseTrades } from '../trades/endpoints';

/** The Exchange API and the Advanced Trade API alike refuse to aggregate more than 300 buckets. */
const CAP = 300;

/** The Exchange API's granularities, in seconds. */
const GRANULARITIES = { '60': MINUTE, '300': MINUTES_5, '900': MINUTES_15, '3600': HOUR, '86400': UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}-${market.quote}`;
const isFiat = (code: string): boolean => code === 'USD' || code === 'EUR';
const secondsOf = (ms: number): number => ms / 1000;

/** Reads the Exchange API's `start` and `end`: ISO 8601, or seconds since 1970. */
function instantOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * The Exchange API's candles: 300 at most, a longer range is refused; both bounds inclusive; newest first; columns time,
 * low, high, open, close, volume; a minute without a trade has no row, and a row may precede `start`.
 */
function exchangeCandles(ask: Ask): Answer {
  const market = marketOf(ask, ask.named['id'] ?? null, idOf);
  if (market === undefined) return plain({ message: 'NotFound' }, 404);
  const span = spanOf(GRANULARITIES, ask.query.get('granularity'));
  if (span === undefined) return plain({ message: 'Unsupported granularity' }, 400);
  const start = instantOf(ask.query, 'start');
  const end = instantOf(ask.query, 'end');
  if (start !== undefined && end !== undefined && (end - start) / (span.minutes * MINUTE_MS) > CAP) {
    return plain(
      {
        message: `granularity too small for the requested time range. Count of aggregations requested exceeds ${String(CAP)}`,
      },
      400,
    );
  }
  return {
    kind: 'candles',
    market,
    span,
    limit: CAP,
    keep: 'newest',
    order: 'descending',
    from: start === undefined ? undefined : Math.floor(start / MINUTE_MS),
    to: end === undefined ? undefined : Math.floor(end / MINUTE_MS) + 1,
    emptyMinutes: 'omitted',
    servesForming: true,
    mayPrecede: true,
    write: {
      row: (row) =>
        `[${String(secondsOf(row.minute * MINUTE_MS))},${String(row.low)},${String(row.high)},${String(row.open)},${String(row.close)},${String(row.baseVolume)}]`,
      body: (rows) => `[${rows}]`,
    },
  };
}

/** The Advanced Trade API's candles: seconds, rows as objects of strings, newest first. */
function advancedCandles(ask: Ask): Answer {
  const market = marketOf(ask, ask.named['id'] ?? null, idOf);
  if (market === undefined)
    return plain(
      { error: 'NOT_FOUND', error_details: 'valid product_id is required', message: 'valid product_id is required' },
      404,
    );
  const start = wholeOf(ask.query, 'start');
  const end = wholeOf(ask.query, 'end');
  if (start === undefined || end === undefined || (end - start) / 60 > CAP) {
    return plain(
      {
        error: 'INVALID_ARGUMENT',
        error_details: `start and end argument is invalid - number of candles requested should be less than ${String(CAP + 50)}`,
        message: '',
      },
      400,
    );
  }
  return {
    kind: 'candles',
    market,
    limit: limitOf(ask.query, 'limit', CAP, CAP),
    keep: 'newest',
    order: 'descending',
    from: Math.ceil(start / 60),
    to: Math.floor(end / 60) + 1,
    emptyMinutes: 'omitted',
    servesForming: true,
    write: (rows) => ({
      candles: rows.map((row) => ({
        start: String(secondsOf(row.minute * MINUTE_MS)),
        low: String(row.low),
        high: String(row.high),
        open: String(row.open),
        close: String(row.close),
        volume: String(row.baseVolume),
      })),
    }),
  };
}

function trades(ask: Ask): Answer {
  const market = marketOf(ask, ask.named['id'] ?? null, idOf);
  return market === undefined ? plain({ message: 'NotFound' }, 404) : coinbaseTrades(ask, market);
}

const product = (market: SimulatedMarket): object => ({
  id: idOf(market),
  base_currency: market.base,
  quote_currency: market.quote,
  quote_increment: tickOf(market.priceDecimals),
  base_increment: tickOf(market.volumeDecimals),
  display_name: `${market.base}/${market.quote}`,
  min_market_funds: '1',
  margin_enabled: false,
  fx_stablecoin: false,
  max_slippage_percentage: '0.02000000',
  post_only: false,
  limit_only: false,
  cancel_only: false,
  trading_disabled: false,
  status: 'online',
  status_message: '',
  auction_mode: false,
});

const currency = (code: string): object => ({
  id: code,
  name: code,
  status: 'online',
  message: '',
  max_precision: isFiat(code) ? '0.01' : '0.00000001',
  convertible_to: [],
  details: { type: isFiat(code) ? 'fiat' : 'crypto', min_withdrawal_amount: 0.01 },
  supported_networks: [],
});

const advancedProduct = (market: SimulatedMarket): object => ({
  product_id: idOf(market),
  product_type: 'SPOT',
  status: 'online',
  trading_disabled: false,
  is_disabled: false,
  base_currency_id: market.base,
  quote_currency_id: market.quote,
  base_name: market.base,
  quote_name: market.quote,
  price_increment: tickOf(market.priceDecimals),
  quote_increment: tickOf(market.priceDecimals),
  base_increment: tickOf(market.volumeDecimals),
  base_min_size: tickOf(market.volumeDecimals),
  base_max_size: '1000000',
  quote_min_size: '1',
  quote_max_size: '10000000',
  alias: '',
  alias_to: [],
});

const stamp = (ask: Ask): { iso: string; epoch: number } => ({
  iso: new Date(ask.nowMs).toISOString(),
  epoch: secondsOf(ask.nowMs),
});

/** `api.exchange.coinbase.com`: ccxt's `coinbaseexchange`. */
const exchangeApi: readonly Endpoint[] = [
  { path: /^\/products\/(?<id>[^/]+)\/candles$/, answer: exchangeCandles },
  { path: /^\/products\/(?<id>[^/]+)\/trades$/, answer: trades },
  { path: /^\/products$/, answer: (ask) => plain(ask.markets.map(product)) },
  { path: /^\/currencies$/, answer: (ask) => plain(codesOf(ask).map(currency)) },
  { path: /^\/time$/, answer: (ask) => plain(stamp(ask)) },
];

/** `api.coinbase.com`: ccxt's `coinbase`. */
const advancedTradeApi: readonly Endpoint[] = [
  { path: /^\/api\/v3\/brokerage\/market\/products\/(?<id>[^/]+)\/candles$/, answer: advancedCandles },
  {
    path: /^\/api\/v3\/brokerage\/market\/products$/,
    answer: (ask) => {
      const products = ask.query.get('product_type') === 'FUTURE' ? [] : ask.markets.map(advancedProduct);
      return plain({ products, num_products: products.length });
    },
  },
  {
    path: /^\/v2\/currencies$/,
    answer: (ask) =>
      plain({
        data: codesOf(ask)
          .filter(isFiat)
          .map((id) => ({ id, name: id, min_size: '0.01000000' })),
      }),
  },
  {
    path: /^\/v2\/currencies\/crypto$/,
    answer: (ask) =>
      plain({
        data: codesOf(ask)
          .filter((code) => !isFiat(code))
          .map((code) => ({ asset_id: code, code, name: code, exponent: 8, type: 'crypto' })),
      }),
  },
  { path: /^\/v2\/exchange-rates$/, answer: () => plain({ data: { currency: 'USD', rates: {} } }) },
  {
    path: /^\/v2\/time$/,
    answer: (ask) => plain({ data: { ...stamp(ask), epoch: Math.floor(secondsOf(ask.nowMs)) } }),
  },
];

export const coinbase: VenueProfile = {
  venue: 'coinbase',
  endpoints: [...exchangeApi, ...advancedTradeApi],
  unknownPath: plain({ message: 'NotFound' }, 404),
};
