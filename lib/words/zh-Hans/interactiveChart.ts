import { utc } from './numbers';

export const interactiveChart = {
  role: '图表',
  label: (asset: string, sentence: string): string =>
    `${asset} 在各交易所的价格与偏离。${sentence}数字见本页的表格。方向键移动十字光标，同时按住 Shift 则每次移动可见范围的十分之一。加号与减号缩放；0 显示整个时间范围。Enter 打开十字光标所在的分钟；Escape 退出图表。`,
  cursor: (iso: string, isLong: boolean): string =>
    `${utc(iso)} UTC；按 Enter 打开${isLong ? '其中最极端的一分钟' : '这一分钟'}`,
  sight: (from: string, to: string): string => `可见范围：${utc(from)} 至 ${utc(to)} UTC`,
} as const;
