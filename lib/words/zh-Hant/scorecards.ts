import { formatLevel, utc } from './numbers';

export const scorecards = {
  title: '此時間範圍內的各交易所',
  label: '交易所統計表',
  lead: (from: string, to: string): string =>
    `交易所的最低價或最高價偏離達到各檔幅度的分鐘數，以及測量的分鐘總數。「異常程度」將其最深的偏離與其自身在 ${utc(from)} 至 ${utc(to)} UTC 的偏離比較；z 為該差距相當於多少個穩健標準差，標準差至少以 1 個基點計。`,
  tooLong: (days: number): string => `交易所統計表與先後順序需要每一分鐘的資料，因此時間範圍最多 ${String(days)} 天。`,
  windowTooLong: (days: number, most: number): string =>
    `交易所統計表需要每一分鐘的資料，因此最多涵蓋 ${String(most)} 天；此時間範圍有 ${String(days)} 天：請選較短的範圍`,
  loading: '正在測量此時間範圍及其之前的數日…',
} as const;

export const scorecardHeads = {
  market: '交易所，市場',
  deepest: '最深',
  at: '時間，UTC',
  rank: '名次',
  rankHint: '在此時間範圍內所有交易所的偏離時段中的名次',
  episodes: '偏離時段',
  beyond: (level: number): string => `${formatLevel(level)}\n分鐘`,
  outside: '超出其他\n所有交易所，分鐘',
  outsideHint: '低於或高於所有其他交易所的分鐘數',
  measured: '已測量，分鐘',
  area: '面積，%·分鐘',
  unusual: '異常程度',
} as const;

export const orderOfEvents = {
  title: '誰先變動',
  label: '誰先變動',
  lead: '交易所的最低價首次比其基準價低這麼多，且比其自身在時間範圍內最初的收盤價低這麼多的那一分鐘。最先下跌者在前。1 分鐘 K 線顯示先後，不顯示因果：它們不說明一分鐘之內發生了什麼，最先變動者也未必帶動了其他交易所。時間：UTC。',
  note: '「誰先變動」是 1 分鐘 K 線的先後順序，不是因果關係：它們不說明一分鐘之內發生了什麼，最先變動者也未必帶動了其他交易所。',
  market: '交易所，市場',
  strayed: (level: number): string => `比基準價低\n${formatLevel(level)}`,
  fell: (level: number): string => `下跌\n${formatLevel(level)}`,
  recovered: '自最後一個偏離時段恢復',
} as const;
