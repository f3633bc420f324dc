import { han } from '../han';

export const header = {
  navigation: '主選單',
  menu: '選單',
  theme: '切換淺色與深色',
} as const;

export const pageNames = {
  events: '事件',
  scan: '全面掃描',
  lows: '最低價',
  venues: '交易所',
  compare: '比較',
  method: '計算方法',
  coverage: '資料涵蓋',
  verify: '驗證',
  revisions: '修訂',
  league: '每日',
  pack: '證物',
  audit: '成交',
  contagion: '下跌順序',
  orderlog: '委託紀錄',
  collateral: '保證金資產',
} as const;

export const footer = {
  definition:
    '偏離是某交易所的價格除以同一分鐘其他交易所價格的中位數，再減 1。交易所絕不計入自身的基準，缺漏的分鐘絕不補值。除非另註時區，時間均為 UTC；網址中的時間一律為 UTC；每一分鐘以其開始時間命名。',
  api: 'API',
} as const;

export const printed = { from: '列印自' } as const;

export const simulatedBanner = {
  label: '模擬價格',
  text: '沒有任何交易所公布過這些價格。',
} as const;

export const notices = {
  ignored: '此網址有一部分已忽略；其餘部分照常顯示。',
  notes: '附註',
  backToStart: '查看可用的資產',
} as const;

export const asOfNotice = {
  label: '資料時點',
  title: (at: string): string => `資料時點：${at}。`,
  text: '其後收到或更正的資料，均不計入此處的任何數字。',
  now: '顯示目前的資料',
} as const;

export const copyLink = {
  copy: { whole: '複製連結', short: '複製短連結' },
  copied: { whole: '已複製連結', short: '已複製短連結' },
  refused: '此瀏覽器不允許複製。請從網址列複製網址。',
} as const;

export const settingsSheet = { open: '設定', label: '設定', close: '顯示圖表' } as const;

export const files = { picture: 'PNG', answer: 'JSON' } as const;

export const downloads = {
  making: '正在產生檔案…',
  coming: '正在下載…',
  progress: '下載進度',
  stop: '停止',
  done: '已下載',
} as const;

export const pictures = {
  label: '其他形式',
  sizes: { wide: '畫面，16:9', square: '方形', card: '用於連結', page: '頁面，A4', sheet: '全部內容' },
  themes: { light: '淺色', dark: '深色' },
} as const;

export const assetNavigation = { label: '資產', all: '所有資產' } as const;

export const pageLinks = { chart: '圖表', coverage: '每日資料涵蓋', revisions: '修訂與來源' } as const;

export const openingTable = { more: (row: string): string => han`${row}的更多資料` } as const;

export const tableLabel = (name: string): string => `表格：${name}`;

/** The choice of what pages are read in, and what stands on those that are a translation. */
export const languageChoice = {
  label: '語言',
  prevails: '本頁為翻譯。內容若與英文版不一致，以英文版為準。',
  method: '計算方法的正文僅以英文提供。',
  reference: '本頁內容僅以英文提供。',
} as const;
