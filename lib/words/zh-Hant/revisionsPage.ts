import { count, utc } from './numbers';
import { codeOf } from '../typed';

export const revisionHeads = {
  minute: '分鐘，UTC',
  difference: '差異',
  market: '交易所，市場',
  marketAndSource: '交易所，市場，來源',
} as const;

export const sourcePairs = {
  title: '來源比較',
  lead: (window: { readonly from: string; readonly to: string } | undefined): string =>
    `逐分鐘將市場的每個來源與分析所採用的來源比較，${
      window === undefined ? '各資產以其預設時間範圍為準' : `範圍為 ${utc(window.from)} 至 ${utc(window.to)} UTC`
    }。2 個來源中只有一個有回應的分鐘會計數，但不算差異。`,
  pair: '第一與第二來源',
  and: '與',
  compared: '已比較，分鐘',
  alike: '相同',
  priceDiffers: '價格不同',
  onlyFirstTraded: '僅第一來源有 K 線',
  onlySecondTraded: '僅第二來源有 K 線',
  volumeDiffers: '僅成交量不同',
  onlyFirst: '僅第一來源有回應',
  onlySecond: '僅第二來源有回應',
  nothingToCompare: '無可比較',
} as const;

export const sourceDifferences = {
  title: '來源不一致的分鐘',
  lead: '一個市場、一分鐘、2 個來源。差異為從第一來源到第二來源：先列價格相差最大者，再列僅一個來源有的 K 線，最後列僅成交量不同者。數值逐位精確比較，不設容差，並按收到的原樣、以市場自身的計價貨幣顯示。',
  first: '第一來源',
  second: '第二來源',
  noSecondSource:
    '無可比較：這些分鐘內沒有市場有 2 個來源。若有（例如 Binance 的 K 線與其檔案庫），每一個不一致的分鐘都會列在此處。',
  noCommonMinute: '無可比較：這些分鐘內，沒有市場的 2 個來源對同一分鐘都有回應。',
  none: '凡兩者都有回應的分鐘，各來源均一致。',
} as const;

export const revisedCandles = {
  title: '已修訂的 K 線',
  lead: '同一來源對同一分鐘給出了 2 個不同的回應。兩者均已儲存，任何時點的資料仍可查看。',
  before: '修訂前',
  after: '修訂後',
  firstSeen: (iso: string): string => `首次見於 ${utc(iso)} UTC`,
  seenAgain: (iso: string): string => `再次見於 ${utc(iso)} UTC`,
  none: '沒有修訂。若交易所日後對某一分鐘給出不同的回應，兩者連同所見時間都會列在此處。',
} as const;

export const longerCandles = {
  title: '較長的 K 線與其各分鐘',
  lead: '將交易所自身的 5m、15m、1h 與 1d K 線，與其 1 分鐘 K 線合成的結果比較：首個開盤價、最高的最高價、最低的最低價、最後的收盤價、成交量總和。價格須完全相同，成交量比較至 1,000,000,000 分之一，且僅限同一來源對每一分鐘均有回應之處。若有差異，表示這 2 種 K 線中有一種曾被更改，或以其他方式計算。',
  span: 'K 線，UTC',
  folded: '由各分鐘合成',
  said: '交易所所給',
  minutes: '分鐘',
  seen: (candle: string, iso: string): string => `${candle}，見於 ${utc(iso)} UTC`,
  earlier: '較早的回應；最新的回應與其不同',
  get notStored(): string {
    return `沒有儲存較長的 K 線。${codeOf('ingest --timeframes')} 可在取得各分鐘的同時取得較長的 K 線。`;
  },
  nothingToCompare: '無可比較：沒有一根已儲存的較長 K 線具備其所有分鐘。',
  none: '每一根較長的 K 線都與其各分鐘合成的結果相同。',
} as const;

export const worstOf = (shown: number, all: number): string => `${count(all)} 筆中差異最大的 ${count(shown)} 筆`;
export const newestOf = (shown: number, all: number): string => `${count(all)} 筆中最新的 ${count(shown)} 筆`;

export const quarantine = {
  title: '隔離區',
  lead: '不可能是 K 線的資料列：最低價高於最高價、價格為 0、成交量為負。這些資料列按收到的原樣儲存，絕不採用。',
  reason: '原因',
  seen: '所見時間，UTC',
  row: '收到的資料列原樣',
  unreadable: '無法讀取',
  none: '沒有已隔離的資料列。不可能是 K 線的資料列，會按收到的原樣連同原因列在此處。',
} as const;

export const differenceWords = {
  notInCompared: '這些欄位無差異',
  oneWithout: '僅一方有 K 線',
  volumeAlone: '僅成交量',
} as const;

export const revisionsHead = {
  title: (asset: string | undefined): string => (asset === undefined ? '修訂與來源差異' : `${asset}：修訂與來源差異`),
  lead: '此處不覆寫任何資料。來源更改一根 K 線時，兩個版本都會保留。2 個來源對某一分鐘不一致，或較長的 K 線與其各分鐘合成的結果不同時，兩者都會保留。不可能是 K 線的資料列也會列出。',
} as const;
