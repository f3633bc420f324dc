import { formatLevel, utc } from './numbers';
import { venueName } from './venues';

export const episodeHints = {
  peakByClose: '종가 괴리가 가장 큰 분의 종가 괴리율',
  outside: '다른 모든 거래소의 범위를 벗어난 정도',
  uncertainty: '해당 거래소와 다른 거래소들의 환산율로 인한 최대 괴리의 불확실성',
  beyond: (enter: number): string => `저가 또는 고가가 ${formatLevel(enter)} 이상 벗어난 분`,
  closedBeyond: (enter: number): string => `종가가 ${formatLevel(enter)} 이상 벗어난 분`,
  unknown: '괴리 구간 중 측정할 수 없었던 분',
  area: '분별 종가 괴리율의 합',
  recovery: '최대 괴리부터, 측정된 3분 연속으로 종가가 임계값의 절반 이내에 들 때까지',
  share: '괴리 구간 동안 전체 거래소의 거래량 중 비중',
} as const;

export const episodesTable = {
  label: '괴리 구간',
  title: (enter: number): string => `${formatLevel(enter)} 이상의 괴리 구간`,
  lead: (enter: number, currency: string): string =>
    `괴리 구간은 괴리율이 ${formatLevel(enter)} 이상인 첫 측정 분에 시작하고, 측정된 3분 연속으로 괴리율이 ${formatLevel(enter / 2)} 미만이면 끝납니다. 괴리가 큰 순입니다. 가격과 거래대금 단위는 ${currency}, 시각은 UTC입니다.`,
  none: '이 기간에 측정된 거래소 가운데 그만큼 벗어난 곳이 없습니다.',
  noneBeyond: '이 기간에 측정된 거래소 가운데 환산율의 불확실성을 넘어 그만큼 벗어난 곳이 없습니다.',
  notMeasured: '이 기간에는 괴리를 측정할 수 없었습니다.',
  row: (venue: string, peakMinute: string): string => `${venueName(venue)}, ${utc(peakMinute)} UTC`,
  neverOutside: '벗어난 적 없음',
} as const;

export const withinTable = {
  label: '환산율의 불확실성 이내인 괴리 구간',
  title: '환산율의 불확실성 이내',
  lead: '측정된 환산율로는 그만큼 벗어나지만, 그 환산율의 오차 범위를 넘지 않는 괴리입니다. 거래소에 대해 아무것도 말해 주지 않으며, 어떤 순위에도 들지 않습니다.',
} as const;

export const episodeHeads = {
  market: '거래소, 마켓',
  side: '방향',
  peak: '최대 괴리',
  uncertainty: '불확실성',
  certainty: '확실성',
  at: '시각, UTC',
  price: (currency: string): string => `가격, ${currency}`,
  reference: (currency: string): string => `기준 가격, ${currency}`,
  peakByClose: '종가 기준 최대 괴리',
  outside: '다른 모든 거래소의 범위 밖',
  start: '시작, UTC',
  end: '끝, UTC',
  duration: '지속 시간',
  beyond: '임계값 이상, 분',
  closedBeyond: '종가 임계값 이상, 분',
  unknown: '측정 불가, 분',
  area: '면적, %·분',
  recovery: '회복 소요 시간',
  baseVolume: '거래량, 기초 통화',
  volume: (currency: string): string => `거래대금, ${currency}`,
  share: '거래량 비중',
  peersAtPeak: '최대 괴리 시 다른 거래소',
  fewestPeers: '최소',
  censored: '관측 잘림',
  id: 'ID',
} as const;
