import { code, strong, text, type RichText } from '../richText';
import { clock, dayPart } from './numbers';

export const minuteHead = {
  when: (iso: string): RichText => text`，${dayPart(iso)}，${strong(`${clock(iso)} UTC`)}`,
  loading: '正在載入這一分鐘',
  adjacent: '相鄰的分鐘',
  keys: '也可使用 ← 和 → 鍵',
  step: (sign: 'before' | 'after', when: string): string =>
    `${sign === 'before' ? '上一分鐘' : '下一分鐘'}，${when} UTC`,
  deeper: '更深',
  deeperStep: (sign: 'before' | 'after', when: string): string =>
    `${sign === 'before' ? '之前最近一個偏離更深的分鐘' : '之後最近一個偏離更深的分鐘'}，${when} UTC`,
  deepest: '所示的分鐘中，沒有比這更深的',
  cite: '複製引用文字',
  cited: '已複製引用文字',
  plainText: '文字',
  citedAs: (form: string): string => `已複製：${form}`,
  share: '分享',
  picture: '這一分鐘的圖片',
} as const;

export const minuteDeviations = {
  title: (currency: string): string => `相對於基準的偏離（${currency}）`,
  lead: '最低價與最低價相比，最高價與最高價相比，收盤價與收盤價相比；因此整體市場的下跌不會計入任何一家交易所的偏離。',
  label: '各交易所的偏離',
  venue: '交易所',
  prices: {
    low: ['最低價', '基準最低價', '最低價偏離'],
    high: ['最高價', '基準最高價', '最高價偏離'],
    close: ['收盤價', '基準收盤價', '收盤價偏離'],
  },
  uncertainty: '不確定度',
  uncertaintyHint: '該交易所與其他交易所的匯率使其偏離具有的不確定度',
  weak: '匯率依據薄弱',
  outside: '超出其他所有交易所',
  peers: '其他交易所',
  dispersion: '離散程度',
  within: '範圍內',
  isReference: '基準交易所',
} as const;

export const minuteCandles = {
  title: '各交易所公布的 K 線原貌',
  lead: '價格以各市場自身的計價貨幣表示，保留收到的每一位數字，並附上換算所用的匯率：取 5 分鐘內換算路徑的中位數，不含該交易所自身的路徑。',
  label: '各交易所的原始 K 線',
  heads: {
    venue: '交易所',
    market: '市場',
    open: '開盤價',
    high: '最高價',
    low: '最低價',
    close: '收盤價',
    baseVolume: '成交量，基礎貨幣',
    quoteVolume: '成交量，計價貨幣',
    trades: '成交筆數',
    rate: (currency: string): string => `換算為 ${currency} 的匯率`,
    rule: '匯率規則',
    legs: '換算路徑',
    source: '來源',
  },
} as const;

export const surroundings = {
  title: '前後',
  lead: '標示的分鐘即本頁所示的分鐘。',
  hint: '在圖表中點選其他分鐘即可開啟。',
} as const;

export const citation = (
  {
    name,
    sentence,
    method,
    digest,
    simulated,
  }: Readonly<{
    name: string;
    sentence: string;
    method: number;
    digest: string;
    simulated: boolean;
  }>,
  address: string,
): string =>
  `${simulated ? 'SIMULATED。' : ''}${sentence}Plumbline，${name}，計算方法第 ${String(method)} 版，${digest}。${address}`;

export const otherAssets = {
  title: '同一分鐘的其他資產',
  lead: '在這一分鐘前後，偏離達到或超過其進入門檻的資產，各與自身的基準比較，最深者在前。',
  label: '這一分鐘的其他資產',
  asset: '資產',
  venue: '交易所',
  price: '價格',
  reference: '基準',
  deviation: '偏離',
  notMeasured: '這一分鐘未測得',
  loading: '正在查看其他資產',
  none: (searched: number): string =>
    searched === 0 ? '沒有其他資產在這一分鐘有資料。' : `其他 ${String(searched)} 種有資料的資產均未達到其進入門檻。`,
  all: '這一分鐘的所有偏離時段',
} as const;

export const invalidMinute = {
  title: '此網址所指的不是有效的分鐘',
  text: text`請以 UTC 寫出分鐘，例如 ${code('2025-10-10T21:20Z')}：年、月、日，小時 00 至 23，分鐘 00 至 59，最後加上 Z。分鐘頁面的網址形如 ${code('/ATOM/2025-10-10T21:20Z')}。`,
} as const;
