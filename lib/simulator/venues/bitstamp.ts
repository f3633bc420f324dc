import { MINUTE_MS } from '../../domain/minute';
import { HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import { marketOf, plain, spanOf, wholeOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { SimulatedMarket } from '../scenario';
import { bitstampTransactions } from '../trades/endpoints';

/** "Limit OHLC results (minimum: 1; maximum: 1000)"; it must be given. */
const CAP = 1_000;
/** Steps in seconds. */
const STEPS = { '60': MINUTE, '300': MINUTES_5, '900': MINUTES_15, '3600': HOUR, '86400': UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`.toLowerCase();
const wrong = (reason: unknown, status = 400): Answer => plain({ status: 'error', reason }, status);

const listed = (market: SimulatedMarket): object => ({
  name: `${market.base}/${market.quote}`,
  market_symbol: idOf(market),
  base_currency: market.base,
  base_decimals: market.volumeDecimals,
  counter_currency: market.quote,
  counter_decimals: market.priceDecimals,
  minimum_order_value: '10',
  trading: 'Enabled',
  instant_order_counter_decimals: 2,
  instant_and_market_orders: 'Enabled',
  description: `${market.base} / ${market.quote}`,
  market_type: 'SPOT',
});

/**
 * Oldest first, at most 1,000. "If both start and end timestamps are posted, end timestamp will be used": the rows are the
 * `limit` last ones up to `end`, inclusive, whatever `start` says (a recorded reply shows it). `start` alone gives the rows
 * from there on; neither, the latest. A minute without a trade is a flat row of volume 0. The open candle is served unless
 * `exclude_current_candle` is set. Numbers and the time, in seconds, are strings.
 */
function ohlc(ask: Ask): Answer {
  const { query } = ask;
  const market = marketOf(ask, ask.named['pair'] ?? null, idOf);
  if (market === undefined) return wrong('Not found', 404);
  const span = spanOf(STEPS, query.get('step'));
  if (span === undefined) return wrong({ step: ['Select a valid choice.'] });
  const limit = wholeOf(query, 'limit');
  if (limit === undefined || limit < 1 || limit > CAP)
    return wrong({ limit: [`Ensure this value is between 1 and ${String(CAP)}.`] });
  const [start, end] = [wholeOf(query, 'start'), wholeOf(query, 'end')];
  const forward = start !== undefined && end === undefined;
  const decimal = (value: number, decimals: number): string => value.toFixed(decimals);
  return {
    kind: 'candles',
    market,
    span,
    limit,
    keep: forward ? 'oldest' : 'newest',
    order: 'ascending',
    from: forward ? Math.ceil(start / 60) : undefined,
    to: end === undefined ? undefined : Math.floor(end / 60) + 1,
    emptyMinutes: 'flat',
    servesForming: !/^(?:true|1)$/i.test(query.get('exclude_current_candle') ?? ''),
    write: (rows) => ({
      data: {
        pair: `${market.base}/${market.quote}`,
        ohlc: rows.map((row) => ({
          timestamp: String((row.minute * MINUTE_MS) / 1000),
          open: decimal(row.open, market.priceDecimals),
          high: decimal(row.high, market.priceDecimals),
          low: decimal(row.low, market.priceDecimals),
          close: decimal(row.close, market.priceDecimals),
          volume: decimal(row.baseVolume, 8),
        })),
      },
    }),
  };
}

export const bitstamp: VenueProfile = {
  venue: 'bitstamp',
  endpoints: [
    { path: /^\/api\/v2\/ohlc\/(?<pair>[^/]+)\/$/, answer: ohlc },
    {
      path: /^\/api\/v2\/transactions\/(?<pair>[^/]+)\/$/,
      answer: (ask) => {
        const market = marketOf(ask, ask.named['pair'] ?? null, idOf);
        return market === undefined
          ? plain({ status: 'error', reason: 'Not found' }, 404)
          : bitstampTransactions(ask, market);
      },
    },
    { path: /^\/api\/v2\/markets\/$/, answer: (ask) => plain(ask.markets.map(listed)) },
  ],
  unknownPath: plain({ status: 'error', reason: 'Not found' }, 404),
};
