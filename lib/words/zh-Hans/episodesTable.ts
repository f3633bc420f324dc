import { formatLevel, utc } from './numbers';
import { venueName } from './venues';

export const episodeHints = {
  peakByClose: '收盘价偏离最远的一分钟，其收盘价的偏离',
  outside: '超出其他每一家交易所的价格范围的部分',
  uncertainty: '该交易所与其他交易所的汇率使最大偏离具有的不确定度',
  beyond: (enter: number): string => `最低价或最高价偏离达 ${formatLevel(enter)} 或以上的分钟数`,
  closedBeyond: (enter: number): string => `收盘价偏离达 ${formatLevel(enter)} 或以上的分钟数`,
  unknown: '偏离时段内无法测量的分钟数',
  area: '各分钟收盘价偏离的总和',
  recovery: '从最大偏离起，到连续 3 个测得的分钟收盘价偏离都在阈值的一半之内为止',
  share: '占偏离时段内所有交易所成交量的比例',
} as const;

export const episodesTable = {
  label: '偏离时段',
  title: (enter: number): string => `${formatLevel(enter)} 或以上的偏离时段`,
  lead: (enter: number, currency: string): string =>
    `偏离时段自第一个偏离达 ${formatLevel(enter)} 或以上的测得分钟开始，到连续 3 个测得的分钟偏离都小于 ${formatLevel(enter / 2)} 时结束。最深者在前。价格与成交量以 ${currency} 计，时间为 UTC。`,
  none: '此时间范围内，没有任何测得的交易所偏离到此程度。',
  noneBeyond: '此时间范围内，没有任何测得的交易所的偏离达到此程度并超出其汇率不确定度。',
  notMeasured: '此时间范围内无法测得任何偏离。',
  row: (venue: string, peakMinute: string): string => `${venueName(venue)}，于 ${utc(peakMinute)} UTC`,
  neverOutside: '从未',
} as const;

export const withinTable = {
  label: '在汇率不确定度之内的偏离时段',
  title: '在汇率不确定度之内',
  lead: '按测得的汇率，这些时段的偏离虽达到此程度，但未超出汇率可能的误差。它们不足以说明该交易所的情况，也不列入任何排名。',
} as const;

export const episodeHeads = {
  market: '交易所，市场',
  side: '方向',
  peak: '最大偏离',
  uncertainty: '不确定度',
  certainty: '确定性',
  at: '时间，UTC',
  price: (currency: string): string => `价格，${currency}`,
  reference: (currency: string): string => `基准，${currency}`,
  peakByClose: '收盘价最大偏离',
  outside: '超出其他所有交易所',
  start: '开始，UTC',
  end: '结束，UTC',
  duration: '持续时间',
  beyond: '达阈值，分钟',
  closedBeyond: '收盘达阈值，分钟',
  unknown: '未知，分钟',
  area: '面积，%·分钟',
  recovery: '恢复用时',
  baseVolume: '成交量，基础货币',
  volume: (currency: string): string => `成交量，${currency}`,
  share: '成交量占比',
  peersAtPeak: '最大偏离时的其他交易所',
  fewestPeers: '最少',
  censored: '截断',
  id: 'ID',
} as const;
