import type { Kind } from '../../domain/market';
import type { Bloc } from '../../domain/question';
import { peerStrength } from '../../domain/peers';
import { strengthWords } from './cells';
import { utc } from './numbers';
import { venueName } from './venues';

export const windowBar = {
  label: '기간',
  earlier: '기간의 절반만큼 이전으로',
  later: '기간의 절반만큼 이후로',
  zoomIn: '절반 기간으로 확대',
  zoomOut: '두 배 기간으로 축소',
  whole: '기본 기간',
  lengths: { day: '1일', week: '7일', month: '30일', year: '1년' },
  around: (iso: string): string => `${utc(iso)} UTC 전후`,
} as const;

export const controls = {
  label: '비교 방식',
  more: '설정 더 보기',
  reference: '비교 기준',
  bloc: '비교할 마켓',
  enter: '괴리 구간 시작 임계값',
  minPeers: (isOneselfCounted: boolean): string => (isOneselfCounted ? '최소 거래소 수' : '최소 비교 거래소 수'),
  weak: '약함: 비교 거래소가 2곳뿐이면 잘못된 가격 하나만으로도 나머지 거래소가 벗어난 것처럼 보입니다.',
  prices: '가격',
  rates: { usd: 'USD 환산', none: '표시 통화 그대로' },
  scale: '가격 축',
  scales: { auto: '자동', linear: '선형', log: '로그' },
} as const;

export const blocChoice = (bloc: Bloc): string => (bloc === 'all' ? '모든 표시 통화' : `${bloc} 마켓만`);

export const peersChoice = (peers: number): string => `${String(peers)} (${strengthWords(peerStrength(peers))})`;

export const venueChoice = {
  legend: '거래소',
  order: '강조한 거래소, 그다음 최대 괴리가 큰 순서',
  furthest: '최대 괴리',
  answered: '응답',
} as const;
export const highlightVenue = (venue: string): string => `${venueName(venue)} 강조`;
export const drawAsLine = (venue: string): string => `${venueName(venue)} 선으로 표시`;

const KINDS: Readonly<Record<Kind, string>> = {
  spot: '현물',
  perp: '무기한 선물',
  mark: '마크 가격',
  index: '지수',
};

export const marketChoices = {
  kind: (kind: Kind): string => KINDS[kind],
  label: (venue: string, kind: Kind): string => `${venueName(venue)}: ${KINDS[kind]}`,
  usual: '기본값',
  notShown: '표시 안 함',
} as const;

export const offerWords = (isPairwise: boolean): string =>
  isPairwise ? '참여하는 거래소가 적습니다. 다음 중 한 곳과 비교:' : '다음과 비교:';
