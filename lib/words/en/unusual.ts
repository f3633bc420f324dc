import type { ScorecardAnswer } from '../../api/scorecards';
import { count } from './numbers';

export const NO_BASELINE_WORDS: Readonly<Record<NonNullable<ScorecardAnswer['noBaseline']>, string>> = {
  'no-episode': 'no episode',
  'less-than-a-day-measured': 'no baseline: less than a day measured before',
};

/** `deepest of 10,080 minutes, z 3,023`: a peak against its market's own past. The sign of z says the side, which the peak says already. */
export function depthInWords({ z, rank, of }: NonNullable<ScorecardAnswer['unusual']>): string {
  const place =
    rank === 1
      ? `deeper than each of ${count(of)} minutes before`
      : `${count(rank - 1)} of ${count(of)} minutes before were as deep`;
  const size = Math.abs(z);
  return `${place}, z ${size < 100 ? size.toFixed(1) : count(Math.round(size))}`;
}
