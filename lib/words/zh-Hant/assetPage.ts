import { strong, text, type RichText } from '../richText';
import { cells } from './cells';
import { amount, formatDuration, unbroken, utc } from './numbers';
import { venueList } from './venues';

const windowWords = (from: string, to: string, minutes: number): string =>
  `${utc(from)} 至 ${utc(to)} UTC，${formatDuration(minutes)}`;

export const headline = {
  waiting: (asset: string): string => `${asset} 在各交易所的價格`,
  window: (asset: string, from: string, to: string, minutes: number): RichText =>
    text`${strong(asset)}，${windowWords(from, to, minutes)}`,
} as const;

export const analysing = {
  text: '正在讀取 K 線並逐分鐘測量每家交易所…',
  progress: '已測量的分鐘數',
} as const;

export const zoomLine = {
  everyMinute: '表格與標題均採用每一分鐘的資料。',
  hint: (isLong: boolean): string =>
    isLong ? '放大後會自動載入更細的圖表；點選可開啟該處最極端的一分鐘。' : '點選任一分鐘，即可查看每家交易所的 K 線。',
  /** With a mouse and keys, and with fingers alone. */
  zoomByMouse:
    '可用圖表下方的滑桿、雙指手勢，或按住 Ctrl 並轉動滑鼠滾輪來縮放；圖表取得焦點後，單用滾輪、+ 和 − 即可縮放。',
  zoomByFinger: '可用圖表下方的滑桿或雙指手勢縮放。',
  zoomed: (from: string, to: string, minutes: number): string => `已放大至 ${windowWords(from, to, minutes)}。`,
  open: (isLong: boolean): string => (isLong ? '開啟此時間範圍' : '此時間範圍的連結'),
  finer: '將以更細的間隔開啟；按「上一頁」可返回此處。',
} as const;

export const analysisTabs = {
  label: '詳細資料',
  episodes: (count: number): string => `偏離時段（${String(count)}）`,
  venues: '交易所',
  falls: '跌幅',
  markets: '市場',
  provenance: '來源',
} as const;

export const provenance = {
  title: '這些數字的來源',
  reference: '基準',
  method: '計算方法',
  version: (method: number): string => `第 ${String(method)} 版`,
  digest: '摘要值',
  digestHint: '相同的資料與參數在任何機器上都得出這個摘要值。',
  data: '資料',
  coverage: '各日的請求與回應',
  revisions: '修訂與來源差異',
  files: '檔案',
  exhibit: '證物',
  cite: '引用格式',
  filesHint: '以其他形式查看：數字相同，網址相同，只在後面加上形式。',
} as const;

export const falls = {
  title: '市場跌幅與各交易所的跌幅',
  label: '跌幅',
  lead: (market: string | undefined): string =>
    unbroken(
      `從時間範圍的最初幾分鐘算到其間最低的最低價。${
        market === undefined
          ? '此時間範圍內無法測量市場自身的跌幅。'
          : `市場取所有交易所現貨價格的中位數，變動為 ${market}；各交易所的超額為其與市場之差。`
      }`,
    ),
  venue: '交易所',
  fall: '跌幅',
  bar: '以長條表示的跌幅；直線標示市場',
  excess: '相對市場的超額',
  market: '市場',
  itself: '不適用',
  points: (percent: string): string => percent.replace('%', '個百分點'),
} as const;

export const marketsTable = {
  title: '採用的市場',
  label: '市場',
  lead: '「無成交」：交易所有回應，但沒有任何成交。「未取得」：未曾請求該分鐘。「已擱置」：來源送來的內容無法使用。以上均不補值，也絕不混為一談。換算為 USD 的匯率由同一分鐘的換算路徑測得，不含該交易所自身的換算路徑。',
  venue: '交易所',
  market: '市場',
  source: '來源',
  traded: '有成交，分鐘',
  noTrade: '無成交，分鐘',
  notFetched: '未取得，分鐘',
  moved: '成交量為 0、價格有變動，分鐘',
  setAside: '已擱置，分鐘',
  leftOut: '已排除，分鐘',
  uncertainty: '不確定度',
  uncertaintyHint: '居中那一分鐘的匯率不確定度',
  legs: '換算路徑',
  legsHint: '居中那一分鐘的換算路徑，以及其來自的交易所',
  rate: '換算為 USD 的匯率',
  medianRate: '匯率中位數',
  minutesByRule: '各匯率規則的分鐘數',
  otherSources: '其他可用來源',
  legsOf: (legs: number | null, venues: readonly string[]): string =>
    legs === null || venues.length === 0 ? cells.none : `${amount(legs)}：${venueList(venues)}`,
  book: (market: string, from: string): string => `${market}，自 ${utc(from)} 起`,
  rawQuotes: '比較原始報價',
  noneApplied: '未套用',
} as const;
