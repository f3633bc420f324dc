import type { Asset, Venue } from '../market';

/** How a venue composed the index of a wrapped asset: so much of its own spot book, the rest by ratio × underlying. */
export interface Composition {
  readonly asset: Asset;
  readonly venue: Venue;
  /** Of the venue's own spot price; the rest, 1 − ownWeight, is that of ratio × underlying. */
  readonly ownWeight: number;
  /** Who published it in a notice, and on which UTC day. */
  readonly publisher: string;
  readonly published: string;
}

const composition = (asset: string, venue: string, ownWeight: number): Composition => ({
  asset: asset as Asset,
  venue: venue as Venue,
  ownWeight,
  publisher: 'Binance',
  published: '2025-10-06',
});

/**
 * Compositions as they were published. Of what is not among them (USDe, other venues) none is known here. The same notice says that both move to the
 * redemption ratio alone: from then on such an index is ratio × underlying.
 */
export const COMPOSITIONS: readonly Composition[] = [
  composition('WBETH', 'binance', 0.2),
  composition('BNSOL', 'binance', 0.3),
];

/** The composition that a venue published of an asset's index; undefined: none is known. */
export const compositionOf = (asset: Asset, venue: Venue): Composition | undefined =>
  COMPOSITIONS.find((one) => one.asset === asset && one.venue === venue);
