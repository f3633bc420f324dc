import { formatLevel, utc } from './numbers';

export const scorecards = {
  title: '此时间范围内的各交易所',
  label: '交易所统计表',
  lead: (from: string, to: string): string =>
    `交易所的最低价或最高价偏离达到各档幅度的分钟数，以及测量的分钟总数。“异常程度”将其最深的偏离与其自身在 ${utc(from)} 至 ${utc(to)} UTC 的偏离比较；z 为该差距相当于多少个稳健标准差，标准差至少以 1 个基点计。`,
  tooLong: (days: number): string => `交易所统计表与先后顺序需要每一分钟的数据，因此时间范围最多 ${String(days)} 天。`,
  windowTooLong: (days: number, most: number): string =>
    `交易所统计表需要每一分钟的数据，因此最多涵盖 ${String(most)} 天；此时间范围有 ${String(days)} 天：请选较短的范围`,
  loading: '正在测量此时间范围及其之前的数日…',
} as const;

export const scorecardHeads = {
  market: '交易所，市场',
  deepest: '最深',
  at: '时间，UTC',
  rank: '名次',
  rankHint: '在此时间范围内所有交易所的偏离时段中的名次',
  episodes: '偏离时段',
  beyond: (level: number): string => `${formatLevel(level)}\n分钟`,
  outside: '超出其他\n所有交易所，分钟',
  outsideHint: '低于或高于所有其他交易所的分钟数',
  measured: '已测量，分钟',
  area: '面积，%·分钟',
  unusual: '异常程度',
} as const;

export const orderOfEvents = {
  title: '谁先变动',
  label: '谁先变动',
  lead: '交易所的最低价首次比其基准价低这么多，且比其自身在时间范围内最初的收盘价低这么多的那一分钟。最先下跌者在前。1 分钟 K 线显示先后，不显示因果：它们不说明一分钟之内发生了什么，最先变动者也未必带动了其他交易所。时间：UTC。',
  note: '“谁先变动”是 1 分钟 K 线的先后顺序，不是因果关系：它们不说明一分钟之内发生了什么，最先变动者也未必带动了其他交易所。',
  market: '交易所，市场',
  strayed: (level: number): string => `比基准价低\n${formatLevel(level)}`,
  fell: (level: number): string => `下跌\n${formatLevel(level)}`,
  recovered: '自最后一个偏离时段恢复',
} as const;
