import type { Side } from '../../../domain/episode';
import { alphabetical } from './arithmetic';
import type { Reading } from './reading';
import type { ReadSeries } from './series';

/** How far one venue went in a window: its lowest low (highest high) in USD, the first minute of it, and the rate's uncertainty then. */
export interface Furthest {
  readonly venue: string;
  readonly price: number;
  readonly at: number;
  readonly uncertainty: number | undefined;
}

/** One asset's venues of one side, the furthest first. */
export interface Ranked {
  readonly ranked: readonly Furthest[];
  /** The venue that stood alone at the end; undefined: fewer than four venues, or two stood there. */
  readonly furthest: Furthest | undefined;
  readonly second: Furthest | undefined;
  /** Furthest ÷ second − 1; undefined: nobody is furthest. */
  readonly gap: number | undefined;
  /** Whether it is 10 % or more even less both uncertainties. */
  readonly isWide: boolean;
  /** Venues with a minute that nobody fetched, or that was set aside: not ranked. */
  readonly unfetched: readonly string[];
}

const LEAST_VENUES = 4;
const WIDE = 0.1;

function furthestOf({ row, minutes }: ReadSeries, side: Side): Furthest | undefined {
  let found: Furthest | undefined;
  for (const [at, { price, usd }] of minutes) {
    if (price === undefined) continue;
    const here = side === 'below' ? price.low : price.high;
    if (found === undefined || (side === 'below' ? here < found.price : here > found.price))
      found = { venue: row.venue, price: here, at, uncertainty: usd.uncertainty };
  }
  return found;
}

/** Section 6, "Lowest of all", of one asset. */
export function rankedOn({ series }: Reading, side: Side): Ranked {
  const spot = series.filter(({ row }) => row.kind === 'spot');
  const isUnfetched = ({ minutes }: ReadSeries): boolean =>
    [...minutes.values()].some(({ missing }) => missing === 'not-fetched' || missing === 'set-aside');
  const ranked = spot
    .filter((one) => !isUnfetched(one))
    .flatMap((one) => furthestOf(one, side) ?? [])
    .sort((a, b) => (side === 'below' ? a.price - b.price : b.price - a.price) || alphabetical(a.venue, b.venue));
  const unfetched = spot.filter(isUnfetched).map(({ row }) => row.venue);
  const [first, second] = ranked;
  if (first === undefined || second === undefined || ranked.length < LEAST_VENUES || first.price === second.price)
    return { ranked, furthest: undefined, second: undefined, gap: undefined, isWide: false, unfetched };
  const gap = first.price / second.price - 1;
  const isWide =
    first.uncertainty !== undefined &&
    second.uncertainty !== undefined &&
    Math.abs(gap) - first.uncertainty - second.uncertainty >= WIDE;
  return { ranked, furthest: first, second, gap, isWide, unfetched };
}

/** How often one venue stood furthest, over many assets. */
export interface Stood {
  readonly venue: string;
  /** The assets in which it was ranked, among four venues or more. */
  readonly assets: number;
  readonly furthest: number;
  readonly share: number;
  readonly wide: number;
}

/** Over all assets: the venues by name. */
export function stoodIn(assets: readonly Ranked[]): readonly Stood[] {
  const counted = assets.filter(({ ranked }) => ranked.length >= LEAST_VENUES);
  const venues = [...new Set(counted.flatMap(({ ranked }) => ranked.map(({ venue }) => venue)))].sort(alphabetical);
  return venues.map((venue) => {
    const here = counted.filter(({ ranked }) => ranked.some((one) => one.venue === venue));
    const first = here.filter(({ furthest }) => furthest?.venue === venue);
    return {
      venue,
      assets: here.length,
      furthest: first.length,
      share: first.length / here.length,
      wide: first.filter(({ isWide }) => isWide).length,
    };
  });
}
