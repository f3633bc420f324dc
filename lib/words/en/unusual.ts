import type { ScorecardAnswer } from '../../api/scorecards';
import { count } from './numbers';

const NO_BASELINE: Readonly<Record<NonNullable<ScorecardAnswer['noBaseline']>, string>> = {
  'no-episode': 'no episode',
  'less-than-a-day-measured': 'no baseline: less than a day measured before the window',
};

/** Why a peak has nothing to be compared with. */
export const noBaselineWords = (why: NonNullable<ScorecardAnswer['noBaseline']>): string => NO_BASELINE[why];

/** "deeper than any of the 10,080 minutes before, z 3,023": a peak against its market's own past. The sign of z says the side, which the peak says already. */
export function unusualWords({ z, rank, of }: NonNullable<ScorecardAnswer['unusual']>): string {
  const place =
    rank === 1
      ? `deeper than any of the ${count(of)} minutes before`
      : `${count(rank - 1)} of the ${count(of)} minutes before were as deep`;
  const size = Math.abs(z);
  return `${place}, z ${size < 100 ? size.toFixed(1) : count(Math.round(size))}`;
}
