import { count, utc } from './numbers';
import { codeOf } from '../typed';

export const revisionHeads = {
  minute: '分钟，UTC',
  difference: '差异',
  market: '交易所，市场',
  marketAndSource: '交易所，市场，来源',
} as const;

export const sourcePairs = {
  title: '来源比较',
  lead: (window: { readonly from: string; readonly to: string } | undefined): string =>
    `逐分钟将市场的每个来源与分析所采用的来源比较，${
      window === undefined ? '各资产以其默认时间范围为准' : `范围为 ${utc(window.from)} 至 ${utc(window.to)} UTC`
    }。2 个来源中只有一个有响应的分钟会计数，但不算差异。`,
  pair: '第一与第二来源',
  and: '与',
  compared: '已比较，分钟',
  alike: '相同',
  priceDiffers: '价格不同',
  onlyFirstTraded: '仅第一来源有 K 线',
  onlySecondTraded: '仅第二来源有 K 线',
  volumeDiffers: '仅成交量不同',
  onlyFirst: '仅第一来源有响应',
  onlySecond: '仅第二来源有响应',
  nothingToCompare: '无可比较',
} as const;

export const sourceDifferences = {
  title: '来源不一致的分钟',
  lead: '一个市场、一分钟、2 个来源。差异为从第一来源到第二来源：先列价格相差最大者，再列仅一个来源有的 K 线，最后列仅成交量不同者。数值逐位精确比较，不设容差，并按收到的原样、以市场自身的计价货币显示。',
  first: '第一来源',
  second: '第二来源',
  noSecondSource:
    '无可比较：这些分钟内没有市场有 2 个来源。若有（例如 Binance 的 K 线与其归档），每一个不一致的分钟都会列在此处。',
  noCommonMinute: '无可比较：这些分钟内，没有市场的 2 个来源对同一分钟都有响应。',
  none: '凡两者都有响应的分钟，各来源均一致。',
} as const;

export const revisedCandles = {
  title: '已修订的 K 线',
  lead: '同一来源对同一分钟给出了 2 个不同的响应。两者均已存储，任何时点的数据仍可查看。',
  before: '修订前',
  after: '修订后',
  firstSeen: (iso: string): string => `首次见于 ${utc(iso)} UTC`,
  seenAgain: (iso: string): string => `再次见于 ${utc(iso)} UTC`,
  none: '没有修订。若交易所日后对某一分钟给出不同的响应，两者连同所见时间都会列在此处。',
} as const;

export const longerCandles = {
  title: '较长的 K 线与其各分钟',
  lead: '将交易所自身的 5m、15m、1h 与 1d K 线，与其 1 分钟 K 线合成的结果比较：首个开盘价、最高的最高价、最低的最低价、最后的收盘价、成交量总和。价格须完全相同，成交量比较至 1,000,000,000 分之一，且仅限同一来源对每一分钟均有响应之处。若有差异，表示这 2 种 K 线中有一种曾被更改，或以其他方式计算。',
  span: 'K 线，UTC',
  folded: '由各分钟合成',
  said: '交易所所给',
  minutes: '分钟',
  seen: (candle: string, iso: string): string => `${candle}，见于 ${utc(iso)} UTC`,
  earlier: '较早的响应；最新的响应与其不同',
  get notStored(): string {
    return `没有存储较长的 K 线。${codeOf('ingest --timeframes')} 可在获取各分钟的同时获取较长的 K 线。`;
  },
  nothingToCompare: '无可比较：没有一根已存储的较长 K 线具备其所有分钟。',
  none: '每一根较长的 K 线都与其各分钟合成的结果相同。',
} as const;

export const worstOf = (shown: number, all: number): string => `${count(all)} 条中差异最大的 ${count(shown)} 条`;
export const newestOf = (shown: number, all: number): string => `${count(all)} 条中最新的 ${count(shown)} 条`;

export const quarantine = {
  title: '隔离区',
  lead: '不可能是 K 线的数据行：最低价高于最高价、价格为 0、成交量为负。这些数据行按收到的原样存储，绝不采用。',
  reason: '原因',
  seen: '所见时间，UTC',
  row: '收到的数据行原样',
  unreadable: '无法读取',
  none: '没有已隔离的数据行。不可能是 K 线的数据行，会按收到的原样连同原因列在此处。',
} as const;

export const differenceWords = {
  notInCompared: '这些字段无差异',
  oneWithout: '仅一方有 K 线',
  volumeAlone: '仅成交量',
} as const;

export const revisionsHead = {
  title: (asset: string | undefined): string => (asset === undefined ? '修订与来源差异' : `${asset}：修订与来源差异`),
  lead: '此处不覆盖任何数据。来源更改一根 K 线时，两个版本都会保留。2 个来源对某一分钟不一致，或较长的 K 线与其各分钟合成的结果不同时，两者都会保留。不可能是 K 线的数据行也会列出。',
} as const;
