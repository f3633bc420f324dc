import { han } from '../han';

export const header = {
  navigation: '主菜单',
  menu: '菜单',
  theme: '切换浅色与深色',
} as const;

export const pageNames = {
  events: '事件',
  scan: '全面扫描',
  lows: '最低价',
  venues: '交易所',
  compare: '比较',
  method: '计算方法',
  coverage: '数据覆盖',
  verify: '验证',
  revisions: '修订',
  league: '每日',
  pack: '证物',
  audit: '成交',
  contagion: '下跌顺序',
  orderlog: '委托记录',
  collateral: '保证金资产',
} as const;

export const footer = {
  definition:
    '偏离是某交易所的价格除以同一分钟其他交易所价格的中位数，再减 1。交易所绝不计入自身的基准，缺漏的分钟绝不补值。除非另行注明时区，时间均为 UTC；网址中的时间一律为 UTC；每一分钟以其开始时间命名。',
  api: 'API',
} as const;

export const printed = { from: '打印自' } as const;

export const simulatedBanner = {
  label: '模拟价格',
  text: '没有任何交易所公布过这些价格。',
} as const;

export const notices = {
  ignored: '此网址有一部分已忽略；其余部分照常显示。',
  notes: '备注',
  backToStart: '查看可用的资产',
} as const;

export const asOfNotice = {
  label: '数据时点',
  title: (at: string): string => `数据时点：${at}。`,
  text: '其后收到或更正的数据，均不计入此处的任何数字。',
  now: '显示当前数据',
} as const;

export const copyLink = {
  copy: { whole: '复制链接', short: '复制短链接' },
  copied: { whole: '已复制链接', short: '已复制短链接' },
  refused: '此浏览器不允许复制。请从地址栏复制网址。',
} as const;

export const settingsSheet = { open: '设置', label: '设置', close: '显示图表' } as const;

export const files = { picture: 'PNG', answer: 'JSON' } as const;

export const downloads = {
  making: '正在生成文件…',
  coming: '正在下载…',
  progress: '下载进度',
  stop: '停止',
  done: '已下载',
} as const;

export const pictures = {
  label: '其他形式',
  sizes: { wide: '画面，16:9', square: '方形', card: '用于链接', page: '页面，A4', sheet: '全部内容' },
  themes: { light: '浅色', dark: '深色' },
} as const;

export const assetNavigation = { label: '资产', all: '所有资产' } as const;

export const pageLinks = { chart: '图表', coverage: '每日数据覆盖', revisions: '修订与来源' } as const;

export const openingTable = { more: (row: string): string => han`${row}的更多数据` } as const;

export const tableLabel = (name: string): string => `表格：${name}`;

/** The choice of what pages are read in, and what stands on those that are a translation. */
export const languageChoice = {
  label: '语言',
  prevails: '本页为译文。内容若与英文版不一致，以英文版为准。',
  method: '计算方法的正文仅以英文提供。',
  reference: '本页内容仅以英文提供。',
} as const;
