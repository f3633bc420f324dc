import { MINUTES_PER_DAY, MINUTE_MS } from '../../domain/minute';
import { codesOf, limitOf, marketOf, plain, tickOf, wholeOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { SimulatedMarket } from '../scenario';

/** `/candles` gives 1,000 rows and reaches 30 days back; `/history-candles` gives 200 and reaches to the listing. */
const RECENT = { cap: 1_000, days: 30 };
const HISTORY_CAP = 200;

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`;
const fine = (ask: Ask, body: unknown): unknown => ({ code: '00000', msg: 'success', requestTime: ask.nowMs, data: body });
const wrong = (ask: Ask, code: string, msg: string): Answer => plain({ code, msg, requestTime: ask.nowMs, data: null }, 400);

const symbol = (market: SimulatedMarket): object => ({
  symbol: idOf(market), baseCoin: market.base, quoteCoin: market.quote, minTradeAmount: tickOf(market.volumeDecimals), maxTradeAmount: '900000000',
  takerFeeRate: '0.002', makerFeeRate: '0.002', pricePrecision: String(market.priceDecimals), quantityPrecision: String(market.volumeDecimals),
  quotePrecision: String(market.priceDecimals + market.volumeDecimals), status: 'online', minTradeUSDT: '1', buyLimitPriceRatio: '0.05', sellLimitPriceRatio: '0.05',
});

const coin = (code: string, index: number): object => ({ coinId: String(index + 1), coin: code, transfer: 'true', chains: [] });

/** One row, only so that clients see the shape of the margin list; nothing is lent here. */
const NO_MARGIN = [{ symbol: 'NONEUSDT', baseCoin: 'NONE', quoteCoin: 'USDT', isBorrowable: false, status: '0' }];

/**
 * Oldest first, reckoned from the end: the newest rows before `endTime` (exclusive on the open time: so ccxt reckons, the
 * documentation leaves it open). `startTime` binds on `/candles` and is ignored by `/history-candles`, which wants an
 * `endTime` and serves closed candles alone. A minute without a trade is taken to be a flat row: the documentation does
 * not say. Columns time, open, high, low, close, base, quote and USDT volume.
 */
const candles = (history: boolean) => (ask: Ask): Answer => {
  const market = marketOf(ask, ask.query.get('symbol'), idOf);
  if (market === undefined) return wrong(ask, '40034', 'Parameter does not exist');
  if (ask.query.get('granularity') !== '1min') return wrong(ask, '400171', 'Parameter verification failed granularity');
  const start = wholeOf(ask.query, 'startTime');
  const end = wholeOf(ask.query, 'endTime');
  const cap = history ? HISTORY_CAP : RECENT.cap;
  if (history && end === undefined) return wrong(ask, '400172', 'Parameter verification failed endTime');
  if ((wholeOf(ask.query, 'limit') ?? 1) > cap) return wrong(ask, '400172', `limit must be at most ${String(cap)}`);
  return {
    kind: 'candles', market, limit: limitOf(ask.query, 'limit', 100, cap), keep: 'newest', order: 'ascending',
    from: history || start === undefined ? undefined : Math.ceil(start / MINUTE_MS),
    to: end === undefined ? undefined : Math.ceil(end / MINUTE_MS),
    ...(history ? {} : { reachesBackTo: Math.floor(ask.nowMs / MINUTE_MS) - RECENT.days * MINUTES_PER_DAY }),
    emptyMinutes: 'flat', servesForming: !history,
    write: (rows) => fine(ask, rows.map((row) => [
      String(row.minute * MINUTE_MS), String(row.open), String(row.high), String(row.low), String(row.close),
      String(row.baseVolume), String(row.quoteVolume), String(row.quoteVolume),
    ])),
  };
};

export const bitget: VenueProfile = {
  venue: 'bitget',
  endpoints: [
    { path: /^\/api\/v2\/spot\/market\/candles$/, answer: candles(false) },
    { path: /^\/api\/v2\/spot\/market\/history-candles$/, answer: candles(true) },
    { path: /^\/api\/v2\/spot\/public\/symbols$/, answer: (ask) => plain(fine(ask, ask.markets.map(symbol))) },
    { path: /^\/api\/v2\/spot\/public\/coins$/, answer: (ask) => plain(fine(ask, codesOf(ask).map(coin))) },
    { path: /^\/api\/v2\/margin\/currencies$/, answer: (ask) => plain(fine(ask, NO_MARGIN)) },
    // The futures markets: none are simulated.
    { path: /^\/api\/v2\/mix\/market\/contracts$/, answer: (ask) => plain(fine(ask, [])) },
    { path: /^\/api\/v2\/public\/time$/, answer: (ask) => plain(fine(ask, { serverTime: String(ask.nowMs) })) },
  ],
  unknownPath: plain({ code: '40404', msg: 'Request URL NOT FOUND', data: null }, 404),
};
