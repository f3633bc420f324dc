import type { Side } from '../../domain/episode';
import type { Rank, ScanReference } from '../../domain/scan';
import type * as en from '../en/scanPage';
import { count } from './numbers';

export const scanForm = {
  rank: '排名依據',
  reference: '比較對象',
  asset: '資產',
  venue: '交易所',
  kind: '市場類型',
  side: '方向',
  certainty: '確定性',
  depth: '最小深度',
  peers: '最大偏離時的其他交易所數',
} as const;

export const anyOf = {
  asset: '所有資產',
  venue: '所有交易所',
  kind: '所有類型',
  side: '低於與高於',
  certainty: '不限',
  depth: '進入門檻',
  peers: '不限數量',
} as const;

const RANKS: Readonly<Record<Rank, string>> = {
  depth: '深度',
  duration: '持續時間',
  area: '面積',
  volume: '成交量（USD）',
};
export const rankWords = (rank: Rank): string => RANKS[rank];

const REFERENCES: Readonly<Record<ScanReference, string>> = {
  own: '各資產自身的基準',
  others: '其他交易所',
  wrapped: '標的資產（封裝資產）',
  peg: '錨定價（錨定資產）',
};
export const scanReferenceWords = (reference: ScanReference): string => REFERENCES[reference];

const ONLY: Readonly<Record<Side, string>> = { below: '僅低於', above: '僅高於' };
export const onlySide = (side: Side): string => ONLY[side];

export const orMore = (peers: number): string => `${String(peers)} 家或以上`;

const REFERENCE_HEADS: Readonly<Record<ScanReference, string>> = {
  own: '基準價，USD',
  others: '其他交易所中位數，USD',
  wrapped: '標的資產推算價，USD',
  peg: '錨定價，USD',
};

export const rankedHeads = {
  asset: '資產',
  venue: '交易所',
  peak: '最大偏離',
  bar: '以長條表示的深度',
  worstMinute: '偏離最大的分鐘，UTC',
  price: '價格，USD',
  reference: (reference: ScanReference): string => REFERENCE_HEADS[reference],
  duration: '持續時間',
  recovery: '恢復用時',
  area: '面積，%·分鐘',
  volume: '成交量，USD',
  unknown: '未知，分鐘',
  certainty: '確定性',
  peers: '其他交易所',
} as const;

export const scanHead = {
  title: '所有資產，偏離最大者在前',
  lead: '所有有資料的資產的每個偏離時段：即交易所的價格偏離其基準的一段時間。這些數字說明幅度與時間長短，不說明原因。',
  table: '所有資產的偏離時段',
} as const;

export const scanFound = ({
  found,
  assets,
  shown,
}: Parameters<typeof en.scanFound>[0]): { readonly found: string; readonly rest: string } => ({
  found: count(found),
  rest: `個偏離時段（${count(assets)} 種有資料的資產中）。${
    found > shown ? `顯示前 ${count(shown)} 個；JSON 回應可取更高的上限。` : ''
  }`,
});

export const scanWithin = {
  title: '在匯率不確定度之內',
  lead: (found: number): string =>
    `依測得的匯率，${count(found)} 個偏離時段的偏離達到此程度，但未超出匯率可能的誤差。它們不足以說明該交易所的情況，也不列入任何排名。`,
} as const;
