import type { Candle } from '../../domain/candle';
import { isComputed, type Kind } from '../../domain/market';
import { MINUTE_MS } from '../../domain/minute';
import { candleHolding, HOUR, MINUTE, MINUTES_15, MINUTES_5, openingOf, UTC_DAY } from '../longer';
import {
  codesOf,
  contractOf,
  limitOf,
  marketOf,
  plain,
  spanOf,
  tickOf,
  wholeOf,
  type Answer,
  type Ask,
  type VenueProfile,
} from '../profile';
import type { ContractMarket, SimulatedMarket } from '../scenario';

const CAP = 1_000;
/** The latest candles the endpoint reaches, about seven days of minutes. */
const REACH = 10_000;

/** Spot and futures alike; days are UTC. */
const INTERVALS = { '1m': MINUTE, '5m': MINUTES_5, '15m': MINUTES_15, '1h': HOUR, '1d': UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}_${market.quote}`;
const wrong = (message: string, label = 'INVALID_PARAM_VALUE'): Answer => plain({ label, message }, 400);

const pair = (market: SimulatedMarket): object => ({
  id: idOf(market),
  base: market.base,
  base_name: market.base,
  quote: market.quote,
  quote_name: market.quote,
  fee: '0.2',
  min_base_amount: '0.001',
  min_quote_amount: '3',
  max_quote_amount: '5000000',
  amount_precision: market.volumeDecimals,
  precision: market.priceDecimals,
  trade_status: 'tradable',
  sell_start: 0,
  buy_start: 0,
  type: 'normal',
});

const currency = (code: string): object => ({
  currency: code,
  name: code,
  delisted: false,
  withdraw_disabled: false,
  withdraw_delayed: false,
  deposit_disabled: false,
  trade_disabled: false,
  chain: code,
  chains: [],
});

/**
 * 100 rows unless asked, 1,000 at most; `from` and `to` inclusive on the open time, in seconds, and in conflict with
 * `limit`; a longer range, or one older than the latest 10,000 candles, is refused; oldest first; columns time, quote
 * volume, close, high, low, open, base volume, closed. A minute without a trade is taken to be a flat row: the
 * documentation does not say.
 */
function candlesticks(ask: Ask): Answer {
  const { query, nowMs } = ask;
  const market = marketOf(ask, query.get('currency_pair'), idOf);
  if (market === undefined)
    return wrong(`Trade currency pair not found ${query.get('currency_pair') ?? ''}`, 'INVALID_CURRENCY_PAIR');
  const span = spanOf(INTERVALS, query.get('interval') ?? '30m');
  if (span === undefined) return wrong('interval not supported');
  const from = wholeOf(query, 'from');
  const to = wholeOf(query, 'to');
  if ((from !== undefined || to !== undefined) && query.has('limit')) return wrong('limit conflicts with from and to');
  const newest = openingOf(candleHolding(Math.floor(nowMs / MINUTE_MS), span), span);
  const first = from === undefined ? undefined : Math.ceil(from / 60);
  const end = to === undefined ? undefined : Math.floor(to / 60) + 1;
  const oldest = newest - (REACH - 1) * span.minutes;
  if (first !== undefined && first < oldest)
    return wrong(`Candlestick too long ago. Maximum ${String(REACH)} points ago are allowed`);
  if (first !== undefined && Math.min(end ?? newest, newest + 1) - first > CAP * span.minutes)
    return wrong(`Too many points. Maximum ${String(CAP)} points are allowed`);
  return {
    kind: 'candles',
    market,
    span,
    limit: from === undefined && to === undefined ? limitOf(query, 'limit', 100, CAP) : CAP,
    keep: 'newest',
    order: 'ascending',
    from: first,
    to: end,
    reachesBackTo: oldest,
    emptyMinutes: 'flat',
    servesForming: true,
    write: {
      row: (row, closed) =>
        `["${String(row.minute * 60)}","${String(row.quoteVolume)}","${String(row.close)}","${String(row.high)}","${String(row.low)}",` +
        `"${String(row.open)}","${String(row.baseVolume)}","${closed ? 'true' : 'false'}"]`,
      body: (rows) => `[${rows}]`,
    },
  };
}

const contract = (market: ContractMarket): object => ({
  name: idOf(market),
  type: 'direct',
  quanto_multiplier: String(market.contract.size),
  order_price_deviate: '0.5',
  order_price_round: tickOf(market.priceDecimals),
  mark_price: '1',
  mark_price_round: tickOf(market.priceDecimals),
  leverage_min: '1',
  leverage_max: '50',
  order_size_min: 1,
  order_size_max: 1_000_000,
  create_time: 1_546_300_800,
  in_delisting: false,
  status: 'trading',
});

const FUTURES_CAP = 2_000;
/** `mark_` and `index_` before a contract's name ask for the price computed for it. */
const KIND_OF_PREFIX: Readonly<Record<string, Kind>> = { mark_: 'mark', index_: 'index' };

/**
 * The futures' candles: objects of numbers in seconds, `v` whole contracts, `sum` the quote volume; 2,000 at most; else as
 * spot's. Mark and index candles have no volume.
 */
function futuresCandlesticks(ask: Ask): Answer {
  const { query, nowMs } = ask;
  const prefix = /^(?:mark_|index_)?/.exec(query.get('contract') ?? '')?.[0] ?? '';
  const kind = KIND_OF_PREFIX[prefix] ?? 'perp';
  const market = contractOf(ask, kind, (query.get('contract') ?? '').slice(prefix.length), idOf);
  if (market === undefined || market.contract.settle.toLowerCase() !== ask.named['settle'])
    return wrong('contract not found', 'CONTRACT_NOT_FOUND');
  const span = spanOf(INTERVALS, query.get('interval') ?? '5m');
  if (span === undefined) return wrong('interval not supported');
  const from = wholeOf(query, 'from');
  const to = wholeOf(query, 'to');
  if ((from !== undefined || to !== undefined) && query.has('limit')) return wrong('limit conflicts with from and to');
  const newest = openingOf(candleHolding(Math.floor(nowMs / MINUTE_MS), span), span);
  const oldest = newest - (REACH - 1) * span.minutes;
  const first = from === undefined ? undefined : Math.ceil(from / 60);
  const end = to === undefined ? undefined : Math.floor(to / 60) + 1;
  if (first !== undefined && first < oldest)
    return wrong(`Candlestick too long ago. Maximum ${String(REACH)} points ago are allowed`);
  if (first !== undefined && Math.min(end ?? newest, newest + 1) - first > FUTURES_CAP * span.minutes)
    return wrong(`Too many points. Maximum ${String(FUTURES_CAP)} points are allowed`);
  const prices = (row: Candle): string =>
    `"t":${String(row.minute * 60)},"o":"${String(row.open)}","h":"${String(row.high)}","l":"${String(row.low)}","c":"${String(row.close)}"`;
  return {
    kind: 'candles',
    market,
    span,
    limit: from === undefined && to === undefined ? limitOf(query, 'limit', 100, FUTURES_CAP) : FUTURES_CAP,
    keep: 'newest',
    order: 'ascending',
    from: first,
    to: end,
    reachesBackTo: oldest,
    emptyMinutes: 'flat',
    servesForming: true,
    write: {
      row: isComputed(kind)
        ? (row) => `{${prices(row)}}`
        : (row) =>
            `{${prices(row)},"v":${String(Math.round(row.baseVolume / market.contract.size))},"sum":"${String(row.quoteVolume)}"}`,
      body: (rows) => `[${rows}]`,
    },
  };
}

const contracts = (ask: Ask): Answer =>
  plain(
    ask.contracts
      .filter((market) => market.kind === 'perp' && market.contract.settle.toLowerCase() === ask.named['settle'])
      .map(contract),
  );

export const gate: VenueProfile = {
  venue: 'gate',
  endpoints: [
    { path: /^\/api\/v4\/spot\/candlesticks$/, answer: candlesticks },
    { path: /^\/api\/v4\/spot\/currency_pairs$/, answer: (ask) => plain(ask.markets.map(pair)) },
    { path: /^\/api\/v4\/spot\/currencies$/, answer: (ask) => plain(codesOf(ask).map(currency)) },
    { path: /^\/api\/v4\/spot\/time$/, answer: (ask) => plain({ server_time: ask.nowMs }) },
    { path: /^\/api\/v4\/futures\/(?<settle>[a-z]+)\/candlesticks$/, answer: futuresCandlesticks },
    { path: /^\/api\/v4\/futures\/(?<settle>[a-z]+)\/contracts$/, answer: contracts },
    // Margin, delivery and options: none are simulated.
    {
      path: /^\/api\/v4\/(?:margin\/currency_pairs|delivery\/[a-z]+\/contracts|options\/(?:underlyings|contracts))$/,
      answer: () => plain([]),
    },
  ],
  unknownPath: plain({ label: 'NOT_FOUND', message: 'Not found' }, 404),
};
