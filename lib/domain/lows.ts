import type { Instant } from './instant';
import type { Asset } from './market';
import type { MinuteRange } from './minute';

/** Who stood lowest and who highest (method, section 6, "Lowest of all"): asked of every stored asset. */
export interface Lows {
  readonly range: MinuteRange;
  /** undefined: any. */
  readonly assets: readonly Asset[] | undefined;
  /** As everything was known then; undefined: as it is known now. */
  readonly asOf: Instant | undefined;
}

/**
 * Why a venue is in no ranking of an asset: of some minutes nothing is known; what was sent of some could not be used; all its books were left
 * out on some day; no minute has a price and a rate.
 */
export const WHY_UNRANKED = ['not-fetched', 'set-aside', 'left-out', 'no-price'] as const;
export type WhyUnranked = (typeof WHY_UNRANKED)[number];
