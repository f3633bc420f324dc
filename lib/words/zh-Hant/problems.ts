export const noDataPage = { title: '沒有資料' } as const;

export const notFoundWords = {
  title: '找不到',
  heading: '此網址沒有資料',
  leadAsset: '網址應指明一種資產，例如',
  leadMinute: '，或其中的一分鐘，例如',
  leadReason: '。此網址指明的資產沒有資料，或日期無效。',
  assets: '可用的資產：',
} as const;

export const errorWords = {
  heading: '無法載入此頁',
  causeDatabase: '可能是資料庫沒有回應（啟動指令為',
  causeInternal: (digest: string | undefined): string =>
    `），也可能是內部錯誤；請查看伺服器日誌${digest === undefined ? '' : `，條目 ${digest}`}。`,
  retry: '重試',
  wholeHeading: 'Plumbline 無法載入此頁',
  wholeCause: '請確認伺服器及其資料庫正在執行，然後重試。原因記錄在伺服器日誌中。',
} as const;

export const brokenAddress = {
  encoding: '400：此網址的百分號編碼有誤。請重新複製完整連結，或從 / 開始。\n',
  short: '400：此短網址不完整，或在傳遞途中遭更改。請重新複製完整連結，或從 / 開始。\n',
} as const;
