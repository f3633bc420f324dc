import type { ScorecardAnswer } from '../../api/scorecards';
import { count } from './numbers';

const NO_BASELINE: Readonly<Record<NonNullable<ScorecardAnswer['noBaseline']>, string>> = {
  'no-episode': '괴리 구간 없음',
  'less-than-a-day-measured': '비교 기준 없음: 기간 이전에 측정된 시간이 하루 미만',
};

export const noBaselineWords = (why: NonNullable<ScorecardAnswer['noBaseline']>): string => NO_BASELINE[why];

/** "직전 10,080분 중 가장 큰 괴리, z 3,023". */
export function unusualWords({ z, rank, of }: NonNullable<ScorecardAnswer['unusual']>): string {
  const place =
    rank === 1
      ? `직전 ${count(of)}분의 어느 분보다 큰 괴리`
      : `직전 ${count(of)}분 중 ${count(rank - 1)}분에서 같은 정도의 괴리`;
  const size = Math.abs(z);
  return `${place}, z ${size < 100 ? size.toFixed(1) : count(Math.round(size))}`;
}
