import { code, strong, text, type RichText } from '../richText';
import { clock, dayPart } from './numbers';

export const minuteHead = {
  when: (iso: string): RichText => text`，${dayPart(iso)}，${strong(`${clock(iso)} UTC`)}`,
  loading: '正在加载这一分钟',
  adjacent: '相邻的分钟',
  keys: '也可使用 ← 和 → 键',
  step: (sign: 'before' | 'after', when: string): string =>
    `${sign === 'before' ? '上一分钟' : '下一分钟'}，${when} UTC`,
  deeper: '更深',
  deeperStep: (sign: 'before' | 'after', when: string): string =>
    `${sign === 'before' ? '之前最近一个偏离更深的分钟' : '之后最近一个偏离更深的分钟'}，${when} UTC`,
  deepest: '所示的分钟中，没有比这更深的',
  cite: '复制引用文字',
  cited: '已复制引用文字',
  plainText: '文字',
  citedAs: (form: string): string => `已复制：${form}`,
  share: '分享',
  picture: '这一分钟的图片',
} as const;

export const minuteDeviations = {
  title: (currency: string): string => `相对于基准的偏离（${currency}）`,
  lead: '最低价与最低价相比，最高价与最高价相比，收盘价与收盘价相比；因此整体市场的下跌不会计入任何一家交易所的偏离。',
  label: '各交易所的偏离',
  venue: '交易所',
  prices: {
    low: ['最低价', '基准最低价', '最低价偏离'],
    high: ['最高价', '基准最高价', '最高价偏离'],
    close: ['收盘价', '基准收盘价', '收盘价偏离'],
  },
  uncertainty: '不确定度',
  uncertaintyHint: '该交易所与其他交易所的汇率使其偏离具有的不确定度',
  weak: '汇率依据薄弱',
  outside: '超出其他所有交易所',
  peers: '其他交易所',
  dispersion: '离散程度',
  within: '范围内',
  isReference: '基准交易所',
} as const;

export const minuteCandles = {
  title: '各交易所公布的 K 线原貌',
  lead: '价格以各市场自身的计价货币表示，保留收到的每一位数字，并附上换算所用的汇率：取 5 分钟内换算路径的中位数，不含该交易所自身的路径。',
  label: '各交易所的原始 K 线',
  heads: {
    venue: '交易所',
    market: '市场',
    open: '开盘价',
    high: '最高价',
    low: '最低价',
    close: '收盘价',
    baseVolume: '成交量，基础货币',
    quoteVolume: '成交量，计价货币',
    trades: '成交笔数',
    rate: (currency: string): string => `换算为 ${currency} 的汇率`,
    rule: '汇率规则',
    legs: '换算路径',
    source: '来源',
  },
} as const;

export const surroundings = {
  title: '前后',
  lead: '标出的分钟即本页所示的分钟。',
  hint: '在图表中点击其他分钟即可打开。',
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
  `${simulated ? 'SIMULATED。' : ''}${sentence}Plumbline，${name}，计算方法第 ${String(method)} 版，${digest}。${address}`;

export const otherAssets = {
  title: '同一分钟的其他资产',
  lead: '在这一分钟前后，偏离达到或超过其进入阈值的资产，各与自身的基准比较，最深者在前。',
  label: '这一分钟的其他资产',
  asset: '资产',
  venue: '交易所',
  price: '价格',
  reference: '基准',
  deviation: '偏离',
  notMeasured: '这一分钟未测得',
  loading: '正在查看其他资产',
  none: (searched: number): string =>
    searched === 0 ? '没有其他资产在这一分钟有数据。' : `其他 ${String(searched)} 种有数据的资产均未达到其进入阈值。`,
  all: '这一分钟的所有偏离时段',
} as const;

export const invalidMinute = {
  title: '此网址所指的不是有效的分钟',
  text: text`请按 UTC 填写分钟，例如 ${code('2025-10-10T21:20Z')}：年、月、日，小时 00 至 23，分钟 00 至 59，最后加上 Z。分钟页面的网址形如 ${code('/ATOM/2025-10-10T21:20Z')}。`,
} as const;
