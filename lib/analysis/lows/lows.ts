import { ascending } from '../../domain/ascending';
import type { WhyUnranked } from '../../domain/lows';
import type { Venue } from '../../domain/market';
import { LEAST_LOW_VENUES, LOWEST_GAP } from '../../domain/method';
import type { Extreme, VenueExtremes } from './windowExtremes';

export interface Unranked {
  readonly venue: Venue;
  readonly why: WhyUnranked;
  /** How many minutes that is; of `no-price` none are counted. */
  readonly minutes: number;
}

/** The one venue furthest out on a side, and the next. */
export interface Outermost {
  readonly first: Extreme;
  /** The first by name of equals. */
  readonly second: Extreme;
  /** `first ÷ second − 1`: negative of lows, positive of highs. */
  readonly gap: number;
  /** Whether |gap|, less the uncertainties of both rates, is LOWEST_GAP or more; an unknown uncertainty never is. */
  readonly isWide: boolean;
}

/** Who stood lowest and who highest in an asset's window. */
export interface AssetLows {
  /** Lowest first, equals by name: of the venues of which every minute is known. */
  readonly lows: readonly Extreme[];
  /** Highest first. */
  readonly highs: readonly Extreme[];
  /** Whether they are enough for a ranking. */
  readonly isRanked: boolean;
  /** undefined: too few venues, or two or more are equally far out. */
  readonly lowest: Outermost | undefined;
  readonly highest: Outermost | undefined;
  /** By venue. */
  readonly unranked: readonly Unranked[];
}

/** Ranks the venues of one asset (method, section 6, "Lowest of all"). */
export function lowsOf(venues: readonly VenueExtremes[]): AssetLows {
  const unranked = venues.flatMap(unrankedOf);
  const known = venues.filter(({ venue }) => !unranked.some((one) => one.venue === venue));
  const isRanked = known.length >= LEAST_LOW_VENUES;
  const lows = sorted(
    known.map(({ low }) => low),
    1,
  );
  const highs = sorted(
    known.map(({ high }) => high),
    -1,
  );
  return {
    lows,
    highs,
    isRanked,
    lowest: isRanked ? outermostOf(lows) : undefined,
    highest: isRanked ? outermostOf(highs) : undefined,
    unranked,
  };
}

function unrankedOf({ venue, notFetched, setAside, leftOut, low, high }: VenueExtremes): readonly Unranked[] {
  if (notFetched > 0) return [{ venue, why: 'not-fetched', minutes: notFetched }];
  if (setAside > 0) return [{ venue, why: 'set-aside', minutes: setAside }];
  if (leftOut > 0) return [{ venue, why: 'left-out', minutes: leftOut }];
  return low === undefined || high === undefined ? [{ venue, why: 'no-price', minutes: 0 }] : [];
}

const sorted = (extremes: readonly (Extreme | undefined)[], sign: 1 | -1): readonly Extreme[] =>
  extremes.filter((one) => one !== undefined).sort((a, b) => sign * (a.price - b.price) || ascending(a.venue, b.venue));

function outermostOf([first, second]: readonly Extreme[]): Outermost | undefined {
  if (first === undefined || second === undefined || first.price === second.price) return undefined;
  const gap = first.price / second.price - 1;
  return { first, second, gap, isWide: Math.abs(gap) - first.uncertainty - second.uncertainty >= LOWEST_GAP };
}

/** How often a venue stood outermost on a side. */
export interface SideTally {
  readonly assets: number;
  /** Of the assets in which the venue was ranked. */
  readonly share: number;
  /** For how many of these the gap to the next was wide. */
  readonly wide: number;
}

/** One venue over all assets. */
export interface VenueTally {
  readonly venue: Venue;
  /** In how many assets it was ranked: at least 1. */
  readonly ranked: number;
  readonly lowest: SideTally;
  readonly highest: SideTally;
}

/** Every venue that was ranked in any asset: those most often lowest first, then by share, then by name. */
export function lowestOfAll(assets: readonly AssetLows[]): readonly VenueTally[] {
  const ranked = assets.filter(({ isRanked }) => isRanked);
  const venues = [...new Set(ranked.flatMap(({ lows }) => lows.map(({ venue }) => venue)))];
  return venues
    .map((venue): VenueTally => {
      const own = ranked.filter(({ lows }) => lows.some((one) => one.venue === venue));
      const side = (name: 'lowest' | 'highest'): SideTally => {
        const first = own.filter((one) => one[name]?.first.venue === venue);
        return {
          assets: first.length,
          share: first.length / own.length,
          wide: first.filter((one) => one[name]?.isWide === true).length,
        };
      };
      return { venue, ranked: own.length, lowest: side('lowest'), highest: side('highest') };
    })
    .sort(
      (a, b) => b.lowest.assets - a.lowest.assets || b.lowest.share - a.lowest.share || ascending(a.venue, b.venue),
    );
}
