import type { Asset, Venue } from '../market';
import { parseRange, type MinuteRange } from '../minute';
import { promised } from '../unit';

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

/** The same notice says that both indexes move to the redemption ratio alone: from then on such an index is ratio × underlying. Of what is not here (USDe, other venues) none is known. */
const COMPOSITIONS: readonly Composition[] = [
  composition('WBETH', 'binance', 0.2),
  composition('BNSOL', 'binance', 0.3),
];

/**
 * From the day of the notice to the end of the UTC day of the crash, for which the published figures name them. On which day the indexes moved to the ratio alone is not in our
 * sources, so of any other day none is known.
 */
const KNOWN: MinuteRange = promised(parseRange('2025-10-06T00:00Z', '2025-10-11T00:00Z'));

/** The compositions of an asset's index that are known for all of a window; none: for no venue, or not for these days. */
export const compositionsIn = (asset: Asset, { from, to }: MinuteRange): readonly Composition[] =>
  from >= KNOWN.from && to <= KNOWN.to ? COMPOSITIONS.filter((one) => one.asset === asset) : [];

/** That of one venue; undefined: none is known. */
export const compositionOf = (asset: Asset, venue: Venue, range: MinuteRange): Composition | undefined =>
  compositionsIn(asset, range).find((one) => one.venue === venue);
