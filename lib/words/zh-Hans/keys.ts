import type { KeyLine } from '../en/keys';

export const keyWords = {
  title: '快捷键',
  close: '关闭',
  table: '快捷键及其功能',
  key: '按键',
  does: '功能',
  single: '单键快捷键',
  singleHint: '若与语音输入或其他工具冲突，可将其关闭。此浏览器会记住这项设置；Ctrl K、⌘ K 与方向键不受影响。',
} as const;

export const keyLines = (): readonly KeyLine[] => [
  { keys: ['Ctrl K', '⌘ K', '/'], does: '前往资产、分钟、交易所、事件或粘贴的链接' },
  { keys: ['←', '→'], does: '前一分钟、后一分钟' },
  { keys: ['Shift ←', 'Shift →'], does: '前一个偏离时段、后一个偏离时段' },
  { keys: ['l'], does: '切换线性与对数价格' },
  { keys: ['z'], does: '切换时区' },
  { keys: ['e'], does: '导出图片' },
  { keys: ['c'], does: '复制链接' },
  { keys: ['+', '-'], does: '缩放获得焦点的图表' },
  { keys: ['0', '双击'], does: '显示图表的整个时间范围' },
  { keys: ['Enter'], does: '打开图表十字线所在的分钟' },
  { keys: ['Esc'], does: '离开图表' },
  { keys: ['?'], does: '显示此列表' },
];
