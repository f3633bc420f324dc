import type { Instant } from '../instant';
import type { Asset, Venue } from '../market';
import { RATIO_MINUTES } from '../method';
import { dayOf, startOf, type Minute, type MinuteRange } from '../minute';

/** Which ratio an underlying is multiplied by: the trailing median of the venue's own book, of the other venues', or a number that the asker brings. */
export type AskedRatio = 'own' | 'others' | number;

/** What the marks of a unit of collateral are asked of. Of an account nothing: no quantity, no level, no loan. */
export interface MarksAsked {
  readonly asset: Asset;
  /** Whose own book, and whose index. */
  readonly venue: Venue;
  readonly range: MinuteRange;
  /** At least this many other venues make a median. */
  readonly minPeers: number;
  readonly ratio: AskedRatio;
  /** The trailing ratio is a median over this many minutes before `ratioBefore`. */
  readonly ratioMinutes: number;
  readonly ratioBefore: Minute;
  /** As everything was known then; undefined: as it is known now. */
  readonly asOf: Instant | undefined;
}

/** The method's own ratio (section 7): that of the 1,440 minutes before the UTC day of the window. */
export const USUAL_RATIO_MINUTES = RATIO_MINUTES;
export const usualRatioBefore = ({ from }: MinuteRange): Minute => startOf(dayOf(from));

/** The minutes whose ratios the median is taken of. */
export const ratioRange = ({ ratioBefore, ratioMinutes }: MarksAsked): MinuteRange => ({
  from: (ratioBefore - ratioMinutes) as Minute,
  to: ratioBefore,
});
