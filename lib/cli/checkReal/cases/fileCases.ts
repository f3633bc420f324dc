import type { Asset, Kind, Market, Venue } from '../../../domain/market';
import type { FileCase, Row } from './types';

// What is right for each file, worked out by hand from its rows: 1760131200 is 2025-10-10T21:20Z.

const market = (venue: string, base: string, quote: string, kind: Kind = 'spot'): Market => ({
  venue: venue as Venue,
  base: base as Asset,
  quote,
  kind,
});

const HOUR_21 = '2025-10-10T21:';

/** Minutes of the hour from 21:00, all alike. */
const alike = (from: number, to: number, numbers: readonly number[]): readonly Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => [`${HOUR_21}${String(from + i)}Z`, ...numbers]);
const rows = (...one: readonly (readonly [minute: number, ...numbers: readonly number[]])[]): readonly Row[] =>
  one.map(([minute, ...numbers]) => [`${HOUR_21}${String(minute)}Z`, ...numbers]);

const ATOM_USD = market('coinbase', 'ATOM', 'USD');
const ATOM_USDT = market('binance', 'ATOM', 'USDT');

/** Rows of CryptoDataDownload's files of the folder: base and quote volume. */
const CDD = [3.56, 3.594, 3.56, 3.594, 2425.45, 8707.37];
const FLAT = [3.5, 3.6, 3.4, 3.55, 100.5, 355.1, NaN];

export const FILE_CASES: readonly FileCase[] = [
  // Bars that are no minutes.
  { file: 's01-hourly.csv', market: ATOM_USDT, wanted: { refused: [/1h|60 min|3600 s/] } },
  { file: 's01b-binance-klines-1h-no-header.csv', market: ATOM_USDT, wanted: { refused: [/1h|60 min|3600 s/] } },
  { file: 's01c-interval-column.csv', market: ATOM_USDT, wanted: { refused: [/5m/] } },

  // Volume columns by name; else the columns found and the options.
  { file: 's02-cdd-minute.csv', market: ATOM_USDT, wanted: { rows: alike(20, 23, FLAT), setAside: 0 } },
  { file: 's02b-cdd-minute-time-utc.csv', market: ATOM_USDT, wanted: { rows: alike(20, 23, FLAT), setAside: 0 } },
  {
    file: 's02c-kaggle-bitstamp.csv',
    market: market('bitstamp', 'BTC', 'USD'),
    // The minute between holds NaN alone: nothing is known of it.
    wanted: {
      rows: rows(
        [20, 112_000, 112_100, 111_900, 112_050, 1.5, 168_075, NaN],
        [22, 112_050, 112_060, 112_000, 112_010, 0.7, 78_407, NaN],
      ),
      setAside: 0,
    },
  },
  { file: '03-cdd.csv', market: ATOM_USD, wanted: { rows: alike(11, 20, [...CDD, NaN]), setAside: 0 } },
  { file: '03c-cdd-binance.csv', market: ATOM_USDT, wanted: { rows: alike(11, 20, [...CDD, 12]), setAside: 0 } },
  { file: '03d-cdd-unixonly.csv', market: ATOM_USD, wanted: { rows: alike(11, 20, [...CDD, NaN]), setAside: 0 } },
  {
    file: '06-novolume.csv',
    market: ATOM_USD,
    wanted: { refused: [/time, open, high, low, close/, /--column volume=/, /none/] },
  },
  {
    file: '06-novolume.csv',
    market: ATOM_USD,
    said: { column: ['volume=none'] },
    wanted: { rows: alike(20, 24, [3.56, 3.594, 3.56, 3.594, NaN, NaN, NaN]), setAside: 0 },
  },

  // Units of volume.
  {
    file: 's03-volume-is-quote.csv',
    market: market('gemini', 'BTC', 'USD'),
    // The other column, volume, is worth 112,050 times as much; that it counts USD nobody says.
    wanted: {
      rows: rows(
        [20, 112_000, 112_100, 111_900, 112_050, 1.5, NaN, NaN],
        [21, 112_050, 112_060, 112_000, 112_010, 0.7, NaN, NaN],
      ),
      setAside: 0,
    },
    summary: [/volume_btc/, /volume/],
  },
  {
    file: 's04-tardis-okex-swap.csv',
    market: market('okx', 'BTC', 'USDT', 'perp'),
    wanted: { refused: [/--volume-unit/, /contracts:/] },
  },
  {
    // OKX: a contract of BTC-USDT-SWAP is 0.01 BTC. 3 and 7 of them are 0.03 BTC at 112,000 and 0.07 at 111,990.
    file: 's04-tardis-okex-swap.csv',
    market: market('okx', 'BTC', 'USDT', 'perp'),
    said: { volumeUnit: 'contracts:0.01', whole: true },
    wanted: { rows: rows([20, 112_000, 112_000, 111_990, 111_990, 0.1, 11_199.3, 2]), setAside: 0 },
  },

  // Some trades of a minute: Bitfinex writes a sale as a negative amount; of another venue the minute is spoiled.
  {
    file: 's14-bitfinex-sells-negative.csv',
    market: market('bitfinex', 'ATOM', 'USD'),
    said: { whole: true },
    // 10 × 3.5 + 500 × 3 + 20 × 3.4 = 1,603
    wanted: { rows: rows([20, 3.5, 3.5, 3, 3.4, 530, 1603, 3], [21, 3.4, 3.4, 3.4, 3.4, 5, 17, 1]), setAside: 0 },
  },
  {
    file: 's14-bitfinex-sells-negative.csv',
    called: 'trades.csv',
    market: ATOM_USD,
    said: { whole: true },
    wanted: { rows: rows([21, 3.4, 3.4, 3.4, 3.4, 5, 17, 1]), setAside: 1 },
  },

  // Exponents: exact decimals. 4.091e-8 + 1.1043 + 4.092e-8 = 1.10430008183; 4.1 × 5.6e-7 = 0.000002296.
  {
    file: 's21-trades-exponent-amount.csv',
    market: ATOM_USD,
    said: { whole: true },
    wanted: {
      rows: rows(
        [20, 4.091, 4.092, 4.09, 4.092, 0.270_000_02, 1.104_300_081_83, 3],
        [21, 4.1, 4.1, 4.1, 4.1, 5.6e-7, 0.000_002_296, 1],
      ),
      setAside: 0,
    },
  },
  {
    file: '02b-sci-headerless.csv',
    market: ATOM_USDT,
    wanted: {
      rows: [
        ...rows([20, 0.000_012_34, 0.000_013, 0.000_01, 0.000_012, 1_500_000_000, 18_000, 10]),
        ...alike(21, 24, [3, 3.1, 2.9, 3, 10, 30, 10]),
      ],
      setAside: 0,
    },
  },

  // The edges of a trade file: its first minute and its last, of which it may hold only a part.
  {
    file: 's21-trades-exponent-amount.csv',
    market: ATOM_USD,
    wanted: { rows: [], setAside: 2 },
    summary: [/first and last minute/, /--whole/],
  },

  // Cut-off rows: as many cells as the header.
  {
    file: 's37-cut-off.csv',
    market: ATOM_USD,
    wanted: { rows: rows([20, 3.5, 3.6, 3.4, 3.55, 120.5, NaN, NaN]), setAside: 1 },
  },

  // What the file says of itself, and the future.
  {
    file: 's05-other-symbol.csv',
    market: market('binance', 'BTC', 'USDT'),
    wanted: { refused: [/ETHUSDT/, /BTC\/USDT/] },
  },
  {
    file: 's05b-tardis-other-exchange.csv',
    market: market('kraken', 'ETH', 'USD'),
    wanted: { refused: [/coinbase/i, /Kraken/] },
  },
  {
    file: 's06-two-symbols.csv',
    market: market('binance', 'BTC', 'USDT'),
    wanted: { refused: [/ETHUSDT/, /BTCUSDT/] },
  },
  { file: 's49-future.csv', market: ATOM_USD, wanted: { refused: [/1888131240000/, /not over yet/] } },

  // Separators and shapes.
  { file: '04-semicolon.csv', market: ATOM_USD, wanted: { refused: [/3,56/, /decimal=comma/] } },
  {
    file: '04-semicolon.csv',
    market: ATOM_USD,
    said: { readAs: ['decimal=comma'] },
    wanted: { rows: alike(20, 24, [3.56, 3.594, 3.56, 3.594, 2425.45, NaN, NaN]), setAside: 0 },
  },
  {
    file: 's16-semicolon.csv',
    market: ATOM_USD,
    wanted: { rows: rows([20, 3.5, 3.6, 3.4, 3.55, 120.5, NaN, NaN]), setAside: 0 },
  },
  { file: 's17-decimal-comma.csv', market: ATOM_USD, wanted: { refused: [/3,5/, /decimal=comma/] } },
  {
    file: '05-kraken.csv',
    market: market('kraken', 'ATOM', 'USD'),
    wanted: { rows: alike(20, 24, [3.56, 3.594, 3.56, 3.594, 2425.45, NaN, 12]), setAside: 0 },
  },

  // Rows off the minute grid: nine minutes are whole, five rows are set aside, and nothing between counts as no trade.
  {
    file: '01-offgrid.csv',
    market: ATOM_USDT,
    wanted: {
      rows: [...alike(20, 24, [3, 3.1, 2.9, 3, 10, 30, 10]), ...alike(31, 34, [3, 3.1, 2.9, 3, 10, 30, 10])],
      setAside: 5,
    },
    summary: [/unknown/],
  },
];
