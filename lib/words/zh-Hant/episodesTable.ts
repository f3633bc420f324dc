import { formatLevel, utc } from './numbers';
import { venueName } from './venues';

export const episodeHints = {
  peakByClose: '收盤價偏離最遠的一分鐘，其收盤價的偏離',
  outside: '超出其他每一家交易所的價格範圍的部分',
  uncertainty: '該交易所與其他交易所的匯率使最大偏離具有的不確定度',
  beyond: (enter: number): string => `最低價或最高價偏離達 ${formatLevel(enter)} 或以上的分鐘數`,
  closedBeyond: (enter: number): string => `收盤價偏離達 ${formatLevel(enter)} 或以上的分鐘數`,
  unknown: '偏離時段內無法測量的分鐘數',
  area: '各分鐘收盤價偏離的總和',
  recovery: '從最大偏離起，到連續 3 個測得的分鐘收盤價偏離都在門檻的一半之內為止',
  share: '佔偏離時段內所有交易所成交量的比例',
} as const;

export const episodesTable = {
  label: '偏離時段',
  title: (enter: number): string => `${formatLevel(enter)} 或以上的偏離時段`,
  lead: (enter: number, currency: string): string =>
    `偏離時段自第一個偏離達 ${formatLevel(enter)} 或以上的測得分鐘開始，到連續 3 個測得的分鐘偏離都小於 ${formatLevel(enter / 2)} 時結束。最深者在前。價格與成交量以 ${currency} 計，時間為 UTC。`,
  none: '此時間範圍內，沒有任何測得的交易所偏離到此程度。',
  noneBeyond: '此時間範圍內，沒有任何測得的交易所的偏離達到此程度並超出其匯率不確定度。',
  notMeasured: '此時間範圍內無法測得任何偏離。',
  row: (venue: string, peakMinute: string): string => `${venueName(venue)}，於 ${utc(peakMinute)} UTC`,
  neverOutside: '從未',
} as const;

export const withinTable = {
  label: '在匯率不確定度之內的偏離時段',
  title: '在匯率不確定度之內',
  lead: '依測得的匯率，這些時段的偏離雖達到此程度，但未超出匯率可能的誤差。它們不足以說明該交易所的情況，也不列入任何排名。',
} as const;

export const episodeHeads = {
  market: '交易所，市場',
  side: '方向',
  peak: '最大偏離',
  uncertainty: '不確定度',
  certainty: '確定性',
  at: '時間，UTC',
  price: (currency: string): string => `價格，${currency}`,
  reference: (currency: string): string => `基準，${currency}`,
  peakByClose: '收盤價最大偏離',
  outside: '超出其他所有交易所',
  start: '開始，UTC',
  end: '結束，UTC',
  duration: '持續時間',
  beyond: '達門檻，分鐘',
  closedBeyond: '收盤達門檻，分鐘',
  unknown: '未知，分鐘',
  area: '面積，%·分鐘',
  recovery: '恢復用時',
  baseVolume: '成交量，基礎貨幣',
  volume: (currency: string): string => `成交量，${currency}`,
  share: '成交量佔比',
  peersAtPeak: '最大偏離時的其他交易所',
  fewestPeers: '最少',
  censored: '截斷',
  id: 'ID',
} as const;
