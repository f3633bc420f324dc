import type * as en from '../en/venuePage';
import { count, formatLevel, signedPercent, utc } from './numbers';
import { venueList, venueName } from './venues';

const assetsOf = (number: number): string => `${count(number)} 种资产`;
const episodesOf = (number: number): string => `${count(number)} 个偏离时段`;

export function venueFinding({
  venue,
  assets,
  episodes,
  strayed,
  deepest,
}: Parameters<typeof en.venueFinding>[0]): string {
  if (deepest !== undefined)
    return `${venueName(venue)}：${assetsOf(strayed)}共 ${episodesOf(episodes)}，${episodes === 1 ? '最大偏离' : '最深达'} ${signedPercent(deepest.peak)}（${deepest.name}，${utc(deepest.peakMinute)} UTC）`;
  return assets === 0
    ? `${venueName(venue)}：此时间范围内没有数据`
    : `${venueName(venue)}：此时间范围内没有偏离时段，涵盖 ${assetsOf(assets)}`;
}

export const venueHead = {
  title: (venue: string): string => `${venueName(venue)} 与其他交易所对照`,
  lead: (from: string, to: string): string =>
    `${utc(from)} 至 ${utc(to)} UTC，每种资产各按其自身的基准。在汇率不确定度之内的偏离时段不计入。这些数字说明价格偏离的幅度与时间长短，不说明原因。`,
  form: '此页的时间范围',
} as const;

export const venueScores = {
  title: '与其他交易所对照',
  bars: '各交易所达到阈值的分钟数',
  lead: '条形图显示交易所的价格偏离达到偏离时段进入阈值的分钟数，合计其所有资产。存储数据较多的交易所，可能出现偏离的分钟也较多；表格同时列出两者。',
  minutes: (minutes: number): string => `${count(minutes)} 分钟`,
  without: (venues: readonly string[]): string => `无偏离时段：${venueList(venues)}`,
  label: '此时间范围内的交易所',
} as const;

export const venueHeads = {
  venue: '交易所',
  deepest: '最深',
  asset: '资产',
  worstMinute: '偏离最大的分钟，UTC',
  rank: '名次',
  rankHint: '其最深的偏离时段在所有交易所的偏离时段中的名次',
  episodes: '偏离时段',
  strayed: '有偏离时段\n的资产',
  strayedHint: '至少有一个偏离时段的资产，占该交易所在此时间范围内有任何响应的资产',
  strayedOf: (strayed: number, assets: number): string => `${count(strayed)}（共 ${count(assets)}）`,
  beyond: '达阈值，分钟',
  beyondHint: '其偏离时段中，达到或超出各自进入阈值的分钟数',
  area: '面积，%·分钟',
  answered: '已存储，资产分钟',
  answeredHint: '交易所在此时间范围内有响应的分钟数，无论有无成交，合计其所有资产',
  peaks: (level: number): string => `最大偏离达 ${formatLevel(level)}\n或以上`,
} as const;

export const venueEpisodes = {
  title: (venue: string): string => `${venueName(venue)} 最深的偏离时段`,
  lead: (shown: number, all: number): string =>
    shown === all ? '最深的在前。' : `${count(all)} 个中最深的 ${count(shown)} 个。`,
  more: '全部',
} as const;

export const unknownVenue = {
  title: '此处没有这家交易所',
  lead: '网址指明的交易所没有已存储的数据。请填写其代号，如',
  known: '有数据的交易所：',
} as const;
