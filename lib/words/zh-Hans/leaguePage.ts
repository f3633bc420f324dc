import { count } from './numbers';

interface Found {
  readonly day: string;
  readonly assets: number;
  readonly episodes: number;
  readonly venues: number;
}

export const leagueFinding = ({ day, assets, episodes, venues }: Found): string =>
  assets === 0
    ? `${day}：没有数据`
    : episodes === 0
      ? `${day}：没有超出汇率不确定度的偏离时段`
      : `${day}：${count(venues)} 家交易所共 ${count(episodes)} 个超出汇率不确定度的偏离时段`;

export const leagueHead = {
  lead: '在这个 UTC 日期开始、超出汇率不确定度的现货偏离时段，每种资产各按其自身的基准。这些数字说明价格偏离的次数、幅度与时间长短，不说明原因。存储数据较多的交易所，可能出现偏离的分钟也较多。',
  form: '此页的日期',
  day: '日期，UTC',
  example: '2025-10-10',
  earlier: '前一日',
  later: '后一日',
  lastBegan: (day: string) => `上一次开始的日期：${day}`,
  feed: '提醒',
  label: '此日期的交易所',
} as const;

export const leagueHeads = {
  longest: '最长',
  longestAsset: '最长者的资产',
  alerts: '已确认\n的提醒',
  alertsHint: '本站规则对此日期开始的偏离时段的提醒',
} as const;
