import { MINUTE_MS } from '../../domain/minute';
import { limitOf, marketOf, plain, tickOf, wholeOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { SimulatedMarket } from '../scenario';

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`;
const fine = (ask: Ask, result: unknown): unknown => ({ retCode: 0, retMsg: 'OK', result, retExtInfo: {}, time: ask.nowMs });

const instrument = (market: SimulatedMarket): object => ({
  symbol: idOf(market), baseCoin: market.base, quoteCoin: market.quote, innovation: '0', status: 'Trading', marginTrading: 'none', stTag: '0',
  lotSizeFilter: {
    basePrecision: tickOf(market.volumeDecimals), quotePrecision: '0.0000001', minOrderQty: tickOf(market.volumeDecimals), maxOrderQty: '1000000',
    minOrderAmt: '5', maxOrderAmt: '4000000',
  },
  priceFilter: { tickSize: tickOf(market.priceDecimals) },
});

/**
 * 200 rows unless asked, 1,000 at most; `start` means the candle that contains it, `end` is inclusive on the open time;
 * newest first. With `start` alone the rows from there on come; else the newest. A minute without a trade is taken to be
 * a flat row: the documentation does not say.
 */
function kline(ask: Ask): Answer {
  const market = marketOf(ask, ask.query.get('symbol'), idOf);
  const category = ask.query.get('category');
  if (market === undefined || category !== 'spot' || ask.query.get('interval') !== '1') {
    return plain({ retCode: 10001, retMsg: market === undefined ? 'Not supported symbols' : 'params error: category or interval', result: {}, retExtInfo: {}, time: ask.nowMs });
  }
  const start = wholeOf(ask.query, 'start');
  const end = wholeOf(ask.query, 'end');
  return {
    kind: 'candles', market, limit: limitOf(ask.query, 'limit', 200, 1000), order: 'descending',
    keep: start !== undefined && end === undefined ? 'oldest' : 'newest',
    from: start === undefined ? undefined : Math.floor(start / MINUTE_MS),
    to: end === undefined ? undefined : Math.floor(end / MINUTE_MS) + 1,
    emptyMinutes: 'flat', servesForming: true,
    write: (rows) => fine(ask, {
      symbol: idOf(market), category,
      list: rows.map((row) => [
        String(row.minute * MINUTE_MS), String(row.open), String(row.high), String(row.low), String(row.close), String(row.baseVolume), String(row.quoteVolume),
      ]),
    }),
  };
}

export const bybit: VenueProfile = {
  venue: 'bybit',
  endpoints: [
    { path: /^\/v5\/market\/kline$/, answer: kline },
    {
      path: /^\/v5\/market\/instruments-info$/,
      answer: (ask) => {
        const category = ask.query.get('category') ?? '';
        return plain(fine(ask, { category, list: category === 'spot' ? ask.markets.map(instrument) : [], nextPageCursor: '' }));
      },
    },
    {
      path: /^\/v5\/market\/time$/,
      answer: (ask) => plain(fine(ask, { timeSecond: String(Math.floor(ask.nowMs / 1000)), timeNano: `${String(ask.nowMs)}000000` })),
    },
  ],
  unknownPath: plain({ retCode: 404, retMsg: 'Not Found', result: {} }, 404),
};
