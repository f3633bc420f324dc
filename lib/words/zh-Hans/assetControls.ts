import type { Kind } from '../../domain/market';
import { peerStrength } from '../../domain/peers';
import type { Bloc } from '../../domain/question';
import { strengthWords } from './cells';
import { kindWords } from './kinds';
import { utc } from './numbers';
import { venueName } from './venues';

export const windowBar = {
  label: '时间范围',
  earlier: '往前半个时间范围',
  later: '往后半个时间范围',
  zoomIn: '放大至一半的时间范围',
  zoomOut: '缩小至两倍的时间范围',
  whole: '默认时间范围',
  lengths: { day: '1 天', week: '7 天', month: '30 天', year: '1 年' },
  around: (iso: string): string => `${utc(iso)} UTC 前后`,
} as const;

export const controls = {
  label: '比较设置',
  more: '更多设置',
  reference: '比较对象',
  bloc: '对照的市场',
  enter: '偏离时段的进入阈值',
  minPeers: (isOneselfCounted: boolean): string => (isOneselfCounted ? '所需交易所数' : '所需其他交易所数'),
  weak: '弱：对照交易所只有 2 家时，一个错误的价格就会使其他交易所看似有误。',
  prices: '价格',
  rates: { usd: '以 USD 计', none: '原始报价' },
  scale: '价格刻度',
  scales: { auto: '自动', linear: '线性', log: '对数' },
} as const;

export const blocChoice = (bloc: Bloc): string => (bloc === 'all' ? '所有计价货币' : `仅 ${bloc}`);

export const peersChoice = (peers: number): string => `${String(peers)}（${strengthWords(peerStrength(peers))}）`;

export const venueChoice = {
  legend: '交易所',
  order: '突出显示的交易所在前，其余按最大偏离由大至小',
  furthest: '最大偏离',
  answered: '有响应',
} as const;
export const highlightVenue = (venue: string): string => `突出显示 ${venueName(venue)}`;
export const drawAsLine = (venue: string): string => `将 ${venueName(venue)} 画为线`;

export const marketChoices = {
  kind: (kind: Kind): string => kindWords(kind),
  label: (venue: string, kind: Kind): string => `${venueName(venue)}：${kindWords(kind)}`,
  usual: '默认',
  notShown: '未显示',
} as const;

export const offerWords = (isPairwise: boolean): string =>
  isPairwise ? '参与的交易所很少。可与其中一家比较：' : '比较对象：';
