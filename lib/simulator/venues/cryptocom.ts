import { MINUTES_PER_DAY, MINUTE_MS } from '../../domain/minute';
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

/** "Default is 25"; more than 300 were never given. */
const ROWS = { usual: 25, cap: 300 };
/** `start_ts`: "Default timestamp is 1 day ago". */
const USUAL_SPAN_MS = MINUTES_PER_DAY * MINUTE_MS;
/** The documentation names no depth; minute candles older than about a month are not to be had. */
const REACH_DAYS = 30;

/** The older names are taken as well. */
const TIMEFRAMES = { '1m': MINUTE, M1: MINUTE, '5m': MINUTES_5, '15m': MINUTES_15, '1h': HOUR, '1D': UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}_${market.quote}`;
const fine = (method: string, result: unknown): unknown => ({ id: -1, method, code: 0, result });
/** MISSING_OR_INVALID_ARGUMENT, of the documentation's list of codes. */
const wrong = (method: string, message: string): Answer => plain({ id: -1, method, code: 40_004, message }, 400);

const listed = (market: SimulatedMarket): object => ({
  symbol: idOf(market),
  inst_type: 'CCY_PAIR',
  display_name: `${market.base}/${market.quote}`,
  base_ccy: market.base,
  quote_ccy: market.quote,
  quote_decimals: market.priceDecimals,
  quantity_decimals: market.volumeDecimals,
  price_tick_size: tickOf(market.priceDecimals),
  qty_tick_size: tickOf(market.volumeDecimals),
  max_leverage: '50',
  tradable: true,
  expiry_timestamp_ms: 0,
  beta_product: false,
  margin_buy_enabled: false,
  margin_sell_enabled: false,
});

const CANDLESTICK = 'public/get-candlestick';

/**
 * The newest `count` rows between `start_ts` and `end_ts`, oldest first; both in milliseconds and exclusive on the open time
 * (so ccxt reckons, which asks from one candle before; the documentation leaves it open). Without `end_ts` up to now. The
 * open candle is served. A minute without a trade is taken to be a flat row: the documentation does not say.
 */
function candlestick(ask: Ask): Answer {
  const { query, nowMs } = ask;
  const market = marketOf(ask, query.get('instrument_name'), idOf);
  if (market === undefined) return wrong(CANDLESTICK, 'Invalid instrument_name');
  const timeframe = query.get('timeframe') ?? 'M1';
  const span = spanOf(TIMEFRAMES, timeframe);
  if (span === undefined) return wrong(CANDLESTICK, 'Invalid timeframe');
  const start = wholeOf(query, 'start_ts') ?? nowMs - USUAL_SPAN_MS;
  const end = wholeOf(query, 'end_ts');
  return {
    kind: 'candles',
    market,
    span,
    limit: limitOf(query, 'count', ROWS.usual, ROWS.cap),
    keep: 'newest',
    order: 'ascending',
    from: Math.floor(start / MINUTE_MS) + 1,
    to: end === undefined ? undefined : Math.ceil(end / MINUTE_MS),
    reachesBackTo: Math.floor(nowMs / MINUTE_MS) - REACH_DAYS * MINUTES_PER_DAY,
    emptyMinutes: 'flat',
    servesForming: true,
    write: (rows) =>
      fine(CANDLESTICK, {
        instrument_name: idOf(market),
        interval: timeframe,
        data: rows.map((row) => ({
          o: String(row.open),
          h: String(row.high),
          l: String(row.low),
          c: String(row.close),
          v: String(row.baseVolume),
          t: row.minute * MINUTE_MS,
        })),
      }),
  };
}

export const cryptocom: VenueProfile = {
  venue: 'cryptocom',
  endpoints: [
    { path: /^\/exchange\/v1\/public\/get-candlestick$/, answer: candlestick },
    {
      path: /^\/exchange\/v1\/public\/get-instruments$/,
      answer: (ask) => plain(fine('public/get-instruments', { data: ask.markets.map(listed) })),
    },
  ],
  unknownPath: plain({ id: -1, code: 10_004, message: 'BAD_REQUEST' }, 404),
};
