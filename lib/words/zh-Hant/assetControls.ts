import type { Kind } from '../../domain/market';
import { peerStrength } from '../../domain/peers';
import type { Bloc } from '../../domain/question';
import { strengthWords } from './cells';
import { kindWords } from './kinds';
import { utc } from './numbers';
import { venueName } from './venues';

export const windowBar = {
  label: '時間範圍',
  earlier: '往前半個時間範圍',
  later: '往後半個時間範圍',
  zoomIn: '放大至一半的時間範圍',
  zoomOut: '縮小至兩倍的時間範圍',
  whole: '預設時間範圍',
  lengths: { day: '1 天', week: '7 天', month: '30 天', year: '1 年' },
  around: (iso: string): string => `${utc(iso)} UTC 前後`,
} as const;

export const controls = {
  label: '比較設定',
  more: '更多設定',
  reference: '比較對象',
  bloc: '對照的市場',
  enter: '偏離時段的進入門檻',
  minPeers: (isOneselfCounted: boolean): string => (isOneselfCounted ? '所需交易所數' : '所需其他交易所數'),
  weak: '弱：對照交易所只有 2 家時，一個錯誤的價格就會使其他交易所看似有誤。',
  prices: '價格',
  rates: { usd: '以 USD 計', none: '原始報價' },
  scale: '價格刻度',
  scales: { auto: '自動', linear: '線性', log: '對數' },
} as const;

export const blocChoice = (bloc: Bloc): string => (bloc === 'all' ? '所有計價貨幣' : `僅 ${bloc}`);

export const peersChoice = (peers: number): string => `${String(peers)}（${strengthWords(peerStrength(peers))}）`;

export const venueChoice = {
  legend: '交易所',
  order: '突顯的交易所在前，其餘依最大偏離由大至小',
  furthest: '最大偏離',
  answered: '有回應',
} as const;
export const highlightVenue = (venue: string): string => `突顯 ${venueName(venue)}`;
export const drawAsLine = (venue: string): string => `將 ${venueName(venue)} 畫成線`;

export const marketChoices = {
  kind: (kind: Kind): string => kindWords(kind),
  label: (venue: string, kind: Kind): string => `${venueName(venue)}：${kindWords(kind)}`,
  usual: '預設',
  notShown: '未顯示',
} as const;

export const offerWords = (isPairwise: boolean): string =>
  isPairwise ? '參與的交易所很少。可與其中一家比較：' : '比較對象：';
