import { formatLevel, utc } from './numbers';

export const scorecards = {
  title: '이 기간의 거래소별 집계',
  label: '거래소별 집계',
  lead: (from: string, to: string): string =>
    `거래소의 저가나 고가가 각 수준 이상 벗어난 분을 측정한 분과 비교합니다. “이례성”은 최대 괴리를 그 거래소 자신의 ${utc(from)} ~ ${utc(to)} UTC 괴리와 비교한 것입니다. z는 그 거리를 강건 표준편차(최소 1베이시스포인트)로 나타낸 값입니다.`,
  tooLong: (days: number): string =>
    `거래소별 집계와 움직인 순서는 모든 분의 데이터가 필요하므로 최대 ${String(days)}일까지의 기간만 다룹니다.`,
  windowTooLong: (days: number, most: number): string =>
    `거래소별 집계는 모든 분의 데이터가 필요하므로 최대 ${String(most)}일까지만 다룹니다; 이 기간은 ${String(days)}일이므로 더 짧은 기간을 선택하십시오`,
  loading: '이 기간과 그 이전 날들을 측정하고 있습니다…',
} as const;

export const scorecardHeads = {
  market: '거래소, 마켓',
  deepest: '최대 괴리',
  at: '시각, UTC',
  rank: '순위',
  rankHint: '이 기간 모든 거래소의 괴리 구간 가운데 순위',
  episodes: '괴리 구간',
  beyond: (level: number): string => `${formatLevel(level)}\n분`,
  outside: '다른 모든\n거래소 밖, 분',
  outsideHint: '다른 모든 거래소보다 낮거나 높았던 분',
  measured: '측정,\n분',
  area: '면적, %·분',
  unusual: '이례성',
} as const;

export const orderOfEvents = {
  title: '먼저 움직인 거래소',
  label: '먼저 움직인 거래소',
  lead: '거래소의 저가가 기준 가격보다, 그리고 기간에서 자신의 첫 종가들보다 이만큼 낮아진 첫 분입니다. 먼저 떨어진 거래소가 앞에 옵니다. 1분 캔들은 순서를 보여 줄 뿐 원인을 보여 주지 않습니다. 같은 분 안에서 일어난 일은 알 수 없으며, 먼저 움직인 거래소가 다른 거래소를 움직였다고 볼 수 없습니다. 시각: UTC.',
  note: '먼저 움직인 거래소는 1분 캔들의 순서이며 인과 관계가 아닙니다. 같은 분 안에서 일어난 일은 알 수 없으며, 먼저 움직인 거래소가 다른 거래소를 움직였다고 볼 수 없습니다.',
  market: '거래소, 마켓',
  strayed: (level: number): string => `기준보다\n${formatLevel(level)} 낮음`,
  fell: (level: number): string => `${formatLevel(level)}\n하락`,
  recovered: '마지막 괴리 구간\n회복',
} as const;
