import type { Instant } from './instant';
import type { Asset } from './market';
import type { Minute, MinuteRange } from './minute';

/** Which books of an asset fell first (docs/contagion.md): spot, perpetual, mark and index of every venue. */
export interface Contagion {
  readonly asset: Asset;
  readonly range: MinuteRange;
  /** As everything was known then; undefined: as it is known now. */
  readonly asOf: Instant | undefined;
}

/** The falls below a book's own level whose first minutes are put in order. */
export const FALL_LEVELS = [0.05, 0.1, 0.2, 0.5] as const;
/** The minutes before the window whose closes make that level: an hour, so that one trade does not set it and a slow drift does not reach back into it. */
export const OWN_LEVEL_MINUTES = 60;
/** Closes among them that the level needs: half. A median of fewer minutes may be of one end of the hour alone. */
export const LEAST_OWN_LEVEL_CLOSES = 30;

/** Every minute of every book is read; what fell first within a week is a question of no event. */
export const MOST_CONTAGION_DAYS = 7;

/**
 * When a book first lay so far below its own level. `fell`: `seen` is the first minute of which that is known, and it is not known to have been before
 * `earliest`, which is the same minute where nothing between is unknown. `held`: in no minute, and every minute is known. `unknown`: in no known minute, but
 * some from `earliest` on are not known. `no-level`: too few closes before the window.
 */
export type FirstFall =
  | { readonly kind: 'fell'; readonly earliest: Minute; readonly seen: Minute; readonly low: number }
  | { readonly kind: 'held' }
  | { readonly kind: 'unknown'; readonly earliest: Minute }
  | { readonly kind: 'no-level' };

export const FALL_KINDS = ['fell', 'held', 'unknown', 'no-level'] as const satisfies readonly FirstFall['kind'][];
