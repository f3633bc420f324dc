import { MINUTE_MS } from '../../domain/minute';

/** `MM-DDTHH:MM` of 2025 in UTC, and the price then. */
export type Knot = readonly [at: string, price: number];

/** The minute a knot's time names. Throws on a time that is none: the tables below are ours. */
export function minuteOf(at: string): number {
  const ms = Date.parse(`2025-${at}:00Z`);
  if (Number.isNaN(ms)) throw new Error(`"${at}" is not a time of 2025; write MM-DDTHH:MM`);
  return ms / MINUTE_MS;
}

/** A week's closes at midnight, then the 10th until the crash: knots every day, free of news. */
const week = (days: readonly number[], midday: number, evening: number): readonly Knot[] => [
  ...days.map((price, i): Knot => [`${i < 7 ? `10-0${String(i + 3)}` : '10-10'}T00:00`, price]),
  ['10-10T14:55', midday],
  ['10-10T20:00', evening],
];

/** Knots of the evening of the 10th, by the time of day alone. */
const evening = (...knots: readonly (readonly [string, number])[]): readonly Knot[] =>
  knots.map(([time, price]) => [`10-10T${time}`, price]);

const ATOM_WEEK = week([4.21, 4.25, 4.18, 4.22, 4.27, 4.12, 4.15, 4.08], 4.1, 4.02);
const ATOM_FALL = evening(['20:50', 3.98], ['21:00', 3.9], ['21:10', 3.74], ['21:12', 3.66]);
const ATOM_AFTER = [
  ...evening(
    ['21:52', 3.08],
    ['22:00', 3.15],
    ['22:30', 3.22],
    ['23:00', 3.26],
    ['23:30', 3.2],
    ['23:46', 3.09],
    ['23:47', 3.035],
    ['23:48', 3.06],
  ),
  ['10-11T00:00', 3.12],
  ['10-11T00:06', 3.13],
] as const satisfies readonly Knot[];

const DOGE_WEEK = week([0.257, 0.259, 0.252, 0.254, 0.266, 0.248, 0.252, 0.248], 0.247, 0.235);
const DOGE_FALL = evening(['20:50', 0.232], ['21:00', 0.2255], ['21:10', 0.2125]);
const DOGE_AFTER = [
  ...evening(['21:45', 0.1888], ['22:00', 0.1902], ['23:00', 0.1925]),
  ['10-11T00:00', 0.1908],
  ['10-11T00:06', 0.1906],
] as const satisfies readonly Knot[];

/** A fiat currency's knots, written as units of it per USD. */
const perUsd = (...knots: readonly Knot[]): readonly Knot[] => knots.map(([at, units]) => [at, 1 / units]);

/** Paths that are straight between their knots: a fiat currency moves by the day, not by the minute. */
export const SMOOTH: ReadonlySet<string> = new Set(['KRW', 'EUR']);

/**
 * The market's course in USD per path: straight lines between these prices, with noise upon them. They are made up, chosen
 * so that the published figures of the anchors fit among them: the fall from 20:50, the market's low at 21:20, the way back
 * by 22:00 (the official account), and ATOM's return to 2.5 and 3 after 377 and 1,571 seconds.
 */
export const PATHS: Readonly<Record<string, readonly Knot[]>> = {
  BTC: [
    ...week([120500, 122300, 122400, 123500, 124700, 121400, 123300, 121700], 121300, 117000),
    ...evening(
      ['20:50', 116600],
      ['21:00', 115300],
      ['21:10', 113200],
      ['21:15', 110300],
      ['21:19', 106200],
      ['21:20', 104600],
      ['21:21', 105800],
      ['21:23', 108300],
      ['21:30', 111200],
      ['21:43', 111800],
      ['22:00', 112700],
      ['23:00', 113300],
    ),
    ['10-11T00:00', 113100],
    ['10-11T00:06', 113050],
  ],
  ETH: [
    ...week([4480, 4510, 4490, 4520, 4680, 4460, 4530, 4370], 4340, 4110),
    ...evening(
      ['20:50', 4080],
      ['21:00', 4010],
      ['21:10', 3890],
      ['21:15', 3760],
      ['21:19', 3610],
      ['21:20', 3540],
      ['21:21', 3590],
      ['21:22', 3660],
      ['21:23', 3672],
      ['21:30', 3790],
      ['21:40', 3845],
      ['22:00', 3840],
      ['23:00', 3860],
    ),
    ['10-11T00:00', 3840],
    ['10-11T00:06', 3838],
  ],
  SOL: [
    ...week([231, 233, 229, 230, 234, 222, 228, 221], 219, 208),
    ...evening(
      ['20:50', 205.5],
      ['21:00', 201.5],
      ['21:10', 196.5],
      ['21:15', 189],
      ['21:19', 179.5],
      ['21:20', 174.6],
      ['21:21', 177.6],
      ['21:25', 183.5],
      ['21:30', 185.6],
      ['21:42', 186.1],
      ['21:43', 185.7],
      ['21:44', 186],
      ['22:00', 187.2],
      ['23:00', 188.4],
    ),
    ['10-11T00:00', 187.6],
    ['10-11T00:06', 187.5],
  ],
  XRP: [
    ...week([3.03, 3.05, 2.97, 2.98, 3, 2.86, 2.88, 2.82], 2.8, 2.72),
    ...evening(
      ['20:50', 2.69],
      ['21:00', 2.62],
      ['21:10', 2.5],
      ['21:15', 2.3],
      ['21:19', 1.84],
      ['21:20', 1.56],
      ['21:21', 1.72],
      ['21:23', 2.02],
      ['21:30', 2.28],
      ['21:45', 2.34],
      ['22:00', 2.37],
      ['23:00', 2.4],
    ),
    ['10-11T00:00', 2.36],
    ['10-11T00:06', 2.36],
  ],
  DOGE: [
    ...DOGE_WEEK,
    ...DOGE_FALL,
    ...evening(
      ['21:15', 0.196],
      ['21:19', 0.1762],
      ['21:20', 0.1688],
      ['21:21', 0.1745],
      ['21:25', 0.1835],
      ['21:30', 0.1872],
    ),
    ...DOGE_AFTER,
  ],
  ATOM: [
    ...ATOM_WEEK,
    ...ATOM_FALL,
    ...evening(
      ['21:14', 3.35],
      ['21:16', 2.95],
      ['21:18', 2.42],
      ['21:19', 1.885],
      ['21:20', 1.97],
      ['21:21', 2.06],
      ['21:23', 2.22],
      ['21:25', 2.4],
      ['21:26', 2.49],
      ['21:30', 2.6],
      ['21:36', 2.7],
      ['21:40', 2.8],
      ['21:45', 2.91],
      ['21:46', 2.98],
    ),
    ...ATOM_AFTER,
  ],
  // In dollars ATOM fell later and less: Coinbase and Kraken printed 3.56 and 3.37 in the minute in which Binance opened at
  // 1.863, and lows quoted in USDT are published as more than half below those quoted in USD. Euro books go with the dollar's.
  'ATOM in dollars': [
    ...ATOM_WEEK,
    ...ATOM_FALL,
    ...evening(
      ['21:14', 3.6],
      ['21:17', 3.52],
      ['21:19', 3.55],
      ['21:20', 3.58],
      ['21:22', 3.52],
      ['21:26', 3.4],
      ['21:32', 3.3],
      ['21:40', 3.2],
      ['21:46', 3.14],
    ),
    ...ATOM_AFTER,
  ],
  // On Gemini DOGE never traded below 0.1819 that day, while Coinbase printed 0.15.
  'DOGE at Gemini': [
    ...DOGE_WEEK,
    ...DOGE_FALL,
    ...evening(
      ['21:15', 0.196],
      ['21:18', 0.1868],
      ['21:20', 0.1834],
      ['21:21', 0.1842],
      ['21:25', 0.1852],
      ['21:30', 0.1872],
    ),
    ...DOGE_AFTER,
  ],
  FIL: [
    ...week([2.34, 2.36, 2.31, 2.33, 2.38, 2.27, 2.29, 2.26], 2.27, 2.21),
    ...evening(
      ['20:50', 2.19],
      ['21:00', 2.16],
      ['21:10', 2.1],
      ['21:15', 2.01],
      ['21:19', 1.87],
      ['21:20', 1.81],
      ['21:21', 1.84],
      ['21:25', 1.9],
      ['21:30', 1.93],
      ['21:45', 1.96],
      ['22:00', 1.98],
      ['23:00', 2],
    ),
    ['10-11T00:00', 1.98],
    ['10-11T00:06', 1.98],
  ],
  POL: [
    ...week([0.238, 0.24, 0.236, 0.237, 0.243, 0.234, 0.2365, 0.2335], 0.234, 0.2295),
    ...evening(
      ['20:50', 0.228],
      ['21:00', 0.2255],
      ['21:10', 0.2215],
      ['21:15', 0.2155],
      ['21:19', 0.2095],
      ['21:20', 0.2068],
      ['21:21', 0.2081],
      ['21:25', 0.2105],
      ['21:30', 0.212],
      ['21:45', 0.2128],
      ['22:00', 0.2134],
      ['23:00', 0.2146],
    ),
    ['10-11T00:00', 0.2138],
    ['10-11T00:06', 0.2137],
  ],
  USDE: [
    ['10-03T00:00', 1.0005],
    ['10-08T00:00', 1.0003],
    ['10-10T20:50', 1.0004],
    ...evening(
      ['21:10', 0.9995],
      ['21:20', 0.997],
      ['21:36', 0.9958],
      ['21:52', 0.9935],
      ['21:56', 0.9935],
      ['22:10', 0.996],
      ['22:53', 0.9985],
    ),
    ['10-11T00:06', 0.9992],
  ],
  // The two stablecoins every dollar price is reckoned against: a slight premium under stress, as borrowers buy them back.
  USDT: [
    ['10-03T00:00', 1.0002],
    ['10-06T00:00', 1],
    ['10-10T20:50', 1.0003],
    ...evening(['21:15', 1.001], ['21:25', 1.0014], ['21:45', 1.0009], ['22:30', 1.0005]),
    ['10-11T00:06', 1.0004],
  ],
  // About 1.16 dollars to the euro, still over the weekend.
  EUR: [
    ['10-03T00:00', 1.1715],
    ['10-03T21:00', 1.1742],
    ['10-05T21:00', 1.1742],
    ['10-06T00:00', 1.1722],
    ['10-08T00:00', 1.1655],
    ['10-10T00:00', 1.1564],
    ['10-10T21:00', 1.1619],
    ['10-11T00:06', 1.1619],
  ],
  // A small stablecoin with one venue: a discount, deeper under stress.
  FDUSD: [
    ['10-03T00:00', 0.9985],
    ['10-10T20:50', 0.9982],
    ...evening(['21:20', 0.9958], ['21:45', 0.997], ['22:30', 0.998]),
    ['10-11T00:06', 0.9981],
  ],
  // About 1,420 won to the dollar, weaker towards the evening.
  KRW: perUsd(
    ['10-03T00:00', 1_408],
    ['10-06T00:00', 1_411],
    ['10-08T00:00', 1_417],
    ['10-10T00:00', 1_420],
    ['10-10T21:00', 1_424],
    ['10-11T00:06', 1_427],
  ),
  USDC: [['10-03T00:00', 1], ['10-10T20:50', 1], ...evening(['21:20', 1.0004], ['22:00', 1.0001]), ['10-11T00:06', 1]],
};
