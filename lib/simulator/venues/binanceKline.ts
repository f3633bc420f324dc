import type { Candle } from '../../domain/candle';
import { isComputed, type Kind } from '../../domain/market';
import { MINUTE_MS, MINUTES_PER_DAY } from '../../domain/minute';
import {
  contractOf,
  limitOf,
  plain,
  spanOf,
  tickOf,
  wholeOf,
  type Answer,
  type Ask,
  type Endpoint,
  type RowText,
} from '../profile';
import type { ContractMarket } from '../scenario';
import { INTERVALS } from './binance';

/** What Binance's two futures interfaces, USD-M (`fapi`) and COIN-M (`dapi`), differ in. */
export interface FuturesHabit {
  /** `/fapi/v1` or `/dapi/v1`. */
  readonly root: string;
  /** The id of a contract, and of the pair whose index it rests on. */
  readonly symbolOf: (market: ContractMarket) => string;
  readonly pairOf: (market: ContractMarket) => string;
  /** COIN-M: the newest rows before the end stay, and a range is at most so many days; USD-M: the oldest from the start stay. */
  readonly keep: 'oldest' | 'newest';
  readonly longestDays?: number;
  /** The sixth and eighth column of a kline: base and quote volume, or contracts and base volume. */
  readonly volumes: (row: Candle, market: ContractMarket) => readonly [string, string];
}

const CAP = 1_500;

/** Rows of mark and index prices have no volume: zeros, and in the ninth column a count of prices, one a second. */
const computedRow = (market: ContractMarket, minutes: number): RowText => {
  const price = (value: number): string => value.toFixed(market.priceDecimals);
  return {
    row: (row) => {
      const opened = row.minute * MINUTE_MS;
      return `[${String(opened)},"${price(row.open)}","${price(row.high)}","${price(row.low)}","${price(row.close)}","0",${String(opened + minutes * MINUTE_MS - 1)},"0",60,"0","0","0"]`;
    },
    body: (rows) => `[${rows}]`,
  };
};

const tradedRow = (market: ContractMarket, habit: FuturesHabit, minutes: number): RowText => {
  const price = (value: number): string => value.toFixed(market.priceDecimals);
  return {
    row: (row) => {
      const opened = row.minute * MINUTE_MS;
      const [first, second] = habit.volumes(row, market);
      return (
        `[${String(opened)},"${price(row.open)}","${price(row.high)}","${price(row.low)}","${price(row.close)}","${first}",` +
        `${String(opened + minutes * MINUTE_MS - 1)},"${second}",${String(row.trades)},"0","0","0"]`
      );
    },
    body: (rows) => `[${rows}]`,
  };
};

const klines =
  (habit: FuturesHabit, kind: Kind) =>
  (ask: Ask): Answer => {
    const { query } = ask;
    const market =
      kind === 'index'
        ? contractOf(ask, kind, query.get('pair'), habit.pairOf)
        : contractOf(ask, kind, query.get('symbol'), habit.symbolOf);
    if (market === undefined) return plain({ code: -1121, msg: 'Invalid symbol.' }, 400);
    const span = spanOf(INTERVALS, query.get('interval'));
    if (span === undefined) return plain({ code: -1120, msg: 'Invalid interval.' }, 400);
    const start = wholeOf(query, 'startTime');
    const end = wholeOf(query, 'endTime');
    if (
      habit.longestDays !== undefined &&
      start !== undefined &&
      end !== undefined &&
      end - start > habit.longestDays * MINUTES_PER_DAY * MINUTE_MS
    ) {
      return plain({ code: -4088, msg: `Maximum time interval is ${String(habit.longestDays)} days.` }, 400);
    }
    return {
      kind: 'candles',
      market,
      span,
      limit: limitOf(query, 'limit', 500, CAP),
      keep: habit.keep,
      order: 'ascending',
      from: start === undefined ? undefined : Math.ceil(start / MINUTE_MS),
      to: end === undefined ? undefined : Math.floor(end / MINUTE_MS) + 1,
      emptyMinutes: 'flat',
      servesForming: true,
      write: isComputed(kind) ? computedRow(market, span.minutes) : tradedRow(market, habit, span.minutes),
    };
  };

const listed = (market: ContractMarket, habit: FuturesHabit): object => ({
  symbol: habit.symbolOf(market),
  pair: habit.pairOf(market),
  contractType: 'PERPETUAL',
  deliveryDate: 4_133_404_800_000,
  onboardDate: 1_569_398_400_000,
  status: 'TRADING',
  contractStatus: 'TRADING',
  baseAsset: market.base,
  quoteAsset: market.quote,
  marginAsset: market.contract.settle,
  pricePrecision: market.priceDecimals,
  quantityPrecision: market.contract.of === 'quote' ? 0 : market.volumeDecimals,
  baseAssetPrecision: 8,
  quotePrecision: 8,
  ...(market.contract.of === 'quote' ? { contractSize: market.contract.size } : {}),
  filters: [
    {
      filterType: 'PRICE_FILTER',
      minPrice: tickOf(market.priceDecimals),
      maxPrice: '1000000',
      tickSize: tickOf(market.priceDecimals),
    },
    {
      filterType: 'LOT_SIZE',
      minQty: market.contract.of === 'quote' ? '1' : tickOf(market.volumeDecimals),
      maxQty: '1000000',
      stepSize: market.contract.of === 'quote' ? '1' : tickOf(market.volumeDecimals),
    },
  ],
  orderTypes: ['LIMIT', 'MARKET'],
  timeInForce: ['GTC'],
});

/** The public interface of one of the two: klines of trades, mark and index prices, the listing, the clock. */
export function futuresEndpoints(habit: FuturesHabit): readonly Endpoint[] {
  const at = (path: string): RegExp => new RegExp(`^${habit.root}/${path}$`);
  const perps = (ask: Ask): readonly ContractMarket[] => ask.contracts.filter((market) => market.kind === 'perp');
  return [
    { path: at('klines'), answer: klines(habit, 'perp') },
    { path: at('markPriceKlines'), answer: klines(habit, 'mark') },
    { path: at('indexPriceKlines'), answer: klines(habit, 'index') },
    {
      path: at('exchangeInfo'),
      answer: (ask) =>
        plain({
          timezone: 'UTC',
          serverTime: ask.nowMs,
          rateLimits: [],
          exchangeFilters: [],
          assets: [],
          symbols: perps(ask).map((market) => listed(market, habit)),
        }),
    },
    { path: at('time'), answer: (ask) => plain({ serverTime: ask.nowMs }) },
    { path: at('ping'), answer: () => plain({}) },
  ];
}
