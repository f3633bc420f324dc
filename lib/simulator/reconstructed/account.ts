import type { CLAIMED_ACCOUNT } from '../../domain/events/claimedAccount';

/**
 * The account that claimants published of 10 October 2025, as a worked example (docs/worked-example.md). Published are: the losses, the codes, the hours and
 * the order in which codes came. All else in the files below is invented here, from a seed or by hand, and each row says so.
 */

export const SEED = 20_251_010;

/** A sale that was filled, by hand: its price lies within the simulated candle of its minute, and divides so that quantities come out whole. */
export interface InventedFill {
  readonly clock: string;
  readonly price: string;
}

interface InventedPosition {
  readonly asset: keyof typeof CLAIMED_ACCOUNT.losses;
  readonly symbol: string;
  /** Price steps: `entry` in ticks, one tick, one step of the quantity. */
  readonly entry: string;
  readonly priceDecimals: number;
  readonly quantityDecimals: number;
  readonly fills: readonly InventedFill[];
}

export const POSITIONS: readonly InventedPosition[] = [
  {
    asset: 'DOGE',
    symbol: 'DOGEUSDT',
    entry: '0.24000',
    priceDecimals: 5,
    quantityDecimals: 0,
    fills: [
      { clock: '21:16', price: '0.19000' },
      { clock: '21:19', price: '0.17750' },
      { clock: '21:23', price: '0.17750' },
      { clock: '21:54', price: '0.19000' },
      { clock: '21:57', price: '0.19000' },
      { clock: '22:00', price: '0.19000' },
    ],
  },
  {
    asset: 'XRP',
    symbol: 'XRPUSDT',
    entry: '2.8000',
    priceDecimals: 4,
    quantityDecimals: 1,
    fills: [
      { clock: '21:16', price: '2.1750' },
      { clock: '21:20', price: '1.5500' },
      { clock: '21:28', price: '2.1750' },
      { clock: '21:35', price: '2.3000' },
      { clock: '21:37', price: '2.3000' },
      { clock: '22:59', price: '2.4000' },
    ],
  },
];
