import { codeOf } from '../typed';
import type { MarkField, MarkHole, Reading } from '../../domain/marks/marks';
import type * as en from '../en/collateralPage';
import { minuteCount } from './counts';
import { missingWords } from './missing';
import { axisPrice, count, formatLevel, formatPrice } from './numbers';
import { venueName } from './venues';

type Given<Name extends 'collateralFinding' | 'holeCounts' | 'madeOf' | 'ratioChoiceWords'> = Parameters<
  (typeof en)[Name]
>[0];

const READINGS: Readonly<Record<Reading, string>> = {
  own: '自身市場',
  others: '其他交易所中位數',
  ratio: '標的資產 × 比率',
  index: '公布的指數',
};
export const readingWords = (reading: Reading): string => READINGS[reading];

export const collateralFinding = ({ name, venue, own, other }: Given<'collateralFinding'>): string =>
  own === null
    ? `${venueName(venue)} 的 ${name}：自身市場沒有估值`
    : `${venueName(venue)} 的 ${name}：按自身市場最低估值 ${formatPrice(own)} USD${
        other === null ? '' : `，按${READINGS[other.reading]} ${formatPrice(other.price)}`
      }`;

export const collateralHead = {
  title: '保證金資產估值',
  lead: '以 4 種方式逐分鐘表示一個單位保證金資產的價值。這是帳戶按這些方式本來會得到的估值，並不重現任何交易所的保證金計算。',
  nothing: '沒有儲存任何封裝資產或錨定資產。請先取得 WBETH、BNSOL 或 USDe 及其標的資產。',
} as const;

export const collateralForm = {
  form: '保證金資產與時間範圍',
  asset: '保證金資產',
  venue: '交易所',
  minPeers: '所需其他交易所數',
  ratioMinutes: '比率的時間長度，分鐘',
  ratioBefore: '比率的結束時間，UTC',
} as const;

const FIELDS: Readonly<Record<MarkField, string>> = { close: '收盤價', low: '最低價', high: '最高價' };
export const fieldWords = (field: MarkField): string => FIELDS[field];

export const account = {
  title: '您的帳戶',
  kept: '您在這裡輸入的內容留在這個瀏覽器中。本站只傳送一個單位的價格，由瀏覽器相乘。網址與請求中都沒有您輸入的內容。',
  units: '持有數量',
  loan: '借款，USD',
  level: '基準線，資產 ÷ 借款（%）',
  field: '估值所用價格',
  fieldMeaning:
    '收盤價是同一時刻的價格。最低價說明這一分鐘內估值可能低到多少，最高價說明可能高到多少。確定有成交的只有自身市場的最低價。',
  ratio: '比率',
  ratioValue: '您的比率',
  ratioSource: '它的來源',
  fromAddress: '本頁的網址',
  sourceExample: '由誰、何時公布',
  sourceMissing: '請寫明比率的來源；沒有來源就不使用。',
  notANumber: '請寫大於 0 的數，小數點用點號。',
  get noScript(): string {
    return `計算需要指令碼。若無法使用，請執行 ${codeOf('marks')}。`;
  },
} as const;

export const ratioChoiceWords = ({ kind, ratio, minutes }: Given<'ratioChoiceWords'>): string =>
  kind === 'given'
    ? '由您提供'
    : `${kind === 'own' ? '此前的自身市場' : '此前的其他交易所中位數'}：${ratio === null ? '未知' : formatPrice(ratio)}（${minuteCount(minutes)}）`;

export const madeOf = ({ underlying, composition }: Given<'madeOf'>): string =>
  `${underlying === null ? '標的資產是錨定價 1 USD。' : `標的資產是 ${underlying} 在其他交易所的中位數。`}${
    composition === null
      ? '在此時間範圍內，這家交易所的指數構成未知。'
      : `指數：自身市場 ${formatLevel(composition.ownWeight)}，比率 × ${underlying ?? 'USD'} ${formatLevel(1 - composition.ownWeight)}，依 ${composition.publisher} ${composition.published} 的公告；公告也說指數改為只用比率，此後與前一種方式相同。`
  }`;

export const marksTable = {
  title: '估值方式',
  reading: '方式',
  lowest: '最低，USD',
  lowestAt: '時間，UTC',
  uncertainty: '不確定度',
  worth: '價值，USD',
  missing: '沒有估值\n的分鐘',
} as const;

export const noMark = (why: MarkHole): string => `沒有估值：${markHoleWords(why)}`;

export const holeCounts = (counts: Given<'holeCounts'>): string =>
  counts.map(([why, minutes]) => `${markHoleWords(why)} ${count(minutes)}`).join('，');

export const crossingsTable = {
  title: '哪種方式先觸及基準線',
  lead: '這是順序，不是原因。沒有估值的分鐘不開始也不結束任何一段，另外計數。',
  place: '順序',
  first: '最初一分鐘，UTC',
  last: '最後一分鐘，UTC',
  minutes: '不高於基準線\n的分鐘',
  certain: '超出匯率\n不確定度',
  unknown: '沒有估值',
  edges: '附註',
  ask: '填寫數量、借款與基準線後顯示。',
  fromStart: '此時間範圍內，之前沒有高於基準線的分鐘',
  toEnd: '此時間範圍內，之後沒有高於基準線的分鐘',
} as const;

export const levelWords = (level: number): string => `基準線：每單位 ${formatPrice(level)} USD`;

export const notCrossed = (marked: number): string =>
  marked === 0 ? '未知：沒有任何一分鐘有估值' : `在有估值的 ${minuteCount(marked)}內沒有觸及`;

export const unknownBefore = (minutes: number): string => `之前連續 ${minuteCount(minutes)}沒有估值`;

export const minutesTable = {
  title: '逐分鐘',
  minute: '分鐘，UTC',
  show: '顯示表格',
  save: '存為 CSV',
  inBrowser: 'CSV 在這個瀏覽器中產生，包含每一分鐘、沒有估值的原因，以及您的帳戶。',
  peers: '其他交易所',
} as const;

export const markHoleWords = (why: MarkHole): string => (why === 'no-ratio' ? '比率未知' : missingWords(why));

export const marksChart = {
  description: (name: string, venue: string): string => `${venueName(venue)} 的 ${name} 各方式的估值隨時間變化`,
  level: '基準線',
  holes: '沒有估值',
  axis: (axis: 'log' | number): string =>
    axis === 'log' ? 'USD，對數刻度' : axis > 0 ? `USD，座標軸起自 ${axisPrice(Number(axis.toPrecision(3)))}` : 'USD',
} as const;
