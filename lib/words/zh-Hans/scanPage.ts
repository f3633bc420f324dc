import type { Side } from '../../domain/episode';
import type { Rank, ScanReference } from '../../domain/scan';
import type * as en from '../en/scanPage';
import { count } from './numbers';

export const scanForm = {
  rank: '排名依据',
  reference: '比较对象',
  asset: '资产',
  venue: '交易所',
  kind: '市场类型',
  side: '方向',
  certainty: '确定性',
  depth: '最小深度',
  peers: '最大偏离时的其他交易所数',
} as const;

export const anyOf = {
  asset: '所有资产',
  venue: '所有交易所',
  kind: '所有类型',
  side: '低于与高于',
  certainty: '不限',
  depth: '进入阈值',
  peers: '不限数量',
} as const;

const RANKS: Readonly<Record<Rank, string>> = {
  depth: '深度',
  duration: '持续时间',
  area: '面积',
  volume: '成交量（USD）',
};
export const rankWords = (rank: Rank): string => RANKS[rank];

const REFERENCES: Readonly<Record<ScanReference, string>> = {
  own: '各资产自身的基准',
  others: '其他交易所',
  wrapped: '标的资产（封装资产）',
  peg: '锚定价（锚定资产）',
};
export const scanReferenceWords = (reference: ScanReference): string => REFERENCES[reference];

const ONLY: Readonly<Record<Side, string>> = { below: '仅低于', above: '仅高于' };
export const onlySide = (side: Side): string => ONLY[side];

export const orMore = (peers: number): string => `${String(peers)} 家或以上`;

const REFERENCE_HEADS: Readonly<Record<ScanReference, string>> = {
  own: '基准价，USD',
  others: '其他交易所中位数，USD',
  wrapped: '标的资产推算价，USD',
  peg: '锚定价，USD',
};

export const rankedHeads = {
  asset: '资产',
  venue: '交易所',
  peak: '最大偏离',
  bar: '以条形表示的深度',
  worstMinute: '偏离最大的分钟，UTC',
  price: '价格，USD',
  reference: (reference: ScanReference): string => REFERENCE_HEADS[reference],
  duration: '持续时间',
  recovery: '恢复用时',
  area: '面积，%·分钟',
  volume: '成交量，USD',
  unknown: '未知，分钟',
  certainty: '确定性',
  peers: '其他交易所',
} as const;

export const scanHead = {
  title: '所有资产，偏离最大者在前',
  lead: '所有有数据的资产的每个偏离时段：即交易所的价格偏离其基准的一段时间。这些数字说明幅度与时间长短，不说明原因。',
  table: '所有资产的偏离时段',
} as const;

export const scanFound = ({
  found,
  assets,
  shown,
}: Parameters<typeof en.scanFound>[0]): { readonly found: string; readonly rest: string } => ({
  found: count(found),
  rest: `个偏离时段（${count(assets)} 种有数据的资产中）。${
    found > shown ? `显示前 ${count(shown)} 个；JSON 响应可取更高的上限。` : ''
  }`,
});

export const scanWithin = {
  title: '在汇率不确定度之内',
  lead: (found: number): string =>
    `按测得的汇率，${count(found)} 个偏离时段的偏离达到此程度，但未超出汇率可能的误差。它们不足以说明该交易所的情况，也不列入任何排名。`,
} as const;
