import { about, assets, at, candle, high, low, market, range } from './build';
import type { MarketEvent, PublishedFigure } from './event';

const DAY = range('2025-10-10T00:00Z', '2025-10-11T00:00Z');
const time = (clock: string) => at(`2025-10-10T${clock}Z`);
const ATOM_LOW = time('21:20');
const USDE = market('binance:USDE/USDT');
const USDE_HOURS = range('2025-10-10T21:20Z', '2025-10-10T22:54Z');

const dayLows = (
  publisher: PublishedFigure['publisher'],
  ...rows: readonly (readonly [name: string, price: `${number}`, kind?: 'perp'])[]
): readonly PublishedFigure[] =>
  rows.map(([name, price, kind]) => low(publisher, market(name, kind ?? 'spot'), DAY, price));

const closes = (level: `${number}`, minutes: `${number}`): PublishedFigure => ({
  publisher: 'quantlet',
  check: { kind: 'closes-below', market: USDE, range: USDE_HOURS, level, minutes },
});

const FIGURES: readonly PublishedFigure[] = [
  candle('yanagihalab', market('binance:ATOM/USDT'), ATOM_LOW, {
    open: '1.863',
    high: '2.283',
    low: '0.001',
    close: '1.997',
  }),
  candle('yanagihalab', market('binance:ATOM/USDC'), ATOM_LOW, {
    open: '1.912',
    high: '2.531',
    low: '1.590',
    close: '1.769',
  }),
  candle('yanagihalab', market('binanceusdm:ATOM/USDT', 'perp'), ATOM_LOW, {
    open: '1.777',
    high: '1.827',
    low: '1.46',
    close: '1.642',
  }),
  candle('yanagihalab', market('binanceusdm:ATOM/USDT', 'mark'), ATOM_LOW, { low: '1.50447' }),
  candle('yanagihalab', market('kraken:ATOM/USD'), ATOM_LOW, {
    open: '3.3745',
    high: '3.3745',
    low: '3.0',
    close: '3.3239',
  }),
  candle('yanagihalab', market('coinbase:ATOM/USD'), ATOM_LOW, {
    open: '3.56',
    high: '3.594',
    low: '3.56',
    close: '3.594',
  }),
  about(low('jamster187', market('binance:WBETH/USDT'), DAY, '430.65', time('21:40'))),
  {
    publisher: 'daviesluo',
    check: { kind: 'deviation', market: market('binance:WBETH/USDT'), at: time('21:23'), percent: '-14.35' },
  },
  low('jamster187', market('binance:BNSOL/USDT'), DAY, '34.9'),
  {
    publisher: 'daviesluo',
    check: { kind: 'deviation', market: market('binance:BNSOL/USDT'), at: time('21:43'), percent: '-82.34' },
  },
  low('quantlet', USDE, DAY, '0.65', time('21:54')),
  closes('0.99', '86'),
  closes('0.95', '45'),
  closes('0.90', '18'),
  closes('0.75', '5'),
  about(low('press', market('bybit:USDE/USDT'), DAY, '0.92')),
  low('jamster187', market('binance:WBETH/ETH'), DAY, '0.2012'),
  high('jamster187', market('binance:WBETH/ETH'), DAY, '1.0797'),
  low('jamster187', market('binance:BNSOL/SOL'), DAY, '0.1286'),
  high('jamster187', market('binance:BNSOL/SOL'), DAY, '1.076'),
  ...dayLows(
    'jamster187',
    ['binance:IOTX/USDT', '0.000001'],
    ['binance:ENJ/USDT', '0.00001'],
    ['binance:SUI/USDT', '0.5597'],
    ['binance:DOGE/USDT', '0.095'],
    ['binance:XRP/USDT', '1.2543'],
    ['binance:SOL/USDT', '168.79'],
    ['binance:ETH/USDT', '3435'],
    ['binance:BTC/USDT', '102000'],
  ),
  ...dayLows(
    'theglory',
    ['coinbase:DOGE/USD', '0.15'],
    ['binancecoinm:DOGE/USD', '0.0841', 'perp'],
    ['gemini:DOGE/USD', '0.1819'],
    ['coinbase:ATOM/USD', '3.000'],
    ['binancecoinm:ATOM/USD', '1.055', 'perp'],
    ['gemini:ATOM/USD', '3.000'],
    ['coinbase:FIL/USD', '1.743'],
    ['binance:FIL/USDT', '0.320'],
    ['binancecoinm:FIL/USD', '0.320', 'perp'],
    ['gemini:FIL/USD', '1.0001'],
    ['binance:POL/USDT', '0.1152'],
    ['gemini:POL/USD', '0.20'],
  ),
];

/** 10 October 2025: the event this product starts with. */
export const CRASH_2025_10_10: MarketEvent = {
  id: '2025-10-10',
  window: range('2025-10-10T20:00Z', '2025-10-11T00:00Z'),
  assets: assets('ATOM', 'WBETH', 'BNSOL', 'FIL', 'POL', 'USDE', 'DOGE', 'XRP', 'SOL', 'ETH', 'BTC'),
  isMarketWide: true,
  declared: {
    venue: market('binance:BTC/USDT').venue,
    range: range('2025-10-10T21:36Z', '2025-10-10T22:16Z'),
    publisher: 'binance-statement',
  },
  figures: FIGURES,
  statements: [
    { id: 'official-account', publisher: 'binance-statement' },
    { id: 'compensation-rule', publisher: 'press' },
    { id: 'index-composition', publisher: 'binance-index-notice' },
    { id: 'display-klines', publisher: 'binance-display-notice' },
    { id: 'atom-inside-minute', publisher: 'yanagihalab' },
    { id: 'hundred-assets', publisher: 'yanagihalab' },
    { id: 'offshore-lows', publisher: 'benson-sun' },
    { id: 'usdt-against-usd', publisher: 'benson-sun' },
    { id: 'orders-refused', publisher: 'claimants' },
    { id: 'arbitration', publisher: 'press' },
  ],
  roads: [{ kind: 'preset', preset: 'crash-2025-10-10' }],
};
