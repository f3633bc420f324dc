/** A low, and at times a high, that a whole path touched within one minute, in USD: every market on it goes there, within `spread`. */
export interface Dip {
  readonly path: string;
  readonly at: string;
  readonly low: number;
  readonly high?: number;
  /** How far a single market's low may lie from it, as a ratio. */
  readonly spread: number;
}

/**
 * The market-wide lows. Where only Binance's day low is published (BTC, ETH, SOL, XRP), the market is taken to have gone
 * there too: nobody is made a culprit without a published figure that says so. All are made up but for that.
 */
export const DIPS: readonly Dip[] = [
  { path: 'BTC', at: '10-10T21:20', low: 102_320, spread: 0.0012 },
  { path: 'ETH', at: '10-10T21:20', low: 3_448, spread: 0.0015 },
  { path: 'SOL', at: '10-10T21:20', low: 169.5, spread: 0.0015 },
  { path: 'XRP', at: '10-10T21:20', low: 1.2625, spread: 0.002 },
  // Coinbase's published 0.15 is the lowest of the others; Binance's 0.095 stands alone.
  { path: 'DOGE', at: '10-10T21:20', low: 0.1513, spread: 0.003 },
  // The underlying in the two minutes whose wrapped deviations are published: one price everywhere, so that they fit.
  { path: 'ETH', at: '10-10T21:23', low: 3_640, spread: 0.0001 },
  // 184.69 USDT at 1.00095 USD: Binance's BNSOL at 34.9 is then −82.34 % against 1.07 × SOL.
  { path: 'SOL', at: '10-10T21:43', low: 184.866, spread: 0.0001 },
  // "Lows about 1.5–1.6", and highs just below Binance's: where no figure is published, a venue goes with the offshore market.
  { path: 'ATOM', at: '10-10T21:20', low: 1.575, high: 2.262, spread: 0.003 },
  // Coinbase's published 1.743 is the lowest of the others; Binance's 0.320 and Gemini's 1.0001 stand alone.
  { path: 'FIL', at: '10-10T21:20', low: 1.757, spread: 0.003 },
  // Gemini's published 0.20 is the lowest of the others; Binance's 0.1152 stands alone.
  { path: 'POL', at: '10-10T21:20', low: 0.2018, spread: 0.003 },
  // Coinbase's published day low of 3.000, reached by the market together.
  { path: 'ATOM', at: '10-10T23:47', low: 3.012, spread: 0.002 },
  { path: 'ATOM in dollars', at: '10-10T23:47', low: 3.012, spread: 0.002 },
  { path: 'USDE', at: '10-10T21:54', low: 0.9905, spread: 0.0005 },
];
