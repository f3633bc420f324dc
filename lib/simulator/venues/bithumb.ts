import { MINUTE_MS } from '../../domain/minute';
import { limitOf, marketOf, plain, spanOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { SimulatedMarket } from '../scenario';
import { instantOf, KST_AHEAD_MS, UNITS, WON_ROWS, wonId, wonRow } from './won';

/** Errors as the documentation gives them: a name and a message under the HTTP status. */
const wrong = (name: string, message: string, status: number): Answer => plain({ error: { name, message } }, status);

const listed = (market: SimulatedMarket): object => ({
  market: wonId(market),
  korean_name: market.base,
  english_name: market.base,
  market_warning: 'NONE',
});

/**
 * The last `count` candles before `to`, exclusive, by Korea's clock ("기본적으로 KST 기준 시간이며 비워서 요청시 가장 최근
 * 캔들"): a time with a zone is refused. Without `to`, which ccxt never sends, the newest 200 are all there is. Newest
 * first; more than 200 are cut to 200. `timestamp` is the candle's end. A minute without a trade is taken to have no row, as
 * on Upbit, whose interface this is: the documentation does not say.
 */
function candles(ask: Ask): Answer {
  const { query } = ask;
  const span = spanOf(UNITS, ask.named['unit'] ?? null);
  if (span === undefined) return wrong('invalid_parameter', '잘못된 파라미터입니다.', 400);
  const market = marketOf(ask, query.get('market'), wonId);
  if (market === undefined) return wrong('404', 'Code not found', 404);
  const text = query.get('to');
  const to = text === null || /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? undefined : instantOf(text, KST_AHEAD_MS);
  if (text !== null && to === undefined) return wrong('invalid_parameter', '잘못된 파라미터입니다.', 400);
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
    write: (rows) => rows.map((row) => wonRow(market, row, (row.minute + span.minutes) * MINUTE_MS, span)),
  };
}

export const bithumb: VenueProfile = {
  venue: 'bithumb',
  endpoints: [
    { path: /^\/v1\/candles\/minutes\/(?<unit>\d+)$/, answer: candles },
    { path: /^\/v1\/market\/all$/, answer: (ask) => plain(ask.markets.map(listed)) },
  ],
  unknownPath: plain({ error: { name: '404', message: 'Not found' } }, 404),
};
