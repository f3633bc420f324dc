import { clock, dayPart, formatLevel, signedPercent } from './numbers';
import { venueName } from './venues';

export const heatmap = {
  title: '哪種資產，在哪家交易所',
  lead: '每種資產在每家交易所最深的偏離時段，以相對於自身基準的百分比表示；最深者在前。點選格子可開啟該分鐘。',
  label: '每種資產在每家交易所的最深偏離',
  asset: '資產',
  key: '自',
  level: (level: number): string => (level === 0 ? formatLevel(0.01) : formatLevel(level)),
  held: '無偏離時段',
  none: '無資料',
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
  more: '所有資產的偏離時段',
} as const;

export const deepestList = {
  filter: '資產或交易所',
  sort: '排序',
  by: { depth: '最深優先', duration: '最長優先', time: '最早優先' },
  found: (shown: number, of: number): string =>
    shown === of ? `${String(of)} 個偏離時段` : `${String(shown)} / ${String(of)} 個偏離時段`,
  spark: '其時間範圍內的偏離',
} as const;
