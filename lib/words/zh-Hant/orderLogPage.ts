import { codeOf } from '../typed';
import { count, utc } from './numbers';

export const orderLogHead = {
  title: '您的委託紀錄中的拒絕',
  lead: '請選擇交易程式寫下的紀錄（CSV、JSON 或文字）。拒絕按分鐘、按代碼、按類計數：沒有送達的請求，以及交易所拒絕的委託。',
  kept: '檔案留在您的裝置上。瀏覽器自行讀取檔案，不向本站傳送任何內容。',
} as const;

export const logPicker = {
  label: '您的委託紀錄檔案',
  drop: '將檔案拖放到這裡，或',
  dropNow: '放開即開始讀取',
  choose: '選擇檔案',
  another: '選擇其他檔案',
  formats: '含時間的紀錄：CSV、JSON（每行一個物件）或文字',
  get noScript(): string {
    return `本頁需要指令碼，瀏覽器才能讀取檔案。若無法使用，請執行 ${codeOf('orderlog FILE')}。`;
  },
} as const;

export const logProblems = {
  noTime: '各行開頭沒有時間。',
  get unreadable(): string {
    return `這個瀏覽器無法讀取檔案。請使用較新的版本，或在命令列執行 ${codeOf('orderlog FILE')}。`;
  },
  reading: '正在讀取檔案…',
  progress: '讀取進度',
} as const;

export const logFileWords = {
  title: '檔案的讀取方式',
  guessed: '以下依前幾行推測，請檢查。',
  asks: '請選擇檔案沒有說明的內容：',
  format: '格式',
  formats: { json: 'JSON', csv: 'CSV', text: '文字' },
  zone: '檔案的時區',
  choose: '請選擇',
  ownZone: '每個時間都註明時區',
  ofHead: '依欄名稱',
  noCheck: '時區選錯時，價格看不出來。請與您記得的一筆比較。',
  year: '年',
  time: '時間',
  code: '代碼',
  none: '無',
  firstLines: '前幾行',
} as const;

export const logTotals = {
  title: '合計',
  rejected: '拒絕',
  rate: '拒絕比例',
  noRate: '未知',
  noRateWhy: '紀錄中沒有成功：可能只寫下錯誤，因此嘗試次數未知。',
  reduceOnly: '拒絕，只減倉',
  attempts: (rejected: number, attempts: number): string => `${count(attempts)} 次嘗試中的 ${count(rejected)} 次。`,
  longest: '沒有成功的最長一段',
  run: (attempts: number): string => `${count(attempts)} 次嘗試`,
  openRun: '這一段到紀錄的開始或結束為止。',
  withoutCode: (entries: number, errors: number): string =>
    `${count(entries)} 筆既沒有代碼也沒有成功，其中 ${count(errors)} 筆提到錯誤。`,
  beyond: (attempts: number): string => `其餘分鐘的 ${count(attempts)} 次嘗試只在合計中。`,
  cause: '這些是次數，不說明原因，也不說明是誰造成的。',
  twice: '同一委託若寫成多筆，每筆都會計入。',
  sameAs: (file: string, other: string): string => `檔案 ${file} 與 ${other} 的內容完全相同，不再計入。`,
  unended: (file: string, line: number): string =>
    `檔案 ${file} 第 ${count(line)} 行之後沒有換行：該行可能不完整，按讀到的計算。`,
  saveCsv: '儲存各分鐘（CSV）',
  saveMarkdown: '儲存結果（文字）',
  saveJson: '儲存結果（JSON）',
} as const;

export const logLayers = {
  title: '按代碼',
  lead: '傳送：請求或回覆沒有送達。規則：交易所依其規則或風險控管拒絕委託。未知：本表沒有此代碼。',
  transport: '傳送',
  business: '規則',
  unknown: '未知',
  code: '代碼',
  layer: '類',
  count: '拒絕',
  says: '發布者的名稱',
  sources: '來源',
} as const;

export const logMinutes = {
  title: '按分鐘',
  lead: '有拒絕的分鐘。',
  time: '時間，UTC',
  accepted: '成功',
  codes: '代碼',
  more: (more: number): string => `再顯示 ${count(more)} 筆`,
} as const;

export const logLines = {
  title: '無法讀取的行',
  lead: (flawed: number, lines: number): string => `${count(lines)} 行中的 ${count(flawed)} 行。這些行不計入次數。`,
  file: '檔案',
  line: '行',
  what: '問題',
  text: '檔案中的內容',
  flaws: {
    'too-long': '行太長',
    encoding: '不是 UTF-8，請將檔案儲存為 UTF-8',
    quotes: '引號沒有結束',
    cells: '欄位缺少或太多',
    'not-json': '不是 JSON',
    'no-time': '沒有時間',
    time: '不是時間',
    year: '沒有年',
    zone: '沒有時區',
  },
} as const;

export const logStrip = {
  title: '您的委託紀錄：每分鐘的拒絕',
  own: '來自您的檔案，只在這個分頁中，不在任何網址中，也不在 Plumbline 的任何圖片、檔案或資料包中。',
  show: '顯示在這個分頁的圖表下方',
  shown: '已顯示在這個分頁的圖表下方。',
  open: '開啟事件',
  remove: '移除',
  below: '線下：只減倉',
  inWindow: '這段時間',
  inLog: '整個紀錄',
  none: '這段時間沒有拒絕。',
  venue: '偏離時段所屬交易所',
  minute: (iso: string, rejected: number, reduceOnly: number, accepted: number): string =>
    `${utc(iso)} UTC：拒絕 ${count(rejected)} 次（只減倉 ${count(reduceOnly)} 次），成功 ${count(accepted)} 次`,
  together: (both: number, rejected: number, episode: number): string =>
    `有拒絕的 ${count(rejected)} 分鐘中，有 ${count(both)} 分鐘在這些偏離時段的 ${count(episode)} 分鐘之內。`,
  lead: (minutes: number): string =>
    minutes === 0
      ? '第一次拒絕與第一個偏離時段在同一分鐘開始。'
      : minutes > 0
        ? `第一次拒絕比第一個偏離時段早 ${count(minutes)} 分鐘。`
        : `第一次拒絕比第一個偏離時段開始晚 ${count(-minutes)} 分鐘。`,
  lag: (minutes: number): string =>
    minutes === 0
      ? '最後一次拒絕在最後一個偏離時段的最後一分鐘。'
      : minutes > 0
        ? `最後一次拒絕比最後一個偏離時段的最後一分鐘早 ${count(minutes)} 分鐘。`
        : `最後一次拒絕比最後一個偏離時段的最後一分鐘晚 ${count(-minutes)} 分鐘。`,
  cause: '這是時間的先後，不是原因。',
} as const;
