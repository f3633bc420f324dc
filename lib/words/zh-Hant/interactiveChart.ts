import { utc } from './numbers';

export const interactiveChart = {
  role: '圖表',
  label: (asset: string, sentence: string): string =>
    `${asset} 在各交易所的價格與偏離。${sentence}數字見本頁的表格。方向鍵移動十字線，同時按住 Shift 則每次移動可見範圍的十分之一。加號與減號縮放；0 顯示整個時間範圍。Enter 開啟十字線所在的分鐘；Escape 離開圖表。`,
  cursor: (iso: string, isLong: boolean): string =>
    `${utc(iso)} UTC；按 Enter 開啟${isLong ? '其中最極端的一分鐘' : '這一分鐘'}`,
  sight: (from: string, to: string): string => `可見範圍：${utc(from)} 至 ${utc(to)} UTC`,
} as const;
