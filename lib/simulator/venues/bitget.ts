import { isComputed, type Kind } from '../../domain/market';
import { MINUTES_PER_DAY, MINUTE_MS } from '../../domain/minute';
import { GMT8_DAY, HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import {
  codesOf,
  contractOf,
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

/** `/candles` gives 1,000 rows and reaches 30 days back; `/history-candles` gives 200 and reaches to the listing. */
const RECENT = { cap: 1_000, days: 30 };
const HISTORY_CAP = 200;

/** A day is Beijing's unless its name says UTC. */
const GRANULARITIES = {
  spot: {
    '1min': MINUTE,
    '5min': MINUTES_5,
    '15min': MINUTES_15,
    '1h': HOUR,
    '1day': GMT8_DAY,
    '1Dutc': UTC_DAY,
  },
  contract: { '1m': MINUTE, '5m': MINUTES_5, '15m': MINUTES_15, '1H': HOUR, '1D': GMT8_DAY, '1Dutc': UTC_DAY },
};

const idOf = (market: SimulatedMarket): string => `${market.base}${market.quote}`;
const fine = (ask: Ask, body: unknown): unknown => ({
  code: '00000',
  msg: 'success',
  requestTime: ask.nowMs,
  data: body,
});
const wrong = (ask: Ask, code: string, msg: string): Answer =>
  plain({ code, msg, requestTime: ask.nowMs, data: null }, 400);

const symbol = (market: SimulatedMarket): object => ({
  symbol: idOf(market),
  baseCoin: market.base,
  quoteCoin: market.quote,
  minTradeAmount: tickOf(market.volumeDecimals),
  maxTradeAmount: '900000000',
  takerFeeRate: '0.002',
  makerFeeRate: '0.002',
  pricePrecision: String(market.priceDecimals),
  quantityPrecision: String(market.volumeDecimals),
  quotePrecision: String(market.priceDecimals + market.volumeDecimals),
  status: 'online',
  minTradeUSDT: '1',
  buyLimitPriceRatio: '0.05',
  sellLimitPriceRatio: '0.05',
});

const coin = (code: string, index: number): object => ({
  coinId: String(index + 1),
  coin: code,
  transfer: 'true',
  chains: [],
});

/** One row, only so that clients see the shape of the margin list; nothing is lent here. */
const NO_MARGIN = [{ symbol: 'NONEUSDT', baseCoin: 'NONE', quoteCoin: 'USDT', isBorrowable: false, status: '0' }];

const contract = (market: ContractMarket): object => ({
  symbol: idOf(market),
  baseCoin: market.base,
  quoteCoin: market.quote,
  supportMarginCoins: [market.contract.settle],
  symbolType: 'perpetual',
  symbolStatus: 'normal',
  minTradeNum: tickOf(market.volumeDecimals),
  sizeMultiplier: tickOf(market.volumeDecimals),
  volumePlace: String(market.volumeDecimals),
  pricePlace: String(market.priceDecimals),
  priceEndStep: '1',
  minTradeUSDT: '5',
  takerFeeRate: '0.0006',
  makerFeeRate: '0.0002',
  minLever: '1',
  maxLever: '50',
  launchTime: '',
  offTime: '-1',
  deliveryTime: '',
  fundInterval: '8',
});

/** What a candle endpoint is of: spot, or one of a contract's three prices. */
type Book = 'spot' | Kind;

const KLINE_KINDS: Readonly<Record<string, Kind>> = { market: 'perp', mark: 'mark', index: 'index' };

/** Columns time, open, high, low, close, base and quote volume, and on spot USDT volume. Computed prices have volumes of 0. */
const rowOf =
  (book: Book): RowText['row'] =>
  (row) => {
    const volume = (value: number): string => (book !== 'spot' && isComputed(book) ? '0' : String(value));
    return (
      `["${String(row.minute * MINUTE_MS)}","${String(row.open)}","${String(row.high)}","${String(row.low)}","${String(row.close)}",` +
      `"${volume(row.baseVolume)}","${volume(row.quoteVolume)}"${book === 'spot' ? `,"${String(row.quoteVolume)}"` : ''}]`
    );
  };

/**
 * Oldest first, reckoned from the end: the newest rows before `endTime` (exclusive on the open time: so ccxt reckons, the
 * documentation leaves it open). `startTime` binds on `/candles` and is ignored by `/history-candles`, which wants an
 * `endTime` and serves closed candles alone. A minute without a trade is taken to be a flat row: the documentation does
 * not say.
 */
const candles =
  (given: Book, history: boolean) =>
  (ask: Ask): Answer => {
    const book =
      given === 'perp' && ask.query.has('kLineType')
        ? (KLINE_KINDS[ask.query.get('kLineType')?.toLowerCase() ?? ''] ?? given)
        : given;
    const id = ask.query.get('symbol');
    const market = book === 'spot' ? marketOf(ask, id, idOf) : contractOf(ask, book, id, idOf);
    if (market === undefined) return wrong(ask, '40034', 'Parameter does not exist');
    if (book !== 'spot' && ask.query.get('productType')?.toUpperCase() !== 'USDT-FUTURES')
      return wrong(ask, '400172', 'Parameter verification failed productType');
    const span = spanOf(GRANULARITIES[book === 'spot' ? 'spot' : 'contract'], ask.query.get('granularity'));
    if (span === undefined) return wrong(ask, '400171', 'Parameter verification failed granularity');
    const start = wholeOf(ask.query, 'startTime');
    const end = wholeOf(ask.query, 'endTime');
    const cap = history ? HISTORY_CAP : RECENT.cap;
    if (history && end === undefined) return wrong(ask, '400172', 'Parameter verification failed endTime');
    if ((wholeOf(ask.query, 'limit') ?? 1) > cap) return wrong(ask, '400172', `limit must be at most ${String(cap)}`);
    return {
      kind: 'candles',
      market,
      span,
      limit: limitOf(ask.query, 'limit', 100, cap),
      keep: 'newest',
      order: 'ascending',
      from: history || start === undefined ? undefined : Math.ceil(start / MINUTE_MS),
      to: end === undefined ? undefined : Math.ceil(end / MINUTE_MS),
      ...(history ? {} : { reachesBackTo: Math.floor(ask.nowMs / MINUTE_MS) - RECENT.days * MINUTES_PER_DAY }),
      emptyMinutes: 'flat',
      servesForming: !history,
      write: {
        row: rowOf(book),
        body: (rows) => `{"code":"00000","msg":"success","requestTime":${String(ask.nowMs)},"data":[${rows}]}`,
      },
    };
  };

const contracts = (ask: Ask): Answer =>
  plain(
    fine(
      ask,
      ask.query.get('productType') === 'USDT-FUTURES'
        ? ask.contracts.filter(({ kind }) => kind === 'perp').map(contract)
        : [],
    ),
  );

export const bitget: VenueProfile = {
  venue: 'bitget',
  endpoints: [
    { path: /^\/api\/v2\/spot\/market\/candles$/, answer: candles('spot', false) },
    { path: /^\/api\/v2\/spot\/market\/history-candles$/, answer: candles('spot', true) },
    { path: /^\/api\/v2\/spot\/public\/symbols$/, answer: (ask) => plain(fine(ask, ask.markets.map(symbol))) },
    { path: /^\/api\/v2\/spot\/public\/coins$/, answer: (ask) => plain(fine(ask, codesOf(ask).map(coin))) },
    { path: /^\/api\/v2\/margin\/currencies$/, answer: (ask) => plain(fine(ask, NO_MARGIN)) },
    { path: /^\/api\/v2\/mix\/market\/contracts$/, answer: contracts },
    { path: /^\/api\/v2\/mix\/market\/candles$/, answer: candles('perp', false) },
    { path: /^\/api\/v2\/mix\/market\/history-candles$/, answer: candles('perp', true) },
    { path: /^\/api\/v2\/mix\/market\/history-mark-candles$/, answer: candles('mark', true) },
    { path: /^\/api\/v2\/mix\/market\/history-index-candles$/, answer: candles('index', true) },
    { path: /^\/api\/v2\/public\/time$/, answer: (ask) => plain(fine(ask, { serverTime: String(ask.nowMs) })) },
  ],
  unknownPath: plain({ code: '40404', msg: 'Request URL NOT FOUND', data: null }, 404),
};
