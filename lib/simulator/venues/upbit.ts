import { MINUTE_MS } from '../../domain/minute';
import { UTC_DAY } from '../longer';
import { limitOf, marketOf, plain, spanOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { SimulatedMarket } from '../scenario';
import { instantOf, UNITS, WON_ROWS, wonId, wonRow } from './won';

const wrong = (name: number | string, message: string, status: number): Answer =>
  plain({ error: { name, message } }, status);

const listed = (market: SimulatedMarket): object => ({
  market: wonId(market),
  korean_name: market.base,
  english_name: market.base,
  market_event: {
    warning: false,
    caution: {
      PRICE_FLUCTUATIONS: false,
      TRADING_VOLUME_SOARING: false,
      DEPOSIT_AMOUNT_SOARING: false,
      GLOBAL_PRICE_DIFFERENCES: false,
      CONCENTRATION_OF_SMALL_ACCOUNTS: false,
    },
  },
});

/**
 * The last `count` candles before `to`, exclusive, in UTC unless it names a zone ("기본적으로 UTC 기준"); newest first; more
 * than 200 are cut to 200 (the documentation says only that 200 may be asked for). "캔들은 해당 시간대에 체결이 발생한
 * 경우에만 생성됩니다": a minute without a trade has no row, so that a page of a thin market reaches further back than
 * `count` minutes. `timestamp` is the time of the minute's last trade, here its last millisecond.
 */
function candles(ask: Ask): Answer {
  const { query, nowMs } = ask;
  const { unit } = ask.named;
  const span = unit === undefined ? UTC_DAY : spanOf(UNITS, unit);
  if (span === undefined) return wrong('validation_error', 'unit is invalid', 400);
  const market = marketOf(ask, query.get('market'), wonId);
  if (market === undefined) return wrong(404, 'Code not found', 404);
  const text = query.get('to');
  const to = text === null ? undefined : instantOf(text, 0);
  if (text !== null && to === undefined) return wrong('validation_error', 'to is invalid', 400);
  return {
    kind: 'candles',
    market,
    span,
    limit: limitOf(query, 'count', WON_ROWS.usual, WON_ROWS.cap),
    keep: 'newest',
    order: 'descending',
    from: undefined,
    to: to === undefined ? undefined : Math.ceil(to / MINUTE_MS),
    emptyMinutes: 'omitted',
    servesForming: true,
    write: (rows) =>
      rows.map((row) => wonRow(market, row, Math.min((row.minute + span.minutes) * MINUTE_MS - 1, nowMs), span)),
  };
}

export const upbit: VenueProfile = {
  venue: 'upbit',
  endpoints: [
    { path: /^\/v1\/candles\/days$/, answer: candles },
    { path: /^\/v1\/candles\/minutes\/(?<unit>\d+)$/, answer: candles },
    { path: /^\/v1\/market\/all$/, answer: (ask) => plain(ask.markets.map(listed)) },
  ],
  unknownPath: plain({ error: { name: 404, message: 'Not found' } }, 404),
};
