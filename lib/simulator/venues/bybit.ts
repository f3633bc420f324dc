import type { Candle } from '../../domain/candle';
import { isComputed, type Kind } from '../../domain/market';
import { MINUTE_MS } from '../../domain/minute';
import { candleHolding, HOUR, MINUTE, MINUTES_15, MINUTES_5, openingOf, UTC_DAY } from '../longer';
import {
  limitOf,
  marketOf,
  plain,
  spanOf,
  tickOf,
  wholeOf,
  type Answer,
  type Ask,
  type RowText,
  type VenueProfile,
} from '../profile';
import type { ContractMarket, SimulatedMarket } from '../scenario';

const INTERVALS = { '1': MINUTE, '5': MINUTES_5, '15': MINUTES_15, '60': HOUR, D: UTC_DAY };

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`;
const fine = (ask: Ask, result: unknown): unknown => ({
  retCode: 0,
  retMsg: 'OK',
  result,
  retExtInfo: {},
  time: ask.nowMs,
});

const instrument = (market: SimulatedMarket): object => ({
  symbol: idOf(market),
  baseCoin: market.base,
  quoteCoin: market.quote,
  innovation: '0',
  status: 'Trading',
  marginTrading: 'none',
  stTag: '0',
  lotSizeFilter: {
    basePrecision: tickOf(market.volumeDecimals),
    quotePrecision: '0.0000001',
    minOrderQty: tickOf(market.volumeDecimals),
    maxOrderQty: '1000000',
    minOrderAmt: '5',
    maxOrderAmt: '4000000',
  },
  priceFilter: { tickSize: tickOf(market.priceDecimals) },
});

const contract = (market: ContractMarket): object => ({
  symbol: idOf(market),
  contractType: isInverse(market) ? 'InversePerpetual' : 'LinearPerpetual',
  status: 'Trading',
  baseCoin: market.base,
  quoteCoin: market.quote,
  settleCoin: market.contract.settle,
  launchTime: '1585526400000',
  deliveryTime: '0',
  deliveryFeeRate: '',
  priceScale: String(market.priceDecimals),
  leverageFilter: { minLeverage: '1', maxLeverage: '50.00', leverageStep: '0.01' },
  priceFilter: {
    minPrice: tickOf(market.priceDecimals),
    maxPrice: '1999999.80',
    tickSize: tickOf(market.priceDecimals),
  },
  lotSizeFilter: {
    maxOrderQty: '1000000',
    minOrderQty: isInverse(market) ? '1' : tickOf(market.volumeDecimals),
    qtyStep: isInverse(market) ? '1' : tickOf(market.volumeDecimals),
    minNotionalValue: '5',
  },
  unifiedMarginTrade: true,
  fundingInterval: 480,
});

const isInverse = (market: ContractMarket): boolean => market.contract.of === 'quote';

/** The market a kline request names: spot has no mark and no index price. */
function asked(ask: Ask, kind: Kind, category: string | null): SimulatedMarket | undefined {
  const symbol = ask.query.get('symbol');
  if (category === 'spot') return kind === 'perp' ? marketOf(ask, symbol, idOf) : undefined;
  return ask.contracts.find(
    (market) => market.kind === kind && idOf(market) === symbol && isInverse(market) === (category === 'inverse'),
  );
}

const ROWS: Readonly<Record<'linear' | 'inverse' | 'computed', RowText['row']>> = {
  linear: (row) => `[${prices(row)},"${String(row.baseVolume)}","${String(row.quoteVolume)}"]`,
  // An inverse contract is counted in its quote, USD, and turned over in its base.
  inverse: (row) => `[${prices(row)},"${String(row.quoteVolume)}","${String(row.baseVolume)}"]`,
  computed: (row) => `[${prices(row)}]`,
};
const prices = (row: Candle): string =>
  `"${String(row.minute * MINUTE_MS)}","${String(row.open)}","${String(row.high)}","${String(row.low)}","${String(row.close)}"`;

/**
 * 200 rows unless asked, 1,000 at most; `start` means the candle that contains it, `end` is inclusive on the open time;
 * newest first. With `start` alone the rows from there on come; else the newest. A minute without a trade is taken to be
 * a flat row: the documentation does not say. Mark and index klines have no volume columns.
 */
const kline =
  (kind: Kind) =>
  (ask: Ask): Answer => {
    const category = ask.query.get('category');
    const market = asked(ask, kind, category);
    const known = category === 'spot' || category === 'linear' || category === 'inverse';
    const span = spanOf(INTERVALS, ask.query.get('interval'));
    if (market === undefined || !known || span === undefined) {
      return plain({
        retCode: 10001,
        retMsg: market === undefined ? 'Not supported symbols' : 'params error: category or interval',
        result: {},
        retExtInfo: {},
        time: ask.nowMs,
      });
    }
    const start = wholeOf(ask.query, 'start');
    const end = wholeOf(ask.query, 'end');
    return {
      kind: 'candles',
      market,
      span,
      limit: limitOf(ask.query, 'limit', 200, 1000),
      order: 'descending',
      keep: start !== undefined && end === undefined ? 'oldest' : 'newest',
      from: start === undefined ? undefined : openingOf(candleHolding(Math.floor(start / MINUTE_MS), span), span),
      to: end === undefined ? undefined : Math.floor(end / MINUTE_MS) + 1,
      emptyMinutes: 'flat',
      servesForming: true,
      write: {
        row: isComputed(kind) ? ROWS.computed : ROWS[category === 'inverse' ? 'inverse' : 'linear'],
        body: (rows) =>
          `{"retCode":0,"retMsg":"OK","result":{"symbol":"${idOf(market)}","category":"${category}","list":[${rows}]},"retExtInfo":{},"time":${String(ask.nowMs)}}`,
      },
    };
  };

function instruments(ask: Ask): Answer {
  const category = ask.query.get('category') ?? '';
  const perps = ask.contracts.filter(
    (market) => market.kind === 'perp' && isInverse(market) === (category === 'inverse'),
  );
  // Nothing waits for its launch here, and there are no options.
  const list =
    ask.query.has('status') || category === 'option'
      ? []
      : category === 'spot'
        ? ask.markets.map(instrument)
        : perps.map(contract);
  return plain(fine(ask, { category, list, nextPageCursor: '' }));
}

export const bybit: VenueProfile = {
  venue: 'bybit',
  endpoints: [
    { path: /^\/v5\/market\/kline$/, answer: kline('perp') },
    { path: /^\/v5\/market\/mark-price-kline$/, answer: kline('mark') },
    { path: /^\/v5\/market\/index-price-kline$/, answer: kline('index') },
    { path: /^\/v5\/market\/instruments-info$/, answer: instruments },
    {
      path: /^\/v5\/market\/time$/,
      answer: (ask) =>
        plain(fine(ask, { timeSecond: String(Math.floor(ask.nowMs / 1000)), timeNano: `${String(ask.nowMs)}000000` })),
    },
  ],
  unknownPath: plain({ retCode: 404, retMsg: 'Not Found', result: {} }, 404),
};
