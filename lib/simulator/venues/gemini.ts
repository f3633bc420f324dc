import { MINUTES_PER_DAY, MINUTE_MS } from '../../domain/minute';
import { HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import { marketOf, plain, spanOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { SimulatedMarket } from '../scenario';
import { geminiTrades } from '../trades/endpoints';

/**
 * Candles the endpoint gives, all at once: it takes no bounds and no limit. A day of minutes, a week, two weeks and about two
 * months of the longer ones; days are all there are.
 */
const REACH = new Map([
  [MINUTE, MINUTES_PER_DAY],
  [MINUTES_5, 7 * 288],
  [MINUTES_15, 14 * 96],
  [HOUR, 60 * 24],
]);

const TIMEFRAMES = { '1m': MINUTE, '5m': MINUTES_5, '15m': MINUTES_15, '1hr': HOUR, '1day': UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`.toLowerCase();
const wrong = (reason: string, message: string, status: number): Answer =>
  plain({ result: 'error', reason, message }, status);

const details = (market: SimulatedMarket): object => ({
  symbol: idOf(market).toUpperCase(),
  base_currency: market.base,
  quote_currency: market.quote,
  tick_size: 10 ** -market.volumeDecimals,
  quote_increment: 10 ** -market.priceDecimals,
  min_order_size: '0.00001',
  status: 'open',
  wrap_enabled: false,
  product_type: 'spot',
  contract_type: 'vanilla',
});

/** The market of a path, whose case does not matter. */
const named = (ask: Ask): SimulatedMarket | undefined => marketOf(ask, (ask.named['symbol'] ?? '').toLowerCase(), idOf);
const unknownSymbol = (ask: Ask): Answer =>
  wrong('InvalidSymbol', `Supplied value '${ask.named['symbol'] ?? ''}' is not a valid symbol`, 400);

/**
 * The latest day, newest first, the open candle included; columns time, open, high, low, close, volume; a minute without a
 * trade is a flat row of volume 0 (recorded replies hold such rows).
 */
function candles(ask: Ask): Answer {
  const market = named(ask);
  if (market === undefined) return unknownSymbol(ask);
  const span = spanOf(TIMEFRAMES, ask.named['timeframe'] ?? null);
  if (span === undefined)
    return wrong('InvalidParameter', `Supplied value '${ask.named['timeframe'] ?? ''}' is not a valid time frame`, 400);
  const reach = REACH.get(span) ?? Infinity;
  return {
    kind: 'candles',
    market,
    span,
    limit: reach,
    keep: 'newest',
    order: 'descending',
    from: undefined,
    to: undefined,
    reachesBackTo: Math.floor(ask.nowMs / MINUTE_MS) - reach * span.minutes + 1,
    emptyMinutes: 'flat',
    servesForming: true,
    write: (rows) =>
      rows.map((row) => [row.minute * MINUTE_MS, row.open, row.high, row.low, row.close, row.baseVolume]),
  };
}

function trades(ask: Ask): Answer {
  const market = named(ask);
  return market === undefined ? unknownSymbol(ask) : geminiTrades(ask, market);
}

export const gemini: VenueProfile = {
  venue: 'gemini',
  endpoints: [
    { path: /^\/v2\/candles\/(?<symbol>[^/]+)\/(?<timeframe>[^/]+)$/, answer: candles },
    { path: /^\/v1\/trades\/(?<symbol>[^/]+)$/, answer: trades },
    { path: /^\/v1\/symbols$/, answer: (ask) => plain(ask.markets.map(idOf)) },
    {
      path: /^\/v1\/symbols\/details\/(?<symbol>[^/]+)$/,
      answer: (ask) => {
        const market = named(ask);
        return market === undefined ? unknownSymbol(ask) : plain(details(market));
      },
    },
    // The website's front page, in which ccxt looks for pairs and currencies and does without where it finds none.
    { path: /^\/$/, answer: () => plain({}) },
  ],
  unknownPath: plain({ result: 'error', reason: 'EndpointNotFound', message: 'API entry point not found' }, 404),
};
