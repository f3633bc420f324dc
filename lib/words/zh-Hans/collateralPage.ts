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
  own: '自身市场',
  others: '其他交易所中位数',
  ratio: '标的资产 × 比率',
  index: '公布的指数',
};
export const readingWords = (reading: Reading): string => READINGS[reading];

export const collateralFinding = ({ name, venue, own, other }: Given<'collateralFinding'>): string =>
  own === null
    ? `${venueName(venue)} 的 ${name}：自身市场没有估值`
    : `${venueName(venue)} 的 ${name}：按自身市场最低估值 ${formatPrice(own)} USD${
        other === null ? '' : `，按${READINGS[other.reading]} ${formatPrice(other.price)}`
      }`;

export const collateralHead = {
  title: '保证金资产估值',
  lead: '以 4 种方式逐分钟表示一个单位保证金资产的价值。这是账户按这些方式本来会得到的估值，不重现任何交易所的保证金计算。',
  nothing: '没有存储任何封装资产或锚定资产。请先获取 WBETH、BNSOL 或 USDe 及其标的资产。',
} as const;

export const collateralForm = {
  form: '保证金资产与时间范围',
  asset: '保证金资产',
  venue: '交易所',
  minPeers: '所需其他交易所数',
  ratioMinutes: '比率的时间长度，分钟',
  ratioBefore: '比率的结束时间，UTC',
} as const;

const FIELDS: Readonly<Record<MarkField, string>> = { close: '收盘价', low: '最低价', high: '最高价' };
export const fieldWords = (field: MarkField): string => FIELDS[field];

export const account = {
  title: '您的账户',
  kept: '您在这里输入的内容留在这个浏览器中。本站只发送一个单位的价格，由浏览器相乘。网址与请求中都没有您输入的内容。',
  units: '持有数量',
  loan: '借款，USD',
  level: '基准线，资产 ÷ 借款（%）',
  field: '估值所用价格',
  fieldMeaning:
    '收盘价是同一时刻的价格。最低价说明这一分钟内估值可能低到多少，最高价说明可能高到多少。确定有成交的只有自身市场的最低价。',
  ratio: '比率',
  ratioValue: '您的比率',
  ratioSource: '它的来源',
  fromAddress: '本页的网址',
  sourceExample: '由谁、何时公布',
  sourceMissing: '请写明比率的来源；没有来源就不使用。',
  notANumber: '请写大于 0 的数，小数点用点号。',
  get noScript(): string {
    return `计算需要脚本。若无法使用，请运行 ${codeOf('marks')}。`;
  },
} as const;

export const ratioChoiceWords = ({ kind, ratio, minutes }: Given<'ratioChoiceWords'>): string =>
  kind === 'given'
    ? '由您提供'
    : `${kind === 'own' ? '此前的自身市场' : '此前的其他交易所中位数'}：${ratio === null ? '未知' : formatPrice(ratio)}（${minuteCount(minutes)}）`;

export const madeOf = ({ underlying, composition }: Given<'madeOf'>): string =>
  `${underlying === null ? '标的资产是锚定价 1 USD。' : `标的资产是 ${underlying} 在其他交易所的中位数。`}${
    composition === null
      ? '在此时间范围内，这家交易所的指数构成未知。'
      : `指数：自身市场 ${formatLevel(composition.ownWeight)}，比率 × ${underlying ?? 'USD'} ${formatLevel(1 - composition.ownWeight)}，依 ${composition.publisher} ${composition.published} 的公告；该公告也说指数改为只用比率，此后与前一种方式相同。`
  }`;

export const marksTable = {
  title: '估值方式',
  reading: '方式',
  lowest: '最低，USD',
  lowestAt: '时间，UTC',
  uncertainty: '不确定度',
  worth: '价值，USD',
  missing: '没有估值\n的分钟',
} as const;

export const noMark = (why: MarkHole): string => `没有估值：${markHoleWords(why)}`;

export const holeCounts = (counts: Given<'holeCounts'>): string =>
  counts.map(([why, minutes]) => `${markHoleWords(why)} ${count(minutes)}`).join('，');

export const crossingsTable = {
  title: '哪种方式先触及基准线',
  lead: '这是顺序，不是原因。没有估值的分钟不开始也不结束任何一段，另外计数。',
  place: '顺序',
  first: '最初一分钟，UTC',
  last: '最后一分钟，UTC',
  minutes: '不高于基准线\n的分钟',
  certain: '超出汇率\n不确定度',
  unknown: '没有估值',
  edges: '附注',
  ask: '填写数量、借款与基准线后显示。',
  fromStart: '此时间范围内，之前没有高于基准线的分钟',
  toEnd: '此时间范围内，之后没有高于基准线的分钟',
} as const;

export const levelWords = (level: number): string => `基准线：每单位 ${formatPrice(level)} USD`;

export const notCrossed = (marked: number): string =>
  marked === 0 ? '未知：没有任何一分钟有估值' : `在有估值的 ${minuteCount(marked)}内没有触及`;

export const unknownBefore = (minutes: number): string => `之前连续 ${minuteCount(minutes)}没有估值`;

export const minutesTable = {
  title: '逐分钟',
  minute: '分钟，UTC',
  show: '显示表格',
  save: '存为 CSV',
  inBrowser: 'CSV 在这个浏览器中生成，包含每一分钟、没有估值的原因，以及您的账户。',
  peers: '其他交易所',
} as const;

export const markHoleWords = (why: MarkHole): string => (why === 'no-ratio' ? '比率未知' : missingWords(why));

export const marksChart = {
  description: (name: string, venue: string): string => `${venueName(venue)} 的 ${name} 各方式的估值随时间变化`,
  level: '基准线',
  holes: '没有估值',
  axis: (axis: 'log' | number): string =>
    axis === 'log' ? 'USD，对数刻度' : axis > 0 ? `USD，坐标轴起自 ${axisPrice(Number(axis.toPrecision(3)))}` : 'USD',
} as const;
