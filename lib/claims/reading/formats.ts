import type { Venue } from '../../domain/market';
import type { NamedBook } from './symbols';

/** An export whose columns are known by their names. */
export interface Format {
  readonly id: FormatId;
  /** Names, as `plainName` writes them, that all stand in its head. */
  readonly has: readonly string[];
  /** Where and what was traded, by the symbol. */
  readonly book: (symbol: string) => { readonly venue: Venue; readonly kind: NamedBook['kind'] };
  /** Whether a publisher of parsers names these columns in a public repository or the exchange does; else they were seen in single files alone. */
  readonly isConfirmed: boolean;
}

export const FORMAT_IDS = [
  'binance-spot-trades',
  'binance-spot-trades-old',
  'binance-spot-orders',
  'binance-futures-trades',
  'okx-trades',
  'bybit-spot-trades',
  'bybit-derivatives-trades',
  'bybit-derivatives-old',
  'generic',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

const at = (venue: string, kind: NamedBook['kind']) => ({ venue: venue as Venue, kind });
const binanceSpot = () => at('binance', 'spot');

/**
 * COIN-M symbols are quoted in USD and end with `_PERP` or a delivery date; all others are USD-M (https://developers.binance.com/docs/derivatives), until
 * 2023 in BUSD, too.
 */
const binanceFutures = (symbol: string) =>
  /USD(?:_PERP|_\d{6}|\sPERPETUAL)$|(?<!B)USD$/i.test(symbol.trim())
    ? at('binancecoinm', 'perp')
    : at('binanceusdm', 'perp');

/** OKX names the instrument: `ATOM-USDT`, `ATOM-USDT-SWAP`. */
const okx = (symbol: string) => at('okx', /-(SWAP|\d{6})$/i.test(symbol.trim()) ? 'perp' : 'spot');

/** The first that fits counts. */
export const FORMATS: readonly Format[] = [
  {
    // https://github.com/BittyTax/BittyTax (src/bittytax/conv/parsers/binance/data_parsers.py)
    id: 'binance-spot-trades',
    has: ['date', 'pair', 'side', 'price', 'executed', 'amount', 'fee'],
    book: binanceSpot,
    isConfirmed: true,
  },
  {
    // https://github.com/BittyTax/BittyTax (src/bittytax/conv/parsers/binance/data_parsers.py)
    id: 'binance-spot-trades-old',
    has: ['date', 'market', 'type', 'price', 'amount', 'total', 'fee', 'feecoin'],
    book: binanceSpot,
    isConfirmed: true,
  },
  {
    // https://github.com/everytrade-io/everytrade-plugins; newer heads with Side, Executed and Average Price in single public parsers
    id: 'binance-spot-orders',
    has: ['date', 'orderno', 'pair', 'type', 'status'],
    book: binanceSpot,
    isConfirmed: false,
  },
  {
    // Columns as claimants and several public parsers name them: Time(UTC) or Date(UTC), Symbol, Side, Price, Quantity, Amount, Fee, Realized Profit
    id: 'binance-futures-trades',
    has: ['symbol', 'side', 'price', 'quantity', 'amount', 'fee', 'realizedprofit'],
    book: binanceFutures,
    isConfirmed: false,
  },
  {
    // https://github.com/everytrade-io/everytrade-plugins (OkxBeanV2); the line before the head has UID and Time Zone
    id: 'okx-trades',
    has: ['orderid', 'time', 'tradetype', 'symbol', 'action', 'amount', 'tradingunit', 'filledprice'],
    book: okx,
    isConfirmed: true,
  },
  {
    // https://github.com/everytrade-io/everytrade-plugins (ByBit spot trade history)
    id: 'bybit-spot-trades',
    has: ['spotpairs', 'direction', 'filledprice', 'filledquantity', 'timestamp'],
    book: () => at('bybit', 'spot'),
    isConfirmed: true,
  },
  {
    // Single public parsers of Bybit’s “Derivatives trade history” (they keep its spelling Trasaction ID)
    id: 'bybit-derivatives-trades',
    has: ['market', 'filledtype', 'filledquantity', 'filledprice', 'direction', 'transactiontime'],
    book: () => at('bybit', 'perp'),
    isConfirmed: false,
  },
  {
    // https://github.com/BittyTax/BittyTax (src/bittytax/conv/parsers/bybit.py)
    id: 'bybit-derivatives-old',
    has: ['time', 'contract', 'type', 'direction', 'quantity', 'position', 'filledprice', 'feepaid'],
    book: () => at('bybit', 'perp'),
    isConfirmed: true,
  },
];
