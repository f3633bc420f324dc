import { count, utc } from './numbers';

export const calendar = {
  day: 'UTC 日期',
  gap: (from: string, to: string): string => `${from} 至 ${to}：從未請求`,
  gapOfDays: (from: string, to: string, days: number): string => `${from} 至 ${to}，共 ${String(days)} 天：從未請求`,
  days: (days: number): string => `${String(days)} 天`,
  utc: 'UTC',
  row: (label: string, detail: string, note: string): string => `${label}${detail === '' ? '' : ` ${detail}`}，${note}`,
  cell: (row: string, day: string, outcome: string): string => `${row}，${day}：${outcome}`,
} as const;

export const calendarSteps = {
  assets: '其他資產',
  assetsShown: (first: number, last: number, all: number): string =>
    `第 ${count(first)} 至 ${count(last)} 種資產，共 ${count(all)} 種`,
  previousAssets: '上一頁資產',
  nextAssets: '下一頁資產',
  days: '其他日期',
  daysShown: (first: string, last: string): string => `${first} 至 ${last}（UTC 日期）`,
  earlierDays: '較早的日期',
  laterDays: '較晚的日期',
} as const;

export const calendarLegend = {
  label: '圖例',
  all: '全部有回應、全部有成交',
  noTrade: '斜線：有回應、無成交',
  unanswered: '空白：無回應',
  neverRequested: '從未請求',
  failed: '遭拒絕或失敗',
  notServed: '未提供：早於該交易所保留的歷史',
  quarantined: '已隔離的資料列',
  revised: '已修訂',
} as const;

export const coverageTable = {
  title: '資料涵蓋統計',
  lead: '「有回應」是指某來源從第一筆到最後一筆回應之間，獲得回應的分鐘所佔的比例；「有成交」、「無成交」與「成交量為 0、價格有變動」均計入有回應的分鐘。標記價格與指數的「有成交」指有價格的分鐘。「已擱置」：來源送來的內容無法使用。',
  venue: '交易所',
  market: '市場，來源',
  first: '首次回應，UTC',
  last: '最後回應，UTC',
  answeredMinutes: '有回應，分鐘',
  answered: '有回應',
  traded: '有成交',
  noTrade: '無成交，分鐘',
  moved: '成交量為 0、\n價格有變動，分鐘',
  setAside: '已擱置，分鐘',
  quarantined: '已隔離，列',
  revised: '已修訂，分鐘',
  requested: '請求時間，UTC',
} as const;

export function requestedWords(first: string, last: string): string {
  const [a, b] = [utc(first), utc(last)];
  return a === b ? a : rangeWords(first, last);
}

export const rangeWords = (from: string, to: string): string => `${utc(from)} 至 ${utc(to)}`;

export const failedRequests = {
  title: '失敗的請求。這些分鐘沒有資料',
  label: '失敗的請求',
  lead: '交易所拒絕、沒有回應，或沒有這麼早的歷史資料。這些分鐘在圖中顯示為缺漏，絕不顯示為「無成交」。',
  venue: '交易所',
  market: '市場，來源',
  outcome: '結果',
  from: '開始，UTC',
  to: '結束，UTC',
  lastRequested: '最後請求，UTC',
  cause: '原因',
} as const;

export const replies = {
  title: '這些 K 線所依據的回應',
  label: '回應',
  lead: (from: string, to: string): string =>
    `涵蓋 ${rangeWords(from, to)} UTC：所請求的網址、時間，以及收到的位元組的 SHA-256。若相同的請求傳回不同的位元組，表示該回應其後已有變更。`,
  more: (shown: number, all: number): string => `顯示 ${count(all)} 筆中的 ${count(shown)} 筆；全部可用 JSON 取得`,
  none: '這些分鐘沒有記錄任何回應。這些 K 線在開始記錄回應之前即已儲存，或其來源沒有回應可記錄。',
  venue: '交易所',
  market: '市場，來源',
  minutes: '請求的分鐘，UTC',
  received: '收到時間，UTC',
  reader: '讀取程式',
  body: '回應內容',
  address: '請求的網址，以及收到的位元組的 SHA-256',
  stored: '已儲存',
  notStored: '未儲存',
} as const;

export const coverageHead = {
  title: (asset: string | undefined): string => (asset === undefined ? '每日資料涵蓋' : `${asset} 的每日資料涵蓋`),
  lead: (asset: string | undefined): string =>
    asset === undefined
      ? '每列為一種資產，合併其所有市場。每個市場每日以獲得回應分鐘最多的來源計算。選擇一種資產，即可逐一查看其市場。點選任一日，即可開啟其圖表。'
      : '每列為一個市場的一個來源。不同來源絕不混合，缺漏的分鐘也絕不補值。點選任一日，即可開啟其圖表。',
  calendar: (asset: string | undefined): string =>
    asset === undefined ? '各資產（依 UTC 日期）' : `${asset}：各市場與來源（依 UTC 日期）`,
} as const;
