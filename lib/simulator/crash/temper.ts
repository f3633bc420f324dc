/** How a base trades, calm and at the height of the crash. Made up; ratios unless said otherwise. */
export interface Temper {
  /** A minute's step of the common path between two knots. */
  readonly step: number;
  /** How far one venue's price may lie from the path: never farther. */
  readonly venueNoise: readonly [calm: number, crash: number];
  /** The longest wick beyond open and close, alike on every venue but for a fifth. */
  readonly wick: readonly [calm: number, crash: number];
  /** USD traded a calm minute on the largest venue. */
  readonly usdPerMinute: number;
  /** USD of a typical trade. */
  readonly usdPerTrade: number;
}

/**
 * Venue noise stays far below the 2 % (1 % for stable, pegged and wrapped assets) at which an episode begins: what strays
 * here strays because a published figure says so. BTC and ETH stay closest, as their crosses give the rates.
 */
export const TEMPERS: Readonly<Record<string, Temper>> = {
  BTC: {
    step: 0.0003,
    venueNoise: [0.0002, 0.0005],
    wick: [0.0005, 0.005],
    usdPerMinute: 1_500_000,
    usdPerTrade: 1_500,
  },
  ETH: {
    step: 0.0004,
    venueNoise: [0.0002, 0.0006],
    wick: [0.0007, 0.006],
    usdPerMinute: 1_200_000,
    usdPerTrade: 1_200,
  },
  SOL: { step: 0.0005, venueNoise: [0.0003, 0.0015], wick: [0.0008, 0.006], usdPerMinute: 500_000, usdPerTrade: 800 },
  XRP: { step: 0.0005, venueNoise: [0.0003, 0.002], wick: [0.0008, 0.008], usdPerMinute: 400_000, usdPerTrade: 700 },
  DOGE: { step: 0.0006, venueNoise: [0.0004, 0.002], wick: [0.0009, 0.008], usdPerMinute: 200_000, usdPerTrade: 600 },
  ATOM: { step: 0.0006, venueNoise: [0.0006, 0.002], wick: [0.001, 0.009], usdPerMinute: 9_000, usdPerTrade: 300 },
  FIL: { step: 0.0006, venueNoise: [0.0006, 0.002], wick: [0.001, 0.008], usdPerMinute: 12_000, usdPerTrade: 300 },
  POL: { step: 0.0006, venueNoise: [0.0006, 0.002], wick: [0.001, 0.008], usdPerMinute: 10_000, usdPerTrade: 300 },
  WBETH: { step: 0.00005, venueNoise: [0.0004, 0.002], wick: [0.0007, 0.006], usdPerMinute: 4_000, usdPerTrade: 900 },
  BNSOL: { step: 0.00005, venueNoise: [0.0005, 0.002], wick: [0.0008, 0.006], usdPerMinute: 4_000, usdPerTrade: 600 },
  USDE: {
    step: 0.00002,
    venueNoise: [0.0001, 0.0006],
    wick: [0.0002, 0.0008],
    usdPerMinute: 30_000,
    usdPerTrade: 1_000,
  },
  USDC: {
    step: 0.000005,
    venueNoise: [0.00003, 0.0001],
    wick: [0.00002, 0.0002],
    usdPerMinute: 60_000,
    usdPerTrade: 3_000,
  },
  FDUSD: {
    step: 0.000005,
    venueNoise: [0.00003, 0.0001],
    wick: [0.00002, 0.0002],
    usdPerMinute: 20_000,
    usdPerTrade: 3_000,
  },
  EUR: {
    step: 0,
    venueNoise: [0.00003, 0.0001],
    wick: [0.00002, 0.0002],
    usdPerMinute: 40_000,
    usdPerTrade: 1_000,
  },
  USDT: {
    step: 0.000005,
    venueNoise: [0.00003, 0.0001],
    wick: [0.00002, 0.0002],
    usdPerMinute: 60_000,
    usdPerTrade: 3_000,
  },
};

/** A venue's share of the largest venue's turnover. */
export const VENUE_TURNOVER: Readonly<Record<string, number>> = {
  binance: 1,
  coinbase: 0.4,
  bybit: 0.35,
  okx: 0.3,
  bitget: 0.2,
  gate: 0.15,
  kucoin: 0.12,
  kraken: 0.1,
  upbit: 0.3,
  mexc: 0.18,
  cryptocom: 0.15,
  bithumb: 0.12,
  htx: 0.1,
  bitfinex: 0.06,
  bitstamp: 0.05,
  gemini: 0.03,
};

/**
 * How many times larger than `usdPerTrade` a typical trade of these venues is. Made up: they are asked for trades, a page at a time, and a week
 * of the rehearsal's would otherwise be some six million.
 */
export const VENUE_TRADE_SIZE: Readonly<Record<string, number>> = { kraken: 4, gemini: 4 };

/** Wrapped assets follow their underlying at this ratio. Jamster187 gives highs of 1.0797 (WBETH/ETH) and 1.076 (BNSOL/SOL). */
export const WRAPPED: Readonly<Record<string, { readonly underlying: string; readonly ratio: number }>> = {
  WBETH: { underlying: 'ETH', ratio: 1.0797 },
  BNSOL: { underlying: 'SOL', ratio: 1.07 },
};
