import { codeOf } from '../typed';
import { count } from './numbers';

export const auditHead = {
  title: '您的成交與市場比較',
  lead: '請選擇交易所為您匯出的成交紀錄（CSV）。每筆成交都與其所在的分鐘比較：該交易所自身的 K 線，以及同一時間其他交易所的價格。',
  kept: '檔案留在您的裝置上。瀏覽器自行讀取檔案，只向本站查詢公開的分鐘資料：資產、市場，以及完整的一個 UTC 日。',
} as const;

export const auditPicker = {
  label: '您的成交紀錄檔案',
  drop: '將檔案拖放到這裡，或',
  dropNow: '放開即開始讀取',
  choose: '選擇檔案',
  another: '選擇其他檔案',
  formats: 'Binance、OKX、Bybit 的 CSV，或含時間、代號、方向、價格、數量的其他 CSV',
  get noScript(): string {
    return `本頁需要指令碼，瀏覽器才能讀取檔案。若無法使用，請執行 ${codeOf('audit FILE')}。`;
  },
} as const;

export const auditStages = {
  reading: '正在讀取檔案…',
  fetching: '正在取得公開的分鐘資料…',
  comparing: '正在將每筆成交與其分鐘比較…',
  progress: '比較進度',
} as const;

export const auditProblems = {
  notUtf8: '這個檔案不是 UTF-8，也不是 UTF-16，無法讀取各欄。請儲存為 UTF-8（Excel：CSV UTF-8）。',
  notFills: '檔案開頭沒有成交紀錄的欄位名稱。請將成交紀錄連同第一行匯出為 CSV。',
  get unreadable(): string {
    return `這個瀏覽器無法讀取檔案。請使用較新的版本，或在命令列執行 ${codeOf('audit FILE')}。`;
  },
  waits: '每個檔案都能讀取、且不再有需要說明之處，才會進行比較。可以略去其中的檔案。',
  manyDays: (days: number, most: number): string =>
    `各市場的成交共涉及 ${count(days)} 日，一次最多取得 ${count(most)} 日。請選擇日期。`,
} as const;

export const auditFile = {
  title: '檔案的讀取方式',
  guessed: '這種匯出檔的欄位沒有文件可查，以下為推測，請檢查。',
  asks: '請選擇檔案沒有說明的內容：',
  zone: '檔案的時區',
  zoneAsked: '請選擇',
  zoneBy: {
    column: '依欄位名稱',
    preamble: '依第一行',
    rows: '每個時間都註明時區',
  },
  venue: '市場',
  venueAsked: '請選擇',
  columns: '欄位',
  noColumn: '無',
  firstRows: '前幾列',
  account: '帳戶',
  accountHint: '名稱，只有您看得到',
  period: '日期',
  leaveOut: '略去',
  leaveOutFile: (name: string): string => `略去 ${name}`,
  everyDay: '全部',
  formats: {
    'binance-spot-trades': 'Binance 現貨成交',
    'binance-spot-trades-old': 'Binance 現貨成交（較早格式）',
    'binance-spot-orders': 'Binance 現貨委託',
    'binance-futures-trades': 'Binance 合約成交',
    'okx-trades': 'OKX 成交紀錄',
    'bybit-spot-trades': 'Bybit 現貨成交',
    'bybit-derivatives-trades': 'Bybit 合約成交',
    'bybit-derivatives-old': 'Bybit 合約（較早格式）',
    generic: '未知的格式',
  },
  roles: {
    time: '時間',
    symbol: '代號',
    side: '方向',
    price: '價格',
    quantity: '數量',
    unit: '數量的單位',
    fee: '手續費',
    'fee-coin': '手續費的幣別',
    status: '委託狀態',
    flag: '類型（強制平倉）',
    'client-id': '自訂委託編號',
    account: '帳戶',
    'trade-id': '成交編號',
    'order-id': '委託編號',
  },
} as const;

export const zoneWarning = {
  title: '檔案的時區似乎不是所選的時區',
  says: (chosen: string, inside: number, better: string, betterInside: number, fills: number): string =>
    `以 ${chosen} 讀取時，${count(fills)} 筆成交中有 ${count(inside)} 筆在該交易所的 K 線之內；以 ${better} 讀取時有 ${count(betterInside)} 筆。`,
  use: (zone: string): string => `以 ${zone} 讀取`,
} as const;

export const auditTotals = {
  currency: 'USD',
  title: '合計',
  net: '與其他交易所相比',
  worse: '差於基準',
  better: '優於基準',
  rests:
    '以 USD 計。賣出與同一分鐘其他交易所最低價的中位數比較，買入與最高價的中位數比較；差額乘以數量。大於 0 表示差於基準。',
  measured: (measured: number, fills: number): string => `${count(fills)} 筆成交中有 ${count(measured)} 筆有金額。`,
  weak: (fills: number, usd: string): string => `其中 ${count(fills)} 筆的匯率依據薄弱（${usd}）。`,
  within: (fills: number): string => `${count(fills)} 筆在匯率不確定度之內，沒有金額。`,
  outside: (fills: number): string => `${count(fills)} 筆在該交易所自身的 K 線之外。`,
  flags: (liquidations: number, adl: number): string =>
    `依檔案的標示，強制平倉 ${count(liquidations)} 筆，自動減倉 ${count(adl)} 筆。`,
  fees: '手續費（依檔案所載）',
  noCurrency: '未註明幣別',
  unreadFees: (fills: number): string => `有 ${count(fills)} 筆成交的手續費無法讀取，不計入合計。`,
  unmeasured: '沒有金額',
  reasons: {
    'unknown-symbol': '未知的代號',
    'contract-size': '合約大小不明',
    'not-asked': '未取得該分鐘',
    'not-stored': '沒有儲存此市場該日的資料',
    'not-fetched': '從未向交易所取得的分鐘',
    'no-trade': '該分鐘交易所沒有成交',
    'no-rate': '沒有對 USD 的匯率',
    'too-few-peers': '其他交易所太少',
    'left-out': '該日不計入的市場',
    moved: '成交量為 0，價格有變動',
    'set-aside': '無法使用的 K 線',
  },
} as const;

export const officialRule = {
  title: '媒體報導的官方規則',
  says: '2025 年 10 月 10 日 21:36 至 22:16 UTC 在 Binance 的強制平倉：多頭為 10 月 11 日 00:00 UTC 的價格減去強制平倉價格，空頭相反，且不低於 0。這是對媒體報導的解讀，不是交易所的原文。',
  paid: '在此時段之內，依此規則',
  outside: '在此時段之外，依本比較',
  unknown: (fills: number): string => `有 ${count(fills)} 筆缺少此規則所需的價格。`,
  fills: (fills: number): string => `強制平倉 ${count(fills)} 筆`,
  list: '此規則所涉及的強制平倉',
  first: (shown: number, all: number): string => `依時間排列，共 ${count(all)} 筆，顯示 ${count(shown)} 筆。`,
  byRule: '依此規則，\nUSD',
  byAudit: '依本比較，\nUSD',
  outsideHours: '在此時段之外',
  notStored: '沒有儲存價格',
} as const;

export const auditTables = {
  assets: '依資產',
  episodes: '依偏離時段',
  accounts: '依帳戶',
  fills: '金額最大的成交',
  fillsLead: '依差額大小排列。全部成交在 CSV 中。',
  asset: '資產',
  episode: '偏離時段',
  account: '帳戶',
  count: '成交',
  worse: '較差，\nUSD',
  better: '較優，\nUSD',
  net: '合計，\nUSD',
  line: '行',
  time: '時間，UTC',
  market: '市場',
  side: '方向',
  sides: { sell: '賣出', buy: '買入' },
  flags: { liquidation: '強制平倉', adl: '自動減倉' },
  order: '委託均價',
  quantity: '數量',
  price: '價格',
  candle: 'K 線，\nUSD',
  outside: '在 K 線之外',
  reference: '基準，\nUSD',
  deviation: '偏離',
  money: '金額，USD',
  more: (more: number): string => `再顯示 ${count(more)} 筆`,
  hide: '隱藏金額',
  hidden: '已隱藏',
  accountsLead: '帳戶依第一筆成交的時間以字母表示。名稱的對照只留在您這裡。',
  /** "Binance ATOM/USDT, below the reference, 2025-10-10 21:20–21:25 UTC" */
  episodeName: (market: string, below: boolean, when: string): string =>
    `${market}，${below ? '低於基準' : '高於基準'}，${when}`,
  saveShared: '儲存不含金額的結果（JSON）',
  copyShared: '複製不含金額的結果',
  copied: '已複製',
  print: '列印或儲存為 PDF',
  saveNames: '儲存名稱對照（CSV）',
  saveCsv: '儲存全部成交（CSV）',
  saveJson: '儲存比較結果（JSON）',
} as const;

export const auditRows = {
  title: '無法讀取的列',
  lead: (flawed: number, rows: number): string => `${count(rows)} 列中有 ${count(flawed)} 列，不計入任何金額。`,
  line: '行',
  what: '問題',
  text: '檔案內容',
  unreadFees: (fills: number): string => `有 ${count(fills)} 筆成交的手續費無法讀取，成交仍計入金額。`,
  unended: (line: number): string => `第 ${count(line)} 行之後沒有換行：該行最後一個值可能不完整，按讀到的計算。`,
  flaws: {
    'too-long': '行太長',
    encoding: '不是 UTF-8，請將檔案儲存為 UTF-8',
    quotes: '引號沒有結束',
    cells: '缺少欄位',
    time: '不是時間',
    zone: '沒有時區',
    symbol: '沒有代號',
    side: '既非買入也非賣出',
    price: '不是價格',
    quantity: '不是數量',
    fee: '不是手續費',
    conflict: '成交編號相同的另一列內容不同，兩列都不計入',
  },
  others: '不是成交的列',
  unknown: '未知的代號',
  notAgain: '不再計入的成交',
  sameAs: (file: string): string => `與檔案 ${file} 的內容完全相同，不計入任何金額。`,
  repeated: (fills: number): string => `有 ${count(fills)} 筆成交已計入金額，這裡不再計入。`,
  ordersOfTrades: (orders: number): string => `有 ${count(orders)} 筆委託不計入，因為其成交已計入。`,
  oneAccount: '沒有帳戶的檔案按同一帳戶比較。如果帳戶不同，請輸入帳戶。',
  ordersBeside: (account: string, venue: string, orders: number): string =>
    `帳戶 ${account}：${venue} 有 ${count(orders)} 筆委託與成交同時計入，可能是相同的成交。請只選擇委託或成交。`,
  reason: '原因',
  why: { repeated: '已計入金額', order: '其成交已計入' },
} as const;

export const auditLimits = {
  title: '這些結果的依據',
  peers: (least: number): string =>
    `分鐘是最小的單位：成交與該分鐘的最低價和最高價比較。至少有 ${count(least)} 家其他交易所才有金額。`,
  orders: '有均價的一列代表該時間的整筆委託。',
  midnight: '跨過午夜（UTC）的偏離時段計為 2 個。',
  cause: '這些數字只說明相差多遠、多少，不說明原因，也不說明由誰造成。',
  digests: '所比較的分鐘資料及各自的摘要值',
  day: '日期',
  digest: '摘要值',
} as const;

export const auditCurves = {
  title: '隨時間的合計',
  lead: '自第一筆成交起，賣出減買入的合計，以 USD 計：依成交價格，以及依基準。兩者的差額就是本比較的金額。在匯率不確定度之內或沒有金額的成交不計入，只在圖表下方標示。',
  was: '依成交價格',
  atReference: '依基準',
  difference: '差額',
  within: '在匯率不確定度之內',
  unmeasured: '沒有金額',
  together: '合計',
  account: (account: string): string => `帳戶 ${account}`,
  step: (minutes: number): string => `每一段為 ${count(minutes)} 分鐘。`,
  description: (name: string, when: string, was: string, reference: string, difference: string): string =>
    `${name}，${when}：依成交價格 ${was} USD，依基準 ${reference} USD，差額 ${difference} USD。`,
} as const;

export const auditContracts = {
  title: '大小不明的合約',
  lead: '檔案只有合約的數量，沒有合約的大小。請向交易所查詢成交當日的大小並填入。',
  one: (symbol: string, fills: number, unit: string): string =>
    `${symbol}（成交 ${count(fills)} 筆）：1 張合約，以 ${unit} 計`,
  use: '以此計算',
} as const;

export const auditShare = {
  title: '成交與市場比較，不含金額',
  note: '沒有數量、價格和金額。帳戶為字母，檔案為編號。',
  sides: (worse: number, better: number): string => `差於基準 ${count(worse)} 筆，優於基準 ${count(better)} 筆。`,
  weak: (fills: number): string => `其中 ${count(fills)} 筆的匯率依據薄弱。`,
  rule: (inside: number, outside: number, unknown: number): string =>
    `媒體報導的官方規則：時段之內強制平倉 ${count(inside)} 筆，之外 ${count(outside)} 筆，不明 ${count(unknown)} 筆。`,
  notCompared: '沒有比較',
  file: (file: string, format: string, fills: number, rows: number): string =>
    `檔案 ${file}：${format}，${count(rows)} 列，成交 ${count(fills)} 筆`,
  days: '所比較的資料',
} as const;
