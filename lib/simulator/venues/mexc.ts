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

/** "Default 500; max 1000", says the documentation; ccxt's users were given 500 at most. */
const CAP = 500;
/** The documentation names no depth; minute candles older than about a month are not to be had. */
const REACH_DAYS = 30;

/** Where its days begin the documentation does not say; taken to be UTC. */
const INTERVALS = { '1m': MINUTE, '5m': MINUTES_5, '15m': MINUTES_15, '60m': HOUR, '1d': UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`;

const listed = (market: SimulatedMarket): object => ({
  symbol: idOf(market),
  status: '1',
  baseAsset: market.base,
  baseAssetPrecision: market.volumeDecimals,
  quoteAsset: market.quote,
  quotePrecision: market.priceDecimals,
  quoteAssetPrecision: market.priceDecimals,
  baseCommissionPrecision: 8,
  quoteCommissionPrecision: 8,
  orderTypes: ['LIMIT', 'MARKET', 'LIMIT_MAKER'],
  isSpotTradingAllowed: true,
  isMarginTradingAllowed: false,
  quoteAmountPrecision: '1',
  baseSizePrecision: tickOf(market.volumeDecimals),
  permissions: ['SPOT'],
  filters: [],
  maxQuoteAmount: '2000000',
  makerCommission: '0',
  takerCommission: '0.0005',
  quoteAmountPrecisionMarket: '1',
  maxQuoteAmountMarket: '100000',
  fullName: market.base,
  tradeSideType: 1,
});

/**
 * 500 rows, oldest first; `startTime` inclusive and `endTime` exclusive on the open time (so ccxt reckons; the documentation
 * leaves it open). `startTime` without `endTime` is ignored and the newest rows come, as the venue's users report. The close
 * time is the next open time. A minute without a trade is taken to be a flat row: the documentation does not say.
 */
function klines(ask: Ask): Answer {
  const { query } = ask;
  const market = marketOf(ask, query.get('symbol'), idOf);
  if (market === undefined) return plain({ msg: 'Invalid symbol.', code: -1121, _extend: null }, 400);
  const span = spanOf(INTERVALS, query.get('interval'));
  if (span === undefined) return plain({ msg: 'Invalid interval.', code: -1121, _extend: null }, 400);
  const end = wholeOf(query, 'endTime');
  const start = end === undefined ? undefined : wholeOf(query, 'startTime');
  return {
    kind: 'candles',
    market,
    span,
    limit: limitOf(query, 'limit', CAP, CAP),
    order: 'ascending',
    keep: start === undefined ? 'newest' : 'oldest',
    from: start === undefined ? undefined : Math.ceil(start / MINUTE_MS),
    to: end === undefined ? undefined : Math.ceil(end / MINUTE_MS),
    reachesBackTo: Math.floor(ask.nowMs / MINUTE_MS) - REACH_DAYS * MINUTES_PER_DAY,
    emptyMinutes: 'flat',
    servesForming: true,
    write: (rows) =>
      rows.map((row) => [
        row.minute * MINUTE_MS,
        String(row.open),
        String(row.high),
        String(row.low),
        String(row.close),
        String(row.baseVolume),
        (row.minute + span.minutes) * MINUTE_MS,
        String(row.quoteVolume),
      ]),
  };
}

export const mexc: VenueProfile = {
  venue: 'mexc',
  endpoints: [
    { path: /^\/api\/v3\/klines$/, answer: klines },
    {
      path: /^\/api\/v3\/exchangeInfo$/,
      answer: (ask) =>
        plain({
          timezone: 'CST',
          serverTime: ask.nowMs,
          rateLimits: [],
          exchangeFilters: [],
          symbols: ask.markets.map(listed),
        }),
    },
    { path: /^\/api\/v3\/time$/, answer: (ask) => plain({ serverTime: ask.nowMs }) },
    { path: /^\/api\/v3\/ping$/, answer: () => plain({}) },
    // The contract markets: none are simulated.
    { path: /^\/api\/v1\/contract\/detail$/, answer: () => plain({ success: true, code: 0, data: [] }) },
  ],
  unknownPath: plain({ msg: 'Not Found', code: 404, _extend: null }, 404),
};
