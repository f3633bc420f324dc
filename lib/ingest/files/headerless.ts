import type { Market } from '../../domain/market';
import type { FileFormat } from '../../words/en/files';
import { isDecimal } from './numbers';
import type { Role } from './roles';
import { unitShown } from './time';

/** A format without a header: what its columns are, by place. */
export interface HeaderlessFormat {
  readonly name: FileFormat;
  readonly kind: 'candles' | 'trades';
  /** What each cell is: number `n`, true or false `b`, time in words `t`. */
  readonly cells: string;
  readonly roles: readonly (Role | undefined)[];
  /** The venue whose format it is, where it is told by nothing else. */
  readonly venue?: string;
  /** A minute without a row had no trade: its publisher says so. */
  readonly omitsEmpty?: true;
  /** Whether a row's numbers can be those of this format. */
  readonly fits?: (numbers: readonly number[]) => boolean;
}

const at = (numbers: readonly number[], place: number): number => numbers[place] ?? NaN;

/** Prices at these places keep the order that a candle's have. */
const ordered =
  (open: number, high: number, low: number, close: number) =>
  (row: readonly number[]): boolean =>
    at(row, low) > 0 &&
    at(row, low) <= Math.min(at(row, open), at(row, close)) &&
    at(row, high) >= Math.max(at(row, open), at(row, close));

const ohlc = ordered(1, 2, 3, 4);
/** Sums of rounded terms may stray so far from the prices they were traded at. */
const ROUNDING = 0.01;
const isTurnover = (row: readonly number[]): boolean =>
  at(row, 6) >= at(row, 5) * at(row, 3) * (1 - ROUNDING) && at(row, 6) <= at(row, 5) * at(row, 2) * (1 + ROUNDING);
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

const PRICES = ['time', 'open', 'high', 'low', 'close'] as const;
const AGG_TRADES: readonly Role[] = ['id', 'price', 'amount', 'first-id', 'last-id', 'time'];
const TRADES: readonly (Role | undefined)[] = ['id', 'price', 'amount', undefined, 'time'];

/**
 * Binance (binance/binance-public-data, README) told apart by the number of columns and by where "buyer was maker" stands; Kraken
 * (support.kraken.com 360047124832: "missing candlesticks indicate that no trades occurred"; its rows of the API have a weighted price, too);
 * Gate (gate.com announcement 21688: seconds, newest first, a deal's side 1 or 2, a contract's sale negative; candles have no row for a
 * minute without a trade); Bybit (v5 kline: volume, turnover).
 */
const FORMATS: readonly HeaderlessFormat[] = [
  {
    name: 'binance-klines',
    kind: 'candles',
    cells: 'nnnnnnnnnnnn',
    roles: [...PRICES, 'volume', 'close-time', 'quote-volume', 'trades'],
  },
  { name: 'binance-aggtrades', kind: 'trades', cells: 'nnnnnnbb', roles: AGG_TRADES },
  { name: 'binance-aggtrades', kind: 'trades', cells: 'nnnnnnb', roles: AGG_TRADES },
  { name: 'binance-trades', kind: 'trades', cells: 'nnnnnbb', roles: TRADES },
  { name: 'binance-trades', kind: 'trades', cells: 'nnnnnb', roles: TRADES },
  {
    name: 'kraken-ohlcvt',
    kind: 'candles',
    cells: 'nnnnnnn',
    roles: [...PRICES, 'volume', 'trades'],
    venue: 'kraken',
    omitsEmpty: true,
    fits: (row) => ohlc(row) && isCount(at(row, 6)),
  },
  {
    name: 'kraken-ohlc',
    kind: 'candles',
    cells: 'nnnnnnnn',
    roles: [...PRICES, undefined, 'volume', 'trades'],
    venue: 'kraken',
    fits: (row) => ohlc(row) && isCount(at(row, 7)),
  },
  { name: 'kraken-trades', kind: 'trades', cells: 'nnn', roles: ['time', 'price', 'amount'], venue: 'kraken' },
  {
    name: 'bybit-klines',
    kind: 'candles',
    cells: 'nnnnnnn',
    roles: [...PRICES, 'volume', 'quote-volume'],
    venue: 'bybit',
    fits: (row) => ohlc(row) && isTurnover(row),
  },
  {
    name: 'gate-candlesticks',
    kind: 'candles',
    cells: 'nnnnnn',
    roles: ['time', 'volume', 'close', 'high', 'low', 'open'],
    venue: 'gate',
    omitsEmpty: true,
    fits: ordered(5, 3, 4, 2),
  },
  { name: 'ohlcv', kind: 'candles', cells: 'nnnnnn', roles: [...PRICES, 'volume'], fits: ohlc },
  { name: 'ohlcv', kind: 'candles', cells: 'tnnnnn', roles: [...PRICES, 'volume'], fits: ohlc },
  {
    name: 'gate-deals',
    kind: 'trades',
    cells: 'nnnnn',
    roles: ['time', 'id', 'price', 'amount'],
    venue: 'gate',
    fits: (row) => isCount(at(row, 1)) && (at(row, 4) === 1 || at(row, 4) === 2),
  },
  {
    name: 'gate-contract-trades',
    kind: 'trades',
    cells: 'nnnn',
    roles: ['time', 'id', 'price', 'amount'],
    venue: 'gate',
    fits: (row) => isCount(at(row, 1)),
  },
];

const isTruth = (cell: string): boolean => /^(true|false)$/i.test(cell);

/** What a cell of figures is; `?`: none of them. */
function cellKind(cell: string): string {
  const text = cell.trim();
  if (isDecimal(text)) return 'n';
  if (isTruth(text)) return 'b';
  return unitShown(text) === 'iso' ? 't' : '?';
}

/** Whether a first line holds figures already: no name of a column is a number or a time. */
export const isData = (cells: readonly string[]): boolean => cells.some((cell) => 'nt'.includes(cellKind(cell)));

/** So many of the rows looked at must fit: a few may be flawed. */
const MOST = 0.9;

/** The formats whose rows these can be: one is an answer, none or several are not. */
export function formatsOf(rows: readonly (readonly string[])[], market: Market): readonly HeaderlessFormat[] {
  const [first] = rows;
  if (first === undefined) return [];
  const shape = first.map(cellKind).join('');
  const numbers = rows.map((row) => row.map(Number));
  return FORMATS.filter(
    ({ cells, venue, fits }) =>
      cells === shape &&
      (venue === undefined || venue === market.venue) &&
      (fits === undefined || numbers.filter(fits).length >= rows.length * MOST),
  );
}
