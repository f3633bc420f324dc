import type { Candle } from '../../domain/candle';
import { MINUTE_MS } from '../../domain/minute';
import { HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import {
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
import type { SimulatedMarket } from '../scenario';
import { binanceAggTrades } from '../trades/endpoints';

/** Intervals by their names in both of Binance's interfaces. */
export const INTERVALS = { '1m': MINUTE, '5m': MINUTES_5, '15m': MINUTES_15, '1h': HOUR, '1d': UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`;

/** Binance writes every price and volume with eight decimals (recorded klines). */
const eight = (value: number): string => value.toFixed(8);

const listed = (market: SimulatedMarket): object => ({
  symbol: idOf(market),
  status: 'TRADING',
  baseAsset: market.base,
  baseAssetPrecision: 8,
  quoteAsset: market.quote,
  quotePrecision: 8,
  quoteAssetPrecision: 8,
  baseCommissionPrecision: 8,
  quoteCommissionPrecision: 8,
  orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET'],
  icebergAllowed: true,
  ocoAllowed: true,
  isSpotTradingAllowed: true,
  isMarginTradingAllowed: false,
  filters: [
    {
      filterType: 'PRICE_FILTER',
      minPrice: tickOf(market.priceDecimals),
      maxPrice: '1000000.00000000',
      tickSize: tickOf(market.priceDecimals),
    },
    {
      filterType: 'LOT_SIZE',
      minQty: tickOf(market.volumeDecimals),
      maxQty: '9000000.00000000',
      stepSize: tickOf(market.volumeDecimals),
    },
    { filterType: 'NOTIONAL', minNotional: '5.00000000', maxNotional: '9000000.00000000' },
  ],
  permissions: [],
  permissionSets: [['SPOT']],
});

/** The twelve columns. The taker's share of a volume is made up as one half: no scenario says who took. */
const klineRow =
  (minutes: number) =>
  (row: Candle): string => {
    const opened = row.minute * MINUTE_MS;
    return (
      `[${String(opened)},"${eight(row.open)}","${eight(row.high)}","${eight(row.low)}","${eight(row.close)}","${eight(row.baseVolume)}",` +
      `${String(opened + minutes * MINUTE_MS - 1)},"${eight(row.quoteVolume)}",${String(row.trades)},"${eight(row.baseVolume / 2)}","${eight(row.quoteVolume / 2)}","0"]`
    );
  };

/**
 * 500 rows unless asked, 1,000 at most; `startTime` and `endTime` are inclusive on the open time; oldest first; a minute
 * without a trade is a flat zero-volume row; the open candle is served; days are UTC unless `timeZone` says otherwise. `uiKlines` has the same shape and shows some
 * candles otherwise: "modified, optimized for presentation".
 */
const klines =
  (display: boolean) =>
  (ask: Ask): Answer => {
    const { query, shown } = ask;
    const market = marketOf(ask, query.get('symbol'), idOf);
    if (market === undefined) return plain({ code: -1121, msg: 'Invalid symbol.' }, 400);
    const span = spanOf(INTERVALS, query.get('interval'));
    if (span === undefined) return plain({ code: -1120, msg: 'Invalid interval.' }, 400);
    const start = wholeOf(query, 'startTime');
    const end = wholeOf(query, 'endTime');
    return {
      kind: 'candles',
      market,
      span,
      limit: limitOf(query, 'limit', 500, 1000),
      keep: 'oldest',
      order: 'ascending',
      from: start === undefined ? undefined : Math.ceil(start / MINUTE_MS),
      to: end === undefined ? undefined : Math.floor(end / MINUTE_MS) + 1,
      emptyMinutes: 'flat',
      servesForming: true,
      write: { row: klineRow(span.minutes), body: (rows) => `[${rows}]` },
      ...(display ? { shownAs: (candle: Candle) => shown(market, candle) } : {}),
    };
  };

function aggTrades(ask: Ask): Answer {
  const market = marketOf(ask, ask.query.get('symbol'), idOf);
  return market === undefined ? plain({ code: -1121, msg: 'Invalid symbol.' }, 400) : binanceAggTrades(ask, market);
}

const exchangeInfo = (ask: Ask, markets: readonly SimulatedMarket[]): Answer =>
  plain({ timezone: 'UTC', serverTime: ask.nowMs, rateLimits: [], exchangeFilters: [], symbols: markets.map(listed) });

export const binance: VenueProfile = {
  venue: 'binance',
  endpoints: [
    { path: /^\/api\/v3\/klines$/, answer: klines(false) },
    { path: /^\/api\/v3\/uiKlines$/, answer: klines(true) },
    { path: /^\/api\/v3\/aggTrades$/, answer: aggTrades },
    { path: /^\/api\/v3\/exchangeInfo$/, answer: (ask) => exchangeInfo(ask, ask.markets) },
    { path: /^\/api\/v3\/time$/, answer: (ask) => plain({ serverTime: ask.nowMs }) },
    { path: /^\/api\/v3\/ping$/, answer: () => plain({}) },
    // The contracts are venues of their own: binanceusdm and binancecoinm.
    { path: /^\/[fd]api\/v1\/exchangeInfo$/, answer: (ask) => exchangeInfo(ask, []) },
  ],
  unknownPath: plain({ code: -1000, msg: 'Path not found' }, 404),
};
