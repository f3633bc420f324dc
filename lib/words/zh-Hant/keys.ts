import type { KeyLine } from '../en/keys';

export const keyWords = {
  title: '快速鍵',
  close: '關閉',
  table: '快速鍵及其功能',
  key: '按鍵',
  does: '功能',
  single: '單鍵快速鍵',
  singleHint: '若與語音輸入或其他工具衝突，可將其關閉。此瀏覽器會記住這項設定；Ctrl K、⌘ K 與方向鍵不受影響。',
} as const;

export const keyLines = (): readonly KeyLine[] => [
  { keys: ['Ctrl K', '⌘ K', '/'], does: '前往資產、分鐘、交易所、事件或貼上的連結' },
  { keys: ['←', '→'], does: '前一分鐘、後一分鐘' },
  { keys: ['Shift ←', 'Shift →'], does: '前一個偏離時段、後一個偏離時段' },
  { keys: ['l'], does: '切換線性與對數價格' },
  { keys: ['z'], does: '切換時區' },
  { keys: ['e'], does: '匯出圖片' },
  { keys: ['c'], does: '複製連結' },
  { keys: ['+', '-'], does: '縮放取得焦點的圖表' },
  { keys: ['0', '按兩下'], does: '顯示圖表的整個時間範圍' },
  { keys: ['Enter'], does: '開啟圖表十字線所在的分鐘' },
  { keys: ['Esc'], does: '離開圖表' },
  { keys: ['?'], does: '顯示此清單' },
];
