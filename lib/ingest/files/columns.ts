import { isComputed, type Market } from '../../domain/market';
import { shapeWords } from '../../words/en/files';
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
  closeTime: ['close_time', 'closetime', 'close_time_ms', 'close_time_us', 'close_time_s'],
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
  /** Of a row that stands for several trades: the ids of the first and the last of them. */
  first: ['first_trade_id', 'first_id'],
  last: ['last_trade_id', 'last_id'],
} as const;

/** What the rows of either kind of file say of themselves. */
const CLAIM_COLUMNS = {
  symbol: ['symbol', 'pair', 'market', 'instrument'],
  exchange: ['exchange', 'venue'],
  interval: ['interval', 'timeframe', 'resolution'],
} as const;

export type CandleColumn = keyof typeof CANDLE_COLUMNS;
export type TradeColumn = keyof typeof TRADE_COLUMNS;
export type Claims = Places<keyof typeof CLAIM_COLUMNS>;

/** Where a column stands, by what it means; -1 where the file has none. */
export type Places<Name extends string> = Readonly<Record<Name, number>>;

interface Columns {
  readonly claims: Claims;
  readonly timeColumn: string;
  /** How many cells a whole row has. */
  readonly width: number;
}

export type Layout =
  | (Columns & { readonly kind: 'candles'; readonly places: Places<CandleColumn> })
  | (Columns & { readonly kind: 'trades'; readonly places: Places<TradeColumn> });

const normal = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/_\(/g, '(');

const ABSENT = -1;

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

/**
 * Binance's files without a header (binance/binance-public-data, README), told apart by the number of their columns and by
 * where "buyer was maker" (true or false) stands:
 * klines: open time, OHLC, volume, close time, quote volume, count, two taker columns, unused;
 * aggTrades: id, price, quantity, first and last trade id, time, buyer was maker, of spot also best match;
 * trades: id, price, quantity, quote quantity, time, buyer was maker, of spot also best match.
 */
const NO_CLAIMS: Claims = { symbol: ABSENT, exchange: ABSENT, interval: ABSENT };
const KLINES: Layout = {
  kind: 'candles',
  claims: NO_CLAIMS,
  timeColumn: '',
  width: 12,
  places: { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5, closeTime: 6, quoteVolume: 7, trades: 8 },
};
const AGG_TRADES: Layout = {
  kind: 'trades',
  claims: NO_CLAIMS,
  timeColumn: '',
  width: 7,
  places: { id: 0, price: 1, amount: 2, first: 3, last: 4, time: 5 },
};
const TRADES: Layout = {
  kind: 'trades',
  claims: NO_CLAIMS,
  timeColumn: '',
  width: 6,
  places: { id: 0, price: 1, amount: 2, time: 4, first: ABSENT, last: ABSENT },
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

/** The columns found, for a message. */
const listed = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.trim().slice(0, 30))
    .slice(0, 20)
    .join(', ');

/**
 * Whether a candle file says if a minute was traded. A mark or index price has no volume. A volume column of another name is not
 * passed over: its minutes would be stored without the volume that the file holds.
 */
function saysTraded(places: Places<CandleColumn>, names: readonly string[], market: Market): boolean {
  if (isComputed(market.kind) || places.volume !== ABSENT || places.quoteVolume !== ABSENT) return true;
  return places.trades !== ABSENT && !names.some((name) => /vol|turnover/.test(name));
}

/**
 * What a file's first line makes of it: candles or trades, by its header or as one of Binance's files without one. Throws
 * `FileRefused` naming the columns found and those wanted.
 */
export function layoutOf(cells: readonly string[], path: string, market: Market): Layout {
  if (isHeaderless(cells)) {
    const known = HEADERLESS[shapeOf(cells)];
    if (known !== undefined) return { ...known, width: cells.length };
    throw new FileRefused(shapeWords.headerless(path, cells.length));
  }
  const names = cells.map((cell) => normal(cell.replace(/^\uFEFF/, '')));
  const claims = placesOf(CLAIM_COLUMNS, names);
  const width = cells.length;
  const candles = placesOf(CANDLE_COLUMNS, names);
  if ((['time', 'open', 'high', 'low', 'close'] as const).every((column) => candles[column] !== ABSENT)) {
    if (!saysTraded(candles, names, market)) throw new FileRefused(shapeWords.noVolume(path, listed(cells)));
    return { kind: 'candles', places: candles, claims, width, timeColumn: names[candles.time] ?? '' };
  }
  const trades = placesOf(TRADE_COLUMNS, names);
  if ((['time', 'price', 'amount'] as const).every((column) => trades[column] !== ABSENT)) {
    return { kind: 'trades', places: trades, claims, width, timeColumn: names[trades.time] ?? '' };
  }
  throw new FileRefused(shapeWords.unknownColumns(path, listed(cells)));
}
