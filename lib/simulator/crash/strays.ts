import type { Knot } from './knots';

/** How one venue's price of an asset departed from its path: factors, straight lines between them, 1 outside. */
export interface Stray {
  readonly venue: string;
  readonly base: string;
  readonly factors: readonly Knot[];
}

/** Made up between the anchors, so that each published low has a way down and a way back. */
export const STRAYS: readonly Stray[] = [
  // WBETH: −14.35 % at 21:23, "severe depeg after 21:36", day low at 21:40, the compensation window ends 22:16.
  {
    venue: 'binance',
    base: 'WBETH',
    factors: [
      ['10-10T21:18', 1],
      ['10-10T21:20', 0.965],
      ['10-10T21:23', 0.9],
      ['10-10T21:28', 0.955],
      ['10-10T21:35', 0.94],
      ['10-10T21:37', 0.8],
      ['10-10T21:39', 0.5],
      ['10-10T21:40', 0.28],
      ['10-10T21:42', 0.42],
      ['10-10T21:46', 0.55],
      ['10-10T21:55', 0.84],
      ['10-10T22:16', 0.955],
      ['10-10T22:45', 1],
    ],
  },
  // BNSOL: day low at 21:43.
  {
    venue: 'binance',
    base: 'BNSOL',
    factors: [
      ['10-10T21:18', 1],
      ['10-10T21:22', 0.95],
      ['10-10T21:30', 0.965],
      ['10-10T21:36', 0.9],
      ['10-10T21:40', 0.58],
      ['10-10T21:42', 0.36],
      ['10-10T21:43', 0.27],
      ['10-10T21:45', 0.42],
      ['10-10T21:52', 0.72],
      ['10-10T22:05', 0.88],
      ['10-10T22:16', 0.95],
      ['10-10T22:45', 1],
    ],
  },
  // USDe on Bybit: about 0.92.
  {
    venue: 'bybit',
    base: 'USDE',
    factors: [
      ['10-10T21:36', 1],
      ['10-10T21:50', 0.975],
      ['10-10T21:54', 0.94],
      ['10-10T22:00', 0.97],
      ['10-10T22:20', 1],
    ],
  },
  // ATOM on Kraken: it opened 21:20 at 3.3745 while Coinbase stood at 3.56.
  {
    venue: 'kraken',
    base: 'ATOM',
    factors: [
      ['10-10T21:16', 1],
      ['10-10T21:19', 0.951],
      ['10-10T21:20', 0.929],
      ['10-10T21:23', 0.97],
      ['10-10T21:28', 1],
    ],
  },
];
