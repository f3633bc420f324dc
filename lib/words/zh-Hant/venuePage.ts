import type * as en from '../en/venuePage';
import { count, formatLevel, signedPercent, utc } from './numbers';
import { venueList, venueName } from './venues';

const assetsOf = (number: number): string => `${count(number)} 種資產`;
const episodesOf = (number: number): string => `${count(number)} 個偏離時段`;

export function venueFinding({
  venue,
  assets,
  episodes,
  strayed,
  deepest,
}: Parameters<typeof en.venueFinding>[0]): string {
  if (deepest !== undefined)
    return `${venueName(venue)}：${assetsOf(strayed)}共 ${episodesOf(episodes)}，${episodes === 1 ? '最大偏離' : '最深達'} ${signedPercent(deepest.peak)}（${deepest.name}，${utc(deepest.peakMinute)} UTC）`;
  return assets === 0
    ? `${venueName(venue)}：此時間範圍內沒有資料`
    : `${venueName(venue)}：此時間範圍內沒有偏離時段，涵蓋 ${assetsOf(assets)}`;
}

export const venueHead = {
  title: (venue: string): string => `${venueName(venue)} 與其他交易所對照`,
  lead: (from: string, to: string): string =>
    `${utc(from)} 至 ${utc(to)} UTC，每種資產各按其自身的基準。在匯率不確定度之內的偏離時段不計入。這些數字說明價格偏離的幅度與時間長短，不說明原因。`,
  form: '此頁的時間範圍',
} as const;

export const venueScores = {
  title: '與其他交易所對照',
  bars: '各交易所達到門檻的分鐘數',
  lead: '長條顯示交易所的價格偏離達到偏離時段進入門檻的分鐘數，合計其所有資產。儲存資料較多的交易所，可能出現偏離的分鐘也較多；表格同時列出兩者。',
  minutes: (minutes: number): string => `${count(minutes)} 分鐘`,
  without: (venues: readonly string[]): string => `無偏離時段：${venueList(venues)}`,
  label: '此時間範圍內的交易所',
} as const;

export const venueHeads = {
  venue: '交易所',
  deepest: '最深',
  asset: '資產',
  worstMinute: '偏離最大的分鐘，UTC',
  rank: '名次',
  rankHint: '其最深的偏離時段在所有交易所的偏離時段中的名次',
  episodes: '偏離時段',
  strayed: '有偏離時段\n的資產',
  strayedHint: '至少有一個偏離時段的資產，佔該交易所在此時間範圍內有任何回應的資產',
  strayedOf: (strayed: number, assets: number): string => `${count(strayed)}（共 ${count(assets)}）`,
  beyond: '達門檻，分鐘',
  beyondHint: '其偏離時段中，達到或超出各自進入門檻的分鐘數',
  area: '面積，%·分鐘',
  answered: '已儲存，資產分鐘',
  answeredHint: '交易所在此時間範圍內有回應的分鐘數，無論有無成交，合計其所有資產',
  peaks: (level: number): string => `最大偏離達 ${formatLevel(level)}\n或以上`,
} as const;

export const venueEpisodes = {
  title: (venue: string): string => `${venueName(venue)} 最深的偏離時段`,
  lead: (shown: number, all: number): string =>
    shown === all ? '最深的在前。' : `${count(all)} 個中最深的 ${count(shown)} 個。`,
  more: '全部',
} as const;

export const unknownVenue = {
  title: '此處沒有這家交易所',
  lead: '網址指明的交易所沒有已儲存的資料。請以其代號書寫，如',
  known: '有資料的交易所：',
} as const;
