import { episodeCount, venueCount } from './counts';

interface Found {
  readonly day: string;
  readonly assets: number;
  readonly episodes: number;
  readonly venues: number;
}

export const leagueFinding = ({ day, assets, episodes, venues }: Found): string =>
  assets === 0
    ? `${day}: 데이터 없음`
    : episodes === 0
      ? `${day}: 환산율의 불확실성을 벗어난 괴리 구간 없음`
      : `${day}: ${venueCount(venues)}, 환산율의 불확실성을 벗어난 ${episodeCount(episodes)}`;

export const leagueHead = {
  lead: '이 UTC 날짜에 시작된 현물 마켓의 괴리 구간으로, 환산율의 불확실성을 벗어난 것만 셉니다. 각 자산을 그 자산의 기준과 비교합니다. 수치는 가격이 얼마나, 얼마 동안 벗어났는지를 나타내며 이유를 나타내지는 않습니다. 저장된 데이터가 많은 거래소일수록 벗어날 수 있는 분도 많습니다.',
  form: '이 페이지의 날짜',
  day: '날짜, UTC',
  example: '2025-10-10',
  earlier: '이전 날짜',
  later: '다음 날짜',
  lastBegan: (day: string) => `마지막으로 시작된 날짜: ${day}`,
  feed: '알림',
  label: '이 날짜의 거래소',
} as const;

export const leagueHeads = {
  longest: '최장',
  longestAsset: '최장 자산',
  alerts: '확정된\n알림',
  alertsHint: '이 날짜에 시작된 괴리 구간에 대한 이 사이트 규칙의 알림',
} as const;
