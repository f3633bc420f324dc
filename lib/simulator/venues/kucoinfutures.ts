import { MINUTE_MS } from '../../domain/minute';
import { HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import { contractOf, plain, spanOf, wholeOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { ContractMarket } from '../scenario';

const CAP = 200;

/** In minutes. */
const GRANULARITIES = { '1': MINUTE, '5': MINUTES_5, '15': MINUTES_15, '60': HOUR, '1440': UTC_DAY };

/** `XBTUSDTM`: KuCoin's futures call Bitcoin XBT. */
const idOf = (market: ContractMarket): string => `${market.base === 'BTC' ? 'XBT' : market.base}${market.quote}M`;
const fine = (body: unknown): unknown => ({ code: '200000', data: body });

const contract = (market: ContractMarket): object => ({
  symbol: idOf(market),
  rootSymbol: market.quote,
  type: 'FFWCSX',
  firstOpenDate: 1_585_555_200_000,
  expireDate: null,
  settleDate: null,
  baseCurrency: market.base === 'BTC' ? 'XBT' : market.base,
  quoteCurrency: market.quote,
  settleCurrency: market.contract.settle,
  maxOrderQty: 1_000_000,
  maxPrice: 1_000_000,
  lotSize: 1,
  tickSize: 10 ** -market.priceDecimals,
  multiplier: market.contract.size,
  isInverse: false,
  makerFeeRate: 0.0002,
  takerFeeRate: 0.0006,
  status: 'Open',
  nextFundingRateTime: 3_600_000,
  maxLeverage: 50,
});

/**
 * 200 rows at most, oldest first; `from` and `to` in milliseconds, both bounds inclusive (taken so: the documentation leaves
 * it open); a minute without a trade has no row. Columns time, open, high, low, close, volume in contracts, turnover.
 */
function kline(ask: Ask): Answer {
  const market = contractOf(ask, 'perp', ask.query.get('symbol'), idOf);
  if (market === undefined) return plain({ code: '100001', msg: 'Symbol not exists' });
  const span = spanOf(GRANULARITIES, ask.query.get('granularity'));
  if (span === undefined) return plain({ code: '100001', msg: 'granularity is invalid' });
  const from = wholeOf(ask.query, 'from');
  const to = wholeOf(ask.query, 'to');
  return {
    kind: 'candles',
    market,
    span,
    limit: CAP,
    keep: from === undefined ? 'newest' : 'oldest',
    order: 'ascending',
    from: from === undefined ? undefined : Math.ceil(from / MINUTE_MS),
    to: to === undefined ? undefined : Math.floor(to / MINUTE_MS) + 1,
    emptyMinutes: 'omitted',
    servesForming: true,
    write: {
      row: (row) =>
        `[${String(row.minute * MINUTE_MS)},${String(row.open)},${String(row.high)},${String(row.low)},${String(row.close)},` +
        `${String(Math.round(row.baseVolume / market.contract.size))},${String(row.quoteVolume)}]`,
      body: (rows) => `{"code":"200000","data":[${rows}]}`,
    },
  };
}

/** `api-futures.kucoin.com`. Mark and index klines are in another interface of the venue's and not simulated. */
export const kucoinfutures: VenueProfile = {
  venue: 'kucoinfutures',
  endpoints: [
    { path: /^\/api\/v1\/kline\/query$/, answer: kline },
    {
      path: /^\/api\/v1\/contracts\/active$/,
      answer: (ask) => plain(fine(ask.contracts.filter(({ kind }) => kind === 'perp').map(contract))),
    },
    { path: /^\/api\/v1\/timestamp$/, answer: (ask) => plain(fine(ask.nowMs)) },
    { path: /^\/api\/v3\/currencies$/, answer: () => plain(fine([])) },
  ],
  unknownPath: plain({ code: '404', msg: 'Not Found' }, 404),
};
