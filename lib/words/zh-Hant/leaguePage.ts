import { count } from './numbers';

interface Found {
  readonly day: string;
  readonly assets: number;
  readonly episodes: number;
  readonly venues: number;
}

export const leagueFinding = ({ day, assets, episodes, venues }: Found): string =>
  assets === 0
    ? `${day}：沒有資料`
    : episodes === 0
      ? `${day}：沒有超出匯率不確定度的偏離時段`
      : `${day}：${count(venues)} 家交易所共 ${count(episodes)} 個超出匯率不確定度的偏離時段`;

export const leagueHead = {
  lead: '在這個 UTC 日期開始、超出匯率不確定度的現貨偏離時段，每種資產各按其自身的基準。這些數字說明價格偏離的次數、幅度與時間長短，不說明原因。儲存資料較多的交易所，可能出現偏離的分鐘也較多。',
  form: '此頁的日期',
  day: '日期，UTC',
  example: '2025-10-10',
  earlier: '前一日',
  later: '後一日',
  lastBegan: (day: string) => `上一次開始的日期：${day}`,
  feed: '提醒',
  label: '此日期的交易所',
} as const;

export const leagueHeads = {
  longest: '最長',
  longestAsset: '最長者的資產',
  alerts: '已確認\n的提醒',
  alertsHint: '本站規則對此日期開始的偏離時段的提醒',
} as const;
