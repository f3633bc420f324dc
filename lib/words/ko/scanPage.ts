import type { Side } from '../../domain/episode';
import type { Rank, ScanReference } from '../../domain/scan';
import { count } from './numbers';

export const scanForm = {
  rank: '정렬 기준',
  reference: '비교 기준',
  asset: '자산',
  venue: '거래소',
  kind: '마켓 종류',
  side: '방향',
  certainty: '확실성',
  depth: '최소 괴리 폭',
  peers: '최대 괴리 시각의 비교 거래소 수',
} as const;

export const anyOf = {
  asset: '모든 자산',
  venue: '모든 거래소',
  kind: '모든 종류',
  side: '하회와 상회',
  certainty: '전체',
  depth: '시작 임계값',
  peers: '제한 없음',
} as const;

const RANKS: Readonly<Record<Rank, string>> = {
  depth: '괴리 폭',
  duration: '지속 시간',
  area: '면적',
  volume: 'USD 거래대금',
};
export const rankWords = (rank: Rank): string => RANKS[rank];

const REFERENCES: Readonly<Record<ScanReference, string>> = {
  own: '자산별 기준',
  others: '다른 거래소들',
  wrapped: '기초 자산(래핑 자산)',
  peg: '페그(페그 자산)',
};
export const scanReferenceWords = (reference: ScanReference): string => REFERENCES[reference];

const ONLY: Readonly<Record<Side, string>> = { below: '하회만', above: '상회만' };
export const onlySide = (side: Side): string => ONLY[side];

export const orMore = (peers: number): string => `${String(peers)}곳 이상`;

const REFERENCE_HEADS: Readonly<Record<ScanReference, string>> = {
  own: '기준 가격,\nUSD',
  others: '다른 거래소 중앙값,\nUSD',
  wrapped: '기초 자산 기준,\nUSD',
  peg: '페그,\nUSD',
};

export const rankedHeads = {
  asset: '자산',
  venue: '거래소',
  peak: '최대 괴리',
  bar: '괴리 폭 막대',
  worstMinute: '최대 괴리 시각, UTC',
  price: '가격,\nUSD',
  reference: (reference: ScanReference): string => REFERENCE_HEADS[reference],
  duration: '지속 시간',
  recovery: '회복\n소요 시간',
  area: '면적, %·분',
  volume: '거래대금, USD',
  unknown: '측정 불가, 분',
  certainty: '확실성',
  peers: '비교 거래소',
} as const;

export const scanHead = {
  title: '모든 자산의 괴리 구간, 큰 순서로',
  lead: '데이터가 있는 모든 자산의 모든 괴리 구간입니다. 괴리 구간은 한 거래소의 가격이 기준 가격에서 벗어난 기간입니다. 수치는 얼마나, 얼마 동안 벗어났는지를 나타내며 이유를 나타내지는 않습니다.',
  table: '모든 자산의 괴리 구간',
} as const;

interface Found {
  readonly found: number;
  readonly assets: number;
  readonly shown: number;
}

export const scanFound = ({ found, assets, shown }: Found): { readonly found: string; readonly rest: string } => ({
  found: `괴리 구간 ${count(found)}개`,
  rest: `(데이터가 있는 자산 ${count(assets)}개 중).${
    found > shown ? ` 처음 ${count(shown)}개를 표시합니다. JSON 응답에서는 더 큰 한도를 지정할 수 있습니다.` : ''
  }`,
});

export const scanWithin = {
  title: '환산율의 불확실성 이내',
  lead: (found: number): string =>
    `측정된 환산율로는 괴리 구간 ${count(found)}개가 이만큼 벗어나지만, 그 환산율의 오차 범위를 넘지 않습니다. 거래소에 대해 아무것도 말해 주지 않으며, 어떤 순위에도 들지 않습니다.`,
} as const;
