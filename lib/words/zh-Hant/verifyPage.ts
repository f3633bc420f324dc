import { codeOf } from '../typed';
import { count, utc } from './numbers';

export const verifyHead = {
  title: '驗證圖片或資料包',
  lead: '請選擇由 Plumbline 產生的圖片（PNG 或 JPEG）或資料包（ZIP）。本頁檢查其封印，並將內容與此處儲存的資料比較。',
  kept: '檔案留在您的裝置上。瀏覽器自行讀取檔案並計算雜湊值，只將檔案中的網址傳給本站。',
} as const;

export const filePicker = {
  label: '要驗證的檔案',
  drop: '將檔案拖放到這裡，或',
  dropNow: '放開即開始驗證',
  choose: '選擇檔案',
  another: '驗證另一個檔案',
  limit: (mostMb: number): string => `PNG、JPEG 或 ZIP，最大 ${String(mostMb)} MB`,
  get noScript(): string {
    return `本頁需要指令碼，瀏覽器才能讀取檔案。若無法使用，請執行 ${codeOf('verify FILE')}。`;
  },
} as const;

export const verifyStages = {
  reading: (file: string): string => `正在讀取 ${file}…`,
  comparing: '正在與儲存的資料比較…',
  progress: '比較進度',
} as const;

export const unreadableFile = {
  empty: '檔案是空的。請選擇圖片（PNG 或 JPEG）或資料包（ZIP）。',
  'file-too-large': '檔案比 Plumbline 的任何圖片或資料包都大。請選擇匯出時的原檔。',
  neither: '檔案不是 PNG、JPEG 或 ZIP。請將圖片存為 PNG 或 JPEG，再重新選擇。',
  damaged: '檔案已損壞或不完整。請向傳送者重新取得。',
  'too-large': '圖片的像素超過本頁可讀取的數量。請存成較小的圖片，再重新選擇。',
  pack: '這個 ZIP 是證物包。請解開後選擇其中一個證物的 `picture.png`。`README.txt` 寫明整體如何核對。',
  'unpacks-large': 'ZIP 解開後比 Plumbline 的任何資料包都大。請向傳送者重新取得。',
  names: 'ZIP 內有 Plumbline 資料包不會有的檔名。請向傳送者重新取得。',
  'packed-otherwise': 'ZIP 的壓縮方式與 Plumbline 的資料包不同。請取得匯出時的原檔。',
  get here(): string {
    return `這個瀏覽器無法讀取該檔案。請使用較新的版本，或在命令列執行 ${codeOf('verify FILE')}。`;
  },
} as const;

export const verdictWords = {
  identical: {
    name: '相同',
    says: '同一網址現在給出相同的資料與相同的像素。',
    next: '開啟該網址，可查看每一分鐘、其來源，以及如何向交易所查詢同一分鐘。',
  },
  'same-data': {
    name: '資料相同',
    says: '同一網址現在給出相同的資料，但本站畫出的像素不同：版本或附註不同。',
    next: '開啟該網址，可查看現在如何畫出同樣的資料。檔案的像素由封印保證。',
  },
  changed: {
    name: '現在的資料不同',
    says: '此處儲存的 K 線與製作該檔案時的 K 線不同。',
    next: '若此處仍存有製作該檔案時的資料，請在下方與現在儲存的資料比較。',
  },
  parameters: {
    name: '參數不同',
    says: '本站以不同的參數計算該網址：計算方法的版本、資產清單或別名清單不同。',
    next: '請比較下列參數，並開啟該網址查看以現行參數計算的結果。',
  },
  'not-compared': {
    name: '未能比較',
    says: '無法與儲存的資料比較。',
    next: '請在檔案所示網址的網站驗證。',
  },
  'unknown-signer': {
    name: '未知的簽章者',
    says: '封印與檔案相符，但其金鑰不是本站的。',
    next: '請從檔案所示網址的網站，而不是從傳送者，取得金鑰清單，並在其中查找此金鑰。',
  },
  altered: {
    name: '已更改',
    says: '檔案與封印時不同。',
    next: '請取得匯出時的原檔。不同之處列於下方；由誰更改、為何更改，無從得知。',
  },
  unsealed: {
    name: '沒有封印',
    says: '檔案具有 Plumbline 圖片的內容，但沒有封印。',
    next: '此檔案沒有任何保證。請開啟該網址查看資料的內容。',
  },
  copy: {
    name: '沒有封印的副本',
    says: '圖片中的 QR 碼含有頁面的網址。通訊程式與螢幕截圖會產生這樣的副本。副本的像素無法比較。',
    next: '請開啟該網址，將圖片與頁面比較，或取得匯出時的原檔。',
  },
  'not-ours': {
    name: '無法辨識',
    says: '檔案中沒有圖片的內容、沒有封印，也沒有頁面的 QR 碼。',
    next: '若圖片曾被裁切或縮得很小，請取得匯出時的原檔。',
  },
} as const;

export const verdictGroups = {
  unaltered: '封印出自已知的金鑰，此後檔案沒有任何更改。',
  otherwise: '其他情形',
} as const;

export const verdictReasons = {
  address: '本版本無法讀取其網址。',
  'not-stored': '此處沒有儲存該網址的資料，或缺少其中某些交易所。',
  failed: '無法計算其網址。',
  'no-digest-text': '檔案不含摘要值的原文，因此無法指出有哪些變更。',
  'later-seal': '其封印屬於較新的版本。',
  'other-prices': '圖片與本站，一方是模擬價格，另一方是真實價格。',
  'older-digest': '檔案不含摘要值的原文，而摘要值可能屬於較早的版本，因此無法指出資料有無變更。',
  'beside-rows': '檔案所列的各列相同；變更的是其他數字，檔案中只有其雜湊值。',
} as const;

export const verdictFacts = {
  label: '驗證所得',
  next: '接下來',
  file: '檔案',
  readAs: { picture: '按圖片讀取', bundle: '按資料包讀取' },
  address: '網址',
  open: '開啟頁面',
  now: '頁面現在顯示',
  key: '金鑰',
  keyInUse: (created: string): string => `自 ${utc(created)} UTC 起使用`,
  keyRetired: (created: string, retired: string): string => `使用期間 ${utc(created)} 至 ${utc(retired)} UTC`,
  keys: '本站的金鑰',
  digest: '摘要值',
  digestThen: '檔案中的摘要值',
  digestNow: '現在的摘要值',
} as const;

export const alteredWords = {
  title: '與封印時不同之處',
  seal: '封印的內容與其簽章不相符。',
  pixels: '像素與封印時不同。',
  name: '欄位或檔案',
  sealed: '封印時',
  found: '檔案中',
  nothing: '無',
} as const;

export const parameterWords = {
  title: '不同的參數',
  name: '參數',
  was: '圖片',
  now: '本站',
} as const;

export const changeWords = {
  title: '有哪些變更',
  field: '數值',
  was: '當時',
  now: '現在',
  none: '無',
  row: '列',
  moreRows: (rows: number): string => `再顯示 ${count(rows)} 列`,
  rowAdded: '檔案中沒有，現在列於此處。',
  rowGone: '檔案中有，現在未列於此處。',
} as const;

export const stampWords = {
  title: '時間戳記',
  lead: '時間機構以其時鐘簽章，說明該時刻已有某個雜湊值（RFC 3161）。它不說明檔案由誰製作，也不說明價格是否正確。',
  stamped: (time: string, authority: string): string => `${time} UTC，由 ${authority} 簽章。`,
  covers: {
    seal: '所簽的正是本圖片的封印，機構的簽章有效。',
    manifest: '所簽的正是本資料包的清單，機構的簽章有效。',
  },
  trusted: '本站認可的證書為該機構作保。',
  unknown: '該機構的證書不在本站認可的證書之中。這並不表示該機構有問題：請從該機構的網站取得其根證書。',
  certificates: {
    valid: '其證書在該時刻有效，現在仍有效。',
    expired: '其證書在該時刻有效，其後已過期。',
    'not-then': '其證書在該時刻無效。',
    'other-use': '其證書不是用於時間戳記的證書。',
  },
  faults: {
    unreadable: '這不是 RFC 3161 的時間戳記。',
    refused: '該機構拒絕簽章。',
    'other-bytes': '所簽的是其他位元組。',
    'other-request': '它回應的是另一個請求。',
    'no-certificate': '時間戳記中沒有簽章所用的證書。',
    signature: '時間戳記的簽章不符。',
    get unchecked(): string {
      return `所簽的正是這些位元組。未加密的連線無法檢查其簽章，請使用 ${codeOf('verify FILE')}。`;
    },
  },
} as const;

export const allVerdicts = {
  title: '各種結果的意思',
  get lead(): string {
    return `每個檔案都會得到其中一種結果。命令列的 ${codeOf('verify')} 給出相同的結果。`;
  },
} as const;
