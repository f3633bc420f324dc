import { MINUTE_MS } from '../../domain/minute';
import { GMT8_DAY, HOUR, MINUTE, MINUTES_15, MINUTES_5, type Span } from '../longer';
import {
  codesOf,
  limitOf,
  marketOf,
  plain,
  spanOf,
  wholeOf,
  type Answer,
  type Ask,
  type CandlePage,
  type VenueProfile,
} from '../profile';
import type { SimulatedMarket } from '../scenario';

/** `/market/history/kline`: "The number of data returns", 150 unless asked, 1 to 2,000. */
const RECENT = { usual: 150, cap: 2_000 };
/** `/market/history/candles`: 150 unless asked; more than 1,000 are answered with none. */
const HISTORY = { usual: 150, cap: 1_000 };

/** Days begin by Singapore's and Beijing's clock. */
const PERIODS = { '1min': MINUTE, '5min': MINUTES_5, '15min': MINUTES_15, '60min': HOUR, '1day': GMT8_DAY };

/** What a request for candles names. */
interface Asked {
  readonly market: SimulatedMarket;
  readonly span: Span;
}

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`.toLowerCase();
const fine = (ask: Ask, body: unknown): unknown => ({ status: 'ok', ts: ask.nowMs, data: body });
const wrong = (ask: Ask, message: string): Answer =>
  plain({ ts: ask.nowMs, status: 'error', 'err-code': 'invalid-parameter', 'err-msg': message });

const symbol = (market: SimulatedMarket): object => ({
  symbol: idOf(market),
  'base-currency': market.base.toLowerCase(),
  'quote-currency': market.quote.toLowerCase(),
  state: 'online',
  'api-trading': 'enabled',
  'price-precision': market.priceDecimals,
  'amount-precision': market.volumeDecimals,
  'value-precision': 8,
  'symbol-partition': 'main',
  'leverage-ratio': 1,
  'min-order-amt': 10 ** -market.volumeDecimals,
  'max-order-amt': 1_000_000,
  'min-order-value': 10,
  tags: '',
});

const currency = (code: string): object => ({
  currency: code.toLowerCase(),
  assetType: code === 'USD' ? 2 : 1,
  chains: [],
  instStatus: 'normal',
});

/** One delisted contract a list: none are simulated, but the venue's lists are never empty and clients take an empty one for a failure. */
const NO_LINEAR = [
  {
    symbol: 'NONE',
    contract_code: 'NONE-USDT',
    contract_size: 1,
    price_tick: 0.1,
    delivery_date: '',
    delivery_time: '',
    create_date: '20200101',
    contract_status: 0,
    settlement_date: '',
    support_margin_mode: 'all',
    business_type: 'swap',
    pair: 'NONE-USDT',
    contract_type: 'swap',
    trade_partition: 'USDT',
  },
];
const NO_INVERSE = [
  {
    symbol: 'NONE',
    contract_code: 'NONE-USD',
    contract_size: 10,
    price_tick: 0.1,
    delivery_time: '',
    create_date: '20200101',
    contract_status: 0,
    settlement_date: '',
  },
];
const NO_FUTURE = [
  {
    symbol: 'NONE',
    contract_code: 'NONE200327',
    contract_type: 'quarter',
    contract_size: 10,
    price_tick: 0.1,
    delivery_date: '20200327',
    delivery_time: '1585296000000',
    create_date: '20200101',
    contract_status: 0,
    settlement_time: '1585296000000',
  },
];

/** What both endpoints share: newest first; a minute without a trade is a flat row (`amount` 0, `count` 0); the open candle is served. */
const page = (
  ask: Ask,
  { market, span }: Asked,
  part: Pick<CandlePage, 'from' | 'to' | 'limit' | 'keep'>,
): CandlePage => ({
  kind: 'candles',
  market,
  span,
  ...part,
  order: 'descending',
  emptyMinutes: 'flat',
  servesForming: true,
  // `amount` is in the base, `vol` in the quote.
  write: (rows) => ({
    status: 'ok',
    ch: `market.${idOf(market)}.kline.${ask.query.get('period') ?? ''}`,
    ts: ask.nowMs,
    data: rows.map((row) => ({
      id: (row.minute * MINUTE_MS) / 1000,
      open: row.open,
      close: row.close,
      low: row.low,
      high: row.high,
      amount: row.baseVolume,
      vol: row.quoteVolume,
      count: row.trades,
    })),
  }),
});

/** Answers for the market asked for; else with the venue's refusal, under HTTP 200. */
const forMarket =
  (answer: (ask: Ask, asked: Asked) => Answer) =>
  (ask: Ask): Answer => {
    const span = spanOf(PERIODS, ask.query.get('period'));
    if (span === undefined) return wrong(ask, 'invalid period');
    const market = marketOf(ask, ask.query.get('symbol'), idOf);
    return market === undefined ? wrong(ask, 'invalid symbol') : answer(ask, { market, span });
  };

/** The documented endpoint: the latest `size` candles, no bounds. */
function kline(ask: Ask, asked: Asked): Answer {
  const size = wholeOf(ask.query, 'size') ?? RECENT.usual;
  if (size < 1 || size > RECENT.cap) return wrong(ask, `invalid size, valid range: [1,${String(RECENT.cap)}]`);
  return page(ask, asked, { from: undefined, to: undefined, limit: size, keep: 'newest' });
}

/**
 * The endpoint that reaches back, which ccxt calls and the documentation leaves out: `from` and `to` in seconds, both
 * inclusive on the open time (so its users reckon); with `from` the oldest rows after it come, else the newest.
 */
function history(ask: Ask, asked: Asked): Answer {
  const [from, to] = [wholeOf(ask.query, 'from'), wholeOf(ask.query, 'to')];
  if ((wholeOf(ask.query, 'size') ?? HISTORY.usual) > HISTORY.cap) return plain(fine(ask, []));
  return page(ask, asked, {
    from: from === undefined ? undefined : Math.ceil(from / 60),
    to: to === undefined ? undefined : Math.floor(to / 60) + 1,
    limit: limitOf(ask.query, 'size', HISTORY.usual, HISTORY.cap),
    keep: from === undefined ? 'newest' : 'oldest',
  });
}

export const htx: VenueProfile = {
  venue: 'htx',
  endpoints: [
    { path: /^\/market\/history\/kline$/, answer: forMarket(kline) },
    { path: /^\/market\/history\/candles$/, answer: forMarket(history) },
    { path: /^\/v1\/common\/symbols$/, answer: (ask) => plain(fine(ask, ask.markets.map(symbol))) },
    { path: /^\/v2\/reference\/currencies$/, answer: (ask) => plain({ code: 200, data: codesOf(ask).map(currency) }) },
    { path: /^\/v1\/common\/timestamp$/, answer: (ask) => plain({ status: 'ok', data: ask.nowMs }) },
    { path: /^\/linear-swap-api\/v1\/swap_contract_info$/, answer: (ask) => plain(fine(ask, NO_LINEAR)) },
    { path: /^\/swap-api\/v1\/swap_contract_info$/, answer: (ask) => plain(fine(ask, NO_INVERSE)) },
    { path: /^\/api\/v1\/contract_contract_info$/, answer: (ask) => plain(fine(ask, NO_FUTURE)) },
  ],
  unknownPath: plain({ status: 'error', 'err-code': 'invalid-parameter', 'err-msg': 'invalid request path' }, 404),
};
