/** A published figure the scenario passes through. Prices in quote per base; fields not given are not published. */
export interface Anchor {
  readonly venue: string;
  readonly pair: string;
  readonly at: string;
  readonly open?: number;
  readonly high?: number;
  readonly low?: number;
  readonly close?: number;
  readonly baseVolume?: number;
  readonly trades?: number;
  /** The high is at least `high`, not exactly it. */
  readonly highAtLeast?: true;
  /** The publisher gives the day, the quarter of an hour or a range; the exact minute or figure is this scenario's choice. */
  readonly chosen?: 'minute' | 'figure';
  readonly publisher: string;
}

const ATOM_RESEARCH = 'yanagihalab/atom-flash-crash-research';
const BENSON_SUN = "Benson Sun's deviation report, as quoted in the press";
const JAMSTER = 'Jamster187/oct10-black-swan-analysis';
const EXHIBIT = 'aaronwu2017/TheGlory, exhibit C-7';

/**
 * "Lows about 1.5–1.6" is all that is published of these venues: the lows are chosen within it, close to one another, and
 * the highs just below Binance's, so that no figure of the minute but its low sets Binance apart.
 */
const offshoreAtom = (venue: string, low: number, high: number): Anchor => ({
  venue,
  pair: 'ATOM/USDT',
  at: '10-10T21:20',
  low,
  high,
  chosen: 'figure',
  publisher: BENSON_SUN,
});

const dayLow = (venue: string, pair: string, low: number, publisher: string, at = '10-10T21:20'): Anchor => ({
  venue,
  pair,
  at,
  low,
  chosen: 'minute',
  publisher,
});

export const ANCHORS: readonly Anchor[] = [
  {
    venue: 'binance',
    pair: 'ATOM/USDT',
    at: '10-10T21:20',
    open: 1.863,
    high: 2.283,
    low: 0.001,
    close: 1.997,
    baseVolume: 98_726.74,
    trades: 1_582,
    publisher: ATOM_RESEARCH,
  },
  {
    venue: 'binance',
    pair: 'ATOM/USDC',
    at: '10-10T21:20',
    open: 1.912,
    high: 2.531,
    low: 1.59,
    close: 1.769,
    publisher: ATOM_RESEARCH,
  },
  {
    venue: 'kraken',
    pair: 'ATOM/USD',
    at: '10-10T21:20',
    open: 3.3745,
    high: 3.3745,
    low: 3,
    close: 3.3239,
    publisher: ATOM_RESEARCH,
  },
  {
    venue: 'coinbase',
    pair: 'ATOM/USD',
    at: '10-10T21:20',
    open: 3.56,
    high: 3.594,
    low: 3.56,
    close: 3.594,
    baseVolume: 2_425.45,
    publisher: ATOM_RESEARCH,
  },
  // 377 and 1,571 seconds after 21:20:37.689.
  { venue: 'binance', pair: 'ATOM/USDT', at: '10-10T21:26', high: 2.502, highAtLeast: true, publisher: ATOM_RESEARCH },
  { venue: 'binance', pair: 'ATOM/USDT', at: '10-10T21:46', high: 3.002, highAtLeast: true, publisher: ATOM_RESEARCH },
  offshoreAtom('okx', 1.56, 2.251),
  offshoreAtom('gate', 1.566, 2.262),
  offshoreAtom('bybit', 1.572, 2.27),
  offshoreAtom('kucoin', 1.581, 2.255),
  offshoreAtom('bitget', 1.59, 2.266),
  dayLow('coinbase', 'ATOM/USD', 3, EXHIBIT, '10-10T23:47'),
  dayLow('gemini', 'ATOM/USD', 3, EXHIBIT, '10-10T23:47'),
  dayLow('coinbase', 'DOGE/USD', 0.15, EXHIBIT),
  dayLow('gemini', 'DOGE/USD', 0.1819, EXHIBIT),
  dayLow('coinbase', 'FIL/USD', 1.743, EXHIBIT),
  dayLow('binance', 'FIL/USDT', 0.32, EXHIBIT),
  dayLow('gemini', 'FIL/USD', 1.0001, EXHIBIT),
  dayLow('binance', 'POL/USDT', 0.1152, EXHIBIT),
  dayLow('gemini', 'POL/USD', 0.2, EXHIBIT),
  dayLow('binance', 'DOGE/USDT', 0.095, JAMSTER),
  dayLow('binance', 'XRP/USDT', 1.2543, JAMSTER),
  dayLow('binance', 'SOL/USDT', 168.79, JAMSTER),
  dayLow('binance', 'ETH/USDT', 3_435, JAMSTER),
  dayLow('binance', 'BTC/USDT', 102_000, JAMSTER),
  { venue: 'binance', pair: 'WBETH/USDT', at: '10-10T21:40', low: 430.65, publisher: JAMSTER },
  { venue: 'binance', pair: 'BNSOL/USDT', at: '10-10T21:43', low: 34.9, publisher: JAMSTER },
  {
    venue: 'binance',
    pair: 'USDE/USDT',
    at: '10-10T21:54',
    low: 0.65,
    publisher: 'computed from QuantLet/onchain-insights',
  },
  { venue: 'bybit', pair: 'USDE/USDT', at: '10-10T21:54', low: 0.92, chosen: 'minute', publisher: 'press' },
  // −14.35 % against fair: 0.8565 × the ratio 1.0797 × the dip of ETH at 21:23, 3,640 USD, at 1.00132 USD a USDT.
  {
    venue: 'binance',
    pair: 'WBETH/USDT',
    at: '10-10T21:23',
    low: 3_361.7,
    chosen: 'figure',
    publisher: 'daviesluo/daviesportfolios',
  },
];
