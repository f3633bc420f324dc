import type { ScorecardAnswer } from '../../api/scorecards';
import { count } from './numbers';

const NO_BASELINE: Readonly<Record<NonNullable<ScorecardAnswer['noBaseline']>, string>> = {
  'no-episode': '无偏离时段',
  'less-than-a-day-measured': '无比较基线：时间范围之前测得的时间不足一天',
};

export const noBaselineWords = (why: NonNullable<ScorecardAnswer['noBaseline']>): string => NO_BASELINE[why];

export function unusualWords({ z, rank, of }: NonNullable<ScorecardAnswer['unusual']>): string {
  const place =
    rank === 1
      ? `比此前 ${count(of)} 分钟中的任何一分钟都深`
      : `此前 ${count(of)} 分钟中有 ${count(rank - 1)} 分钟同样深`;
  const size = Math.abs(z);
  return `${place}，z ${size < 100 ? size.toFixed(1) : count(Math.round(size))}`;
}
