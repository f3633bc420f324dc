import { HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import {
  codesOf,
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

const CAP = 1_500;

const TYPES = { '1min': MINUTE, '5min': MINUTES_5, '15min': MINUTES_15, '1hour': HOUR, '1day': UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}-${market.quote}`;
const fine = (rows: unknown): unknown => ({ code: '200000', data: rows });

const symbol = (market: SimulatedMarket): object => ({
  symbol: idOf(market),
  name: idOf(market),
  baseCurrency: market.base,
  quoteCurrency: market.quote,
  feeCurrency: market.quote,
  market: 'USDS',
  baseMinSize: tickOf(market.volumeDecimals),
  quoteMinSize: '0.1',
  baseMaxSize: '10000000000',
  quoteMaxSize: '99999999',
  baseIncrement: tickOf(market.volumeDecimals),
  quoteIncrement: tickOf(market.priceDecimals),
  priceIncrement: tickOf(market.priceDecimals),
  priceLimitRate: '0.1',
  minFunds: '0.1',
  isMarginEnabled: false,
  enableTrading: true,
});

const currency = (code: string): object => ({
  currency: code,
  name: code,
  fullName: code,
  precision: 8,
  isMarginEnabled: false,
  isDebitEnabled: false,
  chains: [],
});

const ticker = (market: SimulatedMarket): object => ({
  symbol: idOf(market),
  symbolName: idOf(market),
  takerFeeRate: '0.001',
  makerFeeRate: '0.001',
  takerCoefficient: '1',
  makerCoefficient: '1',
});

/**
 * At most 1,500 rows, the newest of the range; `startAt` inclusive and `endAt` exclusive, in seconds (the documentation
 * leaves the end open; ccxt reckons so); newest first; columns time, open, close, high, low, volume, turnover; a minute
 * without a trade has no row.
 */
function candles(ask: Ask): Answer {
  const market = marketOf(ask, ask.query.get('symbol'), idOf);
  if (market === undefined) return plain({ code: '400100', msg: 'This pair is not provided at present' });
  const span = spanOf(TYPES, ask.query.get('type'));
  if (span === undefined) return plain({ code: '400100', msg: 'type is invalid' });
  const start = wholeOf(ask.query, 'startAt');
  const end = wholeOf(ask.query, 'endAt');
  return {
    kind: 'candles',
    market,
    span,
    limit: CAP,
    keep: 'newest',
    order: 'descending',
    from: start === undefined ? undefined : Math.ceil(start / 60),
    to: end === undefined ? undefined : Math.ceil(end / 60),
    emptyMinutes: 'omitted',
    servesForming: true,
    write: {
      row: (row) =>
        `["${String(row.minute * 60)}","${String(row.open)}","${String(row.close)}","${String(row.high)}","${String(row.low)}","${String(row.baseVolume)}","${String(row.quoteVolume)}"]`,
      body: (rows) => `{"code":"200000","data":[${rows}]}`,
    },
  };
}

export const kucoin: VenueProfile = {
  venue: 'kucoin',
  endpoints: [
    { path: /^\/api\/v1\/market\/candles$/, answer: candles },
    { path: /^\/api\/v[12]\/symbols$/, answer: (ask) => plain(fine(ask.markets.map(symbol))) },
    {
      path: /^\/api\/v1\/market\/allTickers$/,
      answer: (ask) => plain(fine({ time: ask.nowMs, ticker: ask.markets.map(ticker) })),
    },
    { path: /^\/api\/v[13]\/currencies$/, answer: (ask) => plain(fine(codesOf(ask).map(currency))) },
    // The contracts are a venue of their own: kucoinfutures.
    { path: /^\/api\/v1\/contracts\/active$/, answer: () => plain(fine([])) },
    { path: /^\/api\/v1\/timestamp$/, answer: (ask) => plain({ ...Object(fine(ask.nowMs)), msg: 'success' }) },
  ],
  unknownPath: plain({ code: '404', msg: 'Not Found' }, 404),
};
