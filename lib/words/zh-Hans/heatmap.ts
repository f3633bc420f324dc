import { clock, dayPart, formatLevel, signedPercent } from './numbers';
import { venueName } from './venues';

export const heatmap = {
  title: '哪种资产，在哪家交易所',
  lead: '每种资产在每家交易所最深的偏离时段，以相对于自身基准的百分比表示；最深者在前。点击单元格可打开该分钟。',
  label: '每种资产在每家交易所的最深偏离',
  asset: '资产',
  key: '自',
  level: (level: number): string => (level === 0 ? formatLevel(0.01) : formatLevel(level)),
  held: '无偏离时段',
  none: '无数据',
  cell: (peak: number): string => signedPercent(peak).replace(' %', ''),
  open: ({
    name,
    venue,
    peak,
    peakMinute,
  }: {
    readonly name: string;
    readonly venue: string;
    readonly peak: number;
    readonly peakMinute: string;
  }): string =>
    `${name} 在 ${venueName(venue)}：${signedPercent(peak)}，${dayPart(peakMinute)} ${clock(peakMinute)} UTC`,
  more: '所有资产的偏离时段',
} as const;

export const deepestList = {
  filter: '资产或交易所',
  sort: '排序',
  by: { depth: '最深优先', duration: '最长优先', time: '最早优先' },
  found: (shown: number, of: number): string =>
    shown === of ? `${String(of)} 个偏离时段` : `${String(shown)} / ${String(of)} 个偏离时段`,
  spark: '其时间范围内的偏离',
} as const;
