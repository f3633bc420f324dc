import { venueList } from './venues';

export const packHeads = {
  contents: '目錄',
  index: '證物清單',
  missing: '沒有證物的網址',
  whatThisIs: '這是什麼',
  files: '檔案',
  check: '如何查核',
  use: '如何使用',
} as const;

export const packTitle = (assets: readonly string[]): string => `證物：${assets.join('、')}`;

export const exhibitName = (number: number): string => `證物 ${String(number)}`;
export const exhibitPage = (number: number, page: number, of: number): string =>
  `${exhibitName(number)}，第 ${String(page)} 頁，共 ${String(of)} 頁`;
export const packPage = (page: number, of: number): string => `第 ${String(page)} 頁，共 ${String(of)} 頁`;

export const packLead = {
  measures: '每件證物都是對 1 分鐘 K 線的測量：每家交易所的價格偏離基準多少。證物只說測量到什麼，不說原因。',
  folders: '每件證物在本文件中有 2 頁，另有一個資料夾，內有圖片、數字、K 線，以及查核它們的程式。',
  missing: '以下網址也曾要求，但沒有產生證物；原因列在各網址之後。',
  quoted: '更正和交易所的回應按作者所寫引用。',
} as const;

export const exhibitTerms = {
  finding: '測量結果',
  asset: '資產',
  minute: '分鐘',
  window: '時間範圍',
  inZone: (zone: string): string => `${zone} 時間`,
  books: '交易所、市場與來源',
  basis: '測量方式',
  digestOfMinute: '該分鐘的摘要值',
  picture: '圖片的 SHA-256',
  manifest: '校驗清單的 SHA-256',
  address: '網址',
  folder: '資料夾',
  key: '封印金鑰',
  unsigned: '無：產生時此站台沒有金鑰',
  check: '如何查核',
} as const;

export const exhibitBasis = (currency: string): string =>
  `1 分鐘 K 線。將交易所的最低價除以同一分鐘的基準最低價，再減 1；最高價與收盤價亦同。價格以 ${currency} 計。沒有成交的分鐘留空，不沿用也不填補任何價格。`;

export const exhibitCheck = (folder: string, sums: string, script: string): string =>
  `在資料夾 ${folder} 中，\`${sums}\` 顯示每個檔案是否與產生時相同，\`${script}\` 由 K 線重新計算數字。其中的 \`README.txt\` 列出所有步驟，以及如何向各交易所查詢同一分鐘。`;

export const exhibitTables = {
  minute: '這一分鐘的各交易所',
  window: '此時間範圍的偏離時段，由大到小',
  more: (count: number, file: string): string => `其餘 ${String(count)} 列在 ${file} 中。`,
} as const;

export const packFiles = {
  pack: '每件證物 2 頁、目錄、證明書',
  index: '證物清單，3 種格式',
  certification: '由人填寫並簽名的文字',
  exhibits: '每件證物 1 個資料夾，各有說明',
  manifest: '其他每個檔案的 SHA-256',
  signature: '其簽章，以及公開金鑰的副本',
  stamps: '各時間機構於何時簽章，或為何沒有；每個時間戳記有機構的回覆及其中的證書',
} as const;

export const packChecks = {
  sums: (command: string, ofMac: string): string =>
    `解壓縮後，在該資料夾開啟終端機。\`${command}\`（macOS：\`${ofMac}\`）對每個與產生時相同的檔案印出 \`OK\`。`,
  signature: (keys: string, command: string): string =>
    `校驗清單已簽章。請從 ${keys} 取得此站台的公開金鑰，不要用本資料夾內的：\`key.pem\` 只是副本，且必須相同。然後執行 \`${command}\`（OpenSSL 3）。`,
  unsigned: '校驗清單未簽章：產生時此站台沒有金鑰。',
  stamps: (names: readonly string[], list: string, command: string): string =>
    `曾請時間機構（${names.join('、')}）為校驗清單蓋時間戳記（RFC 3161），由另一方證明清單在該時間已存在。各機構於何時簽章，或為何沒有，見 ${list}。請從該機構的網站取得其根證書，存為 \`root.pem\`，再對每個時間戳記執行 \`${command}\`。`,
  script: (command: string): string =>
    `在每件證物的資料夾中，\`${command}\` 查核其檔案，並由 K 線重新計算數字。不需要連線，也不需要我們的程式。`,
  address: '開啟每件證物的網址。該頁顯示的摘要值應與此處相同。',
  exchange: '向交易所查詢。分鐘頁為每家交易所列出同一根 K 線的網址與指令，以及應得到的列。',
} as const;

export const packKeysAt = (path: string): string => `此站台的網址 ${path}`;

export const packUse = {
  unchanged: '請勿更動任何檔案。這樣收到的人也能重新查核全部內容。',
  certification: '證明書請印出填寫，或填寫在本資料夾以外的副本上：本資料夾的任何更動都會在第 1 步顯示出來。',
  counsel: '這不是法律意見。文件是否被接受、以何種形式接受，由當地規則與律師決定。',
} as const;

const BLANK = '______________________________';
const BOX = '[  ]';

export const certificationText = ({
  exhibits,
  method,
  origin,
  digests,
}: Readonly<{
  exhibits: number;
  method: number;
  origin: string | undefined;
  digests: readonly string[];
}>): readonly Readonly<{
  head: string;
  lines: readonly string[];
}>[] => [
  {
    head: '電子程序所產生紀錄的證明書',
    lines: ['由知悉所述內容的人填寫並簽名。不適用者請劃去。本表格不是法律意見。'],
  },
  {
    head: '填寫人',
    lines: [`姓名：${BLANK}`, `職務或所屬單位：${BLANK}`, `地址或聯絡方式：${BLANK}`],
  },
  {
    head: '紀錄',
    lines: [
      `本證物包共有 ${String(exhibits)} 件證物，摘要值如下：`,
      ...digests.map((digest, i) => `${exhibitName(i + 1)}：${digest}`),
      `壓縮檔名稱：${BLANK}`,
      `\`manifest-sha256.txt\` 的 SHA-256：${BLANK}`,
    ],
  },
  {
    head: '取得方式',
    lines: [
      `${BOX} 本人親自下載自：${origin ?? BLANK}`,
      `${BOX} 本人以程式的副本親自產生，所用電腦：${BLANK}`,
      `${BOX} 交給本人的人：${BLANK}`,
      `日期、時間與時區：${BLANK}`,
    ],
  },
  {
    head: '產生方式',
    lines: [
      `這些紀錄由電子程序產生，沒有任何數字由人寫入或修改。Plumbline 程式儲存各交易所公開介面與檔案庫提供的 1 分鐘 K 線，並記下每次回應的時間與 SHA-256。數字由這些 K 線依公開方法的第 ${String(method)} 版計算。相同的 K 線與參數會得到相同的數字與相同的摘要值。`,
      `本人如何得知：${BLANK}`,
    ],
  },
  {
    head: '本人查核的項目',
    lines: [
      `${BOX} 校驗清單：證物包的每個檔案都與清單相符。`,
      `${BOX} 清單的簽章。取得公開金鑰的日期：${BLANK} 來源：${BLANK}`,
      `${BOX} 每件證物的程式以「\`Everything fits.\`」結束。`,
      `${BOX} 每件證物的網址顯示了上列的摘要值。`,
      `${BOX} 本人向交易所查詢了該分鐘。結果：${BLANK}`,
      `${BOX} 其他：${BLANK}`,
    ],
  },
  {
    head: '聲明',
    lines: [
      '本人未更動證物包的任何檔案。所附為本人所收內容的真實副本。就本人所知，此處所述屬實。',
      `當地規則要求的其他文字：${BLANK}`,
      `地點與日期：${BLANK}`,
      `簽名：${BLANK}`,
    ],
  },
];

export const exhibitPictureAlt = (sentence: string, venues: readonly string[]): string =>
  `各交易所價格與偏離的圖表：${venueList(venues)}。${sentence}`;
