import { MINUTE_MS } from '../../domain/minute';
import { limitOf, marketOf, plain, tickOf, wholeOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { SimulatedMarket } from '../scenario';

/** Minutes `/candles` reaches back; older ones are in `/history-candles` alone. */
const RECENT_MINUTES = 1_440;

const idOf = (market: SimulatedMarket): string => `${market.base}-${market.quote}`;
const fine = (rows: unknown): unknown => ({ code: '0', msg: '', data: rows });

const instrument = (market: SimulatedMarket): object => ({
  alias: '', baseCcy: market.base, category: '1', ctMult: '', ctType: '', ctVal: '', ctValCcy: '', expTime: '', instFamily: '',
  instId: idOf(market), instType: 'SPOT', lever: '', listTime: '1548133413000', lotSz: tickOf(market.volumeDecimals), maxLmtSz: '9999999999',
  maxMktSz: '1000000', minSz: tickOf(market.volumeDecimals), optType: '', quoteCcy: market.quote, ruleType: 'normal', settleCcy: '',
  state: 'live', stk: '', tickSz: tickOf(market.priceDecimals), uly: '',
});

/**
 * 100 rows unless asked, 300 at most; `after` and `before` are exclusive bounds on the open time, `after` the later one;
 * newest first; the ninth column tells whether the candle is closed. A minute without a trade is taken to be a flat row:
 * the documentation does not say.
 */
const candles = (history: boolean) => (ask: Ask): Answer => {
  const market = marketOf(ask, ask.query.get('instId'), idOf);
  if (market === undefined) return plain({ code: '51001', msg: "Instrument ID, Instrument ID code, or Spread ID doesn't exist.", data: [] });
  if ((ask.query.get('bar') ?? '1m') !== '1m') return plain({ code: '51000', msg: 'Parameter bar error', data: [] }, 400);
  const after = wholeOf(ask.query, 'after');
  const before = wholeOf(ask.query, 'before');
  return {
    kind: 'candles', market, limit: limitOf(ask.query, 'limit', 100, 300), keep: 'newest', order: 'descending',
    from: before === undefined ? undefined : Math.floor(before / MINUTE_MS) + 1,
    to: after === undefined ? undefined : Math.ceil(after / MINUTE_MS),
    ...(history ? {} : { reachesBackTo: Math.floor(ask.nowMs / MINUTE_MS) - RECENT_MINUTES + 1 }),
    emptyMinutes: 'flat', servesForming: !history,
    write: (rows, closed) => fine(rows.map((row) => [
      String(row.minute * MINUTE_MS), String(row.open), String(row.high), String(row.low), String(row.close),
      String(row.baseVolume), String(row.quoteVolume), String(row.quoteVolume), closed(row) ? '1' : '0',
    ])),
  };
};

export const okx: VenueProfile = {
  venue: 'okx',
  endpoints: [
    { path: /^\/api\/v5\/market\/candles$/, answer: candles(false) },
    { path: /^\/api\/v5\/market\/history-candles$/, answer: candles(true) },
    { path: /^\/api\/v5\/public\/instruments$/, answer: (ask) => plain(fine(ask.query.get('instType') === 'SPOT' ? ask.markets.map(instrument) : [])) },
    { path: /^\/api\/v5\/public\/time$/, answer: (ask) => plain(fine([{ ts: String(ask.nowMs) }])) },
  ],
  unknownPath: plain({ code: '404', msg: 'Not Found', data: [] }, 404),
};
