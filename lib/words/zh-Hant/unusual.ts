import type { ScorecardAnswer } from '../../api/scorecards';
import { count } from './numbers';

const NO_BASELINE: Readonly<Record<NonNullable<ScorecardAnswer['noBaseline']>, string>> = {
  'no-episode': '無偏離時段',
  'less-than-a-day-measured': '無比較基線：時間範圍之前測得的時間不足一天',
};

export const noBaselineWords = (why: NonNullable<ScorecardAnswer['noBaseline']>): string => NO_BASELINE[why];

export function unusualWords({ z, rank, of }: NonNullable<ScorecardAnswer['unusual']>): string {
  const place =
    rank === 1
      ? `比此前 ${count(of)} 分鐘中的任何一分鐘都深`
      : `此前 ${count(of)} 分鐘中有 ${count(rank - 1)} 分鐘同樣深`;
  const size = Math.abs(z);
  return `${place}，z ${size < 100 ? size.toFixed(1) : count(Math.round(size))}`;
}
