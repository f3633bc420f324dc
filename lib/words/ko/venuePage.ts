import { assetCount, episodeCount } from './counts';
import { count, formatLevel, signedPercent, utc } from './numbers';
import { venueList, venueName } from './venues';

interface Found {
  readonly venue: string;
  readonly assets: number;
  readonly episodes: number;
  readonly strayed: number;
  readonly deepest: { readonly name: string; readonly peak: number; readonly peakMinute: string } | undefined;
}

export function venueFinding({ venue, assets, episodes, strayed, deepest }: Found): string {
  if (deepest !== undefined)
    return `${venueName(venue)}: ${assetCount(strayed)}에서 ${episodeCount(episodes)}, ${episodes === 1 ? '최대 괴리' : '가장 큰 괴리'} ${signedPercent(deepest.peak)} (${deepest.name}, ${utc(deepest.peakMinute)} UTC)`;
  return assets === 0
    ? `${venueName(venue)}: 이 기간에 데이터 없음`
    : `${venueName(venue)}: 이 기간에 괴리 구간 없음(${assetCount(assets)})`;
}

export const venueHead = {
  title: (venue: string): string => `${venueName(venue)}: 다른 거래소와의 비교`,
  lead: (from: string, to: string): string =>
    `${utc(from)} ~ ${utc(to)} UTC, 각 자산을 그 자산의 기준과 비교합니다. 환산율의 불확실성 이내인 괴리 구간은 세지 않습니다. 수치는 가격이 얼마나, 얼마 동안 벗어났는지를 나타내며 이유를 나타내지는 않습니다.`,
  form: '이 페이지의 기간',
} as const;

export const venueScores = {
  title: '다른 거래소와의 비교',
  bars: '거래소별 임계값 이상이었던 분',
  lead: '막대는 거래소의 가격이 괴리 구간 시작 임계값 이상 벗어난 분을 자산 전체에 걸쳐 합한 것입니다. 저장된 데이터가 많은 거래소일수록 벗어날 수 있는 분도 많으므로 표에 둘 다 적었습니다.',
  minutes: (minutes: number): string => `${count(minutes)}분`,
  without: (venues: readonly string[]): string => `괴리 구간 없음: ${venueList(venues)}`,
  label: '이 기간의 거래소',
} as const;

export const venueHeads = {
  venue: '거래소',
  deepest: '최대 괴리',
  asset: '자산',
  worstMinute: '최대 괴리 시각, UTC',
  rank: '순위',
  rankHint: '이 거래소의 가장 큰 괴리 구간이 모든 거래소 가운데 차지하는 순위',
  episodes: '괴리 구간',
  strayed: '괴리 구간이\n있는 자산',
  strayedHint: '기간 중 거래소가 응답한 자산 가운데 괴리 구간이 하나 이상 있는 자산',
  strayedOf: (strayed: number, assets: number): string => `${count(assets)}개 중 ${count(strayed)}개`,
  beyond: '임계값\n이상, 분',
  beyondHint: '괴리 구간마다 그 시작 임계값 이상이었던 분',
  area: '면적, %·분',
  answered: '저장됨,\n자산·분',
  answeredHint: '기간 중 거래소가 응답한 분(체결 여부와 무관)을 자산 전체에 걸쳐 합한 값',
  peaks: (level: number): string => `최대 괴리\n${formatLevel(level)} 이상`,
} as const;

export const venueEpisodes = {
  title: (venue: string): string => `${venueName(venue)}의 가장 큰 괴리 구간`,
  lead: (shown: number, all: number): string =>
    shown === all ? '괴리 폭이 큰 순입니다.' : `${count(all)}개 중 괴리 폭이 큰 순으로 ${count(shown)}개입니다.`,
  more: '전체 보기',
} as const;

export const unknownVenue = {
  title: '해당 거래소 없음',
  lead: '주소에 적힌 거래소는 저장된 데이터가 없습니다. 거래소는 id로 적으십시오. 예:',
  known: '데이터가 있는 거래소:',
} as const;
