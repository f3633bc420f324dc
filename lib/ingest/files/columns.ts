import { FileRefused } from './refused';

const CANDLE_COLUMNS = {
  time: [
    'open_time_ms',
    'open_time',
    'opentime',
    'time',
    'timestamp',
    'timestamp_ms',
    'ts',
    'date',
    'datetime',
    'unix',
    'start',
    'open_time_s',
    'open_time_us',
    'time_ms',
    'time_s',
    'time_us',
    'time(utc)',
    'date(utc)',
    'time_utc',
    'date_utc',
  ],
  open: ['open', 'o', 'open_price'],
  high: ['high', 'h', 'high_price'],
  low: ['low', 'l', 'low_price'],
  close: ['close', 'c', 'close_price'],
  volume: ['volume', 'base_volume', 'vol', 'v', 'basevolume', 'volume_base'],
  quoteVolume: ['quote_volume', 'quote_asset_volume', 'quotevolume', 'turnover', 'quote_vol', 'volume_quote'],
  trades: ['trades', 'count', 'trade_count', 'number_of_trades', 'num_trades', 'tradecount'],
} as const;

const TRADE_COLUMNS = {
  time: [
    'timestamp',
    'time',
    'timestamp_us',
    'timestamp_ms',
    'timestamp_s',
    'time_us',
    'time_ms',
    'trade_time',
    'transact_time',
    'date',
    'datetime',
    'time(utc)',
    'date(utc)',
  ],
  price: ['price', 'p'],
  amount: ['amount', 'qty', 'quantity', 'size', 'q'],
  id: ['id', 'trade_id', 'tradeid', 'tid', 'agg_trade_id'],
  symbol: ['symbol', 'pair', 'market', 'instrument'],
  /** Of a row that stands for several trades: the ids of the first and the last of them. */
  first: ['first_trade_id', 'first_id'],
  last: ['last_trade_id', 'last_id'],
} as const;

export type CandleColumn = keyof typeof CANDLE_COLUMNS;
export type TradeColumn = keyof typeof TRADE_COLUMNS;

/** Where a column stands, by what it means; -1 where the file has none. */
export type Places<Name extends string> = Readonly<Record<Name, number>>;

export type Layout =
  | {
      readonly kind: 'candles';
      readonly places: Places<CandleColumn>;
      readonly timeColumn: string;
      readonly headerless: boolean;
    }
  | { readonly kind: 'trades'; readonly places: Places<TradeColumn>; readonly timeColumn: string };

const normal = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/_\(/g, '(');

function placesOf<Name extends string>(
  synonyms: Readonly<Record<Name, readonly string[]>>,
  names: readonly string[],
): Places<Name> {
  const entries = Object.entries<readonly string[]>(synonyms).map(([column, known]) => [
    column,
    known.map((name) => names.indexOf(name)).find((at) => at !== -1) ?? ABSENT,
  ]);
  return Object.fromEntries(entries) as Places<Name>;
}

const ABSENT = -1;

/**
 * Binance's files without a header (binance/binance-public-data, README), told apart by the number of their columns and by
 * where "buyer was maker" (true or false) stands:
 * klines: open time, OHLC, volume, close time, quote volume, count, two taker columns, unused;
 * aggTrades: id, price, quantity, first and last trade id, time, buyer was maker, of spot also best match;
 * trades: id, price, quantity, quote quantity, time, buyer was maker, of spot also best match.
 */
const KLINES: Layout = {
  kind: 'candles',
  headerless: true,
  timeColumn: '',
  places: { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5, quoteVolume: 7, trades: 8 },
};
const AGG_TRADES: Layout = {
  kind: 'trades',
  timeColumn: '',
  places: { id: 0, price: 1, amount: 2, first: 3, last: 4, time: 5, symbol: ABSENT },
};
const TRADES: Layout = {
  kind: 'trades',
  timeColumn: '',
  places: { id: 0, price: 1, amount: 2, time: 4, first: ABSENT, last: ABSENT, symbol: ABSENT },
};

const isNumber = (cell: string | undefined): boolean => cell !== undefined && /^-?\d+(\.\d+)?$/.test(cell.trim());
const isTruth = (cell: string | undefined): boolean => cell !== undefined && /^(true|false)$/i.test(cell.trim());

/** What each cell of a line of figures is: a number `n`, true or false `b`, or neither `?`. */
const shapeOf = (cells: readonly string[]): string =>
  cells.map((cell) => (isNumber(cell) ? 'n' : isTruth(cell) ? 'b' : '?')).join('');

const HEADERLESS: Readonly<Record<string, Layout>> = {
  nnnnnnnnnnnn: KLINES,
  nnnnnnbb: AGG_TRADES,
  nnnnnnb: AGG_TRADES,
  nnnnnbb: TRADES,
  nnnnnb: TRADES,
};

/** Whether a first line holds figures already: no name of a column is a number. */
export const isHeaderless = (cells: readonly string[]): boolean => isNumber(cells[0]);

/**
 * What a file's first line makes of it: candles or trades, by its header or as one of Binance's files without one. Throws
 * `FileRefused` naming the columns found and those wanted.
 */
export function layoutOf(cells: readonly string[], path: string): Layout {
  if (isHeaderless(cells)) {
    const known = HEADERLESS[shapeOf(cells)];
    if (known !== undefined) return known;
    throw new FileRefused(
      `${path}: no header, and ${String(cells.length)} columns that are not those of Binance's klines (12), aggTrades (8, of futures 7) or trades (7, of futures 6); add a header line like open_time,open,high,low,close,volume`,
    );
  }
  const names = cells.map((cell) => normal(cell.replace(/^\uFEFF/, '')));
  const candles = placesOf(CANDLE_COLUMNS, names);
  if ((['time', 'open', 'high', 'low', 'close'] as const).every((column) => candles[column] !== ABSENT)) {
    return { kind: 'candles', places: candles, timeColumn: names[candles.time] ?? '', headerless: false };
  }
  const trades = placesOf(TRADE_COLUMNS, names);
  if ((['time', 'price', 'amount'] as const).every((column) => trades[column] !== ABSENT)) {
    return { kind: 'trades', places: trades, timeColumn: names[trades.time] ?? '' };
  }
  const found = cells
    .map((cell) => cell.trim().slice(0, 30))
    .slice(0, 20)
    .join(', ');
  throw new FileRefused(
    `${path}: the columns are ${found}; candles want time (or open_time, timestamp, …), open, high, low, close and volume, trades want timestamp, price and amount: rename them`,
  );
}
