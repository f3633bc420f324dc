import { count, utc } from './numbers';

export const calendar = {
  day: 'UTC 日期',
  gap: (from: string, to: string): string => `${from} 至 ${to}：从未请求`,
  gapOfDays: (from: string, to: string, days: number): string => `${from} 至 ${to}，共 ${String(days)} 天：从未请求`,
  days: (days: number): string => `${String(days)} 天`,
  utc: 'UTC',
  row: (label: string, detail: string, note: string): string => `${label}${detail === '' ? '' : ` ${detail}`}，${note}`,
  cell: (row: string, day: string, outcome: string): string => `${row}，${day}：${outcome}`,
} as const;

export const calendarSteps = {
  assets: '其他资产',
  assetsShown: (first: number, last: number, all: number): string =>
    `第 ${count(first)} 至 ${count(last)} 种资产，共 ${count(all)} 种`,
  previousAssets: '上一页资产',
  nextAssets: '下一页资产',
  days: '其他日期',
  daysShown: (first: string, last: string): string => `${first} 至 ${last}（UTC 日期）`,
  earlierDays: '较早的日期',
  laterDays: '较晚的日期',
} as const;

export const calendarLegend = {
  label: '图例',
  all: '全部有响应、全部有成交',
  noTrade: '斜线：有响应、无成交',
  unanswered: '空白：无响应',
  neverRequested: '从未请求',
  failed: '被拒绝或失败',
  notServed: '未提供：早于该交易所保留的历史',
  quarantined: '已隔离的数据行',
  revised: '已修订',
} as const;

export const coverageTable = {
  title: '数据覆盖统计',
  lead: '“有响应”是指某来源从第一条到最后一条响应之间，获得响应的分钟所占的比例；“有成交”、“无成交”与“成交量为 0、价格有变动”均计入有响应的分钟。标记价格与指数的“有成交”指有价格的分钟。“已搁置”：来源发来的内容无法使用。',
  venue: '交易所',
  market: '市场，来源',
  first: '首次响应，UTC',
  last: '最后响应，UTC',
  answeredMinutes: '有响应，分钟',
  answered: '有响应',
  traded: '有成交',
  noTrade: '无成交，分钟',
  moved: '成交量为 0、\n价格有变动，分钟',
  setAside: '已搁置，分钟',
  quarantined: '已隔离，行',
  revised: '已修订，分钟',
  requested: '请求时间，UTC',
} as const;

export function requestedWords(first: string, last: string): string {
  const [a, b] = [utc(first), utc(last)];
  return a === b ? a : rangeWords(first, last);
}

export const rangeWords = (from: string, to: string): string => `${utc(from)} 至 ${utc(to)}`;

export const failedRequests = {
  title: '失败的请求。这些分钟没有数据',
  label: '失败的请求',
  lead: '交易所拒绝、没有响应，或没有这么早的历史数据。这些分钟在图中显示为缺漏，绝不显示为“无成交”。',
  venue: '交易所',
  market: '市场，来源',
  outcome: '结果',
  from: '开始，UTC',
  to: '结束，UTC',
  lastRequested: '最后请求，UTC',
  cause: '原因',
} as const;

export const replies = {
  title: '这些 K 线所依据的响应',
  label: '响应',
  lead: (from: string, to: string): string =>
    `涵盖 ${rangeWords(from, to)} UTC：所请求的网址、时间，以及收到的字节的 SHA-256。若相同的请求返回不同的字节，表示该响应其后已有变更。`,
  more: (shown: number, all: number): string => `显示 ${count(all)} 条中的 ${count(shown)} 条；全部可通过 JSON 获取`,
  none: '这些分钟没有记录任何响应。这些 K 线在开始记录响应之前即已存储，或其来源没有响应可记录。',
  venue: '交易所',
  market: '市场，来源',
  minutes: '请求的分钟，UTC',
  received: '收到时间，UTC',
  reader: '读取程序',
  body: '响应内容',
  address: '请求的网址，以及收到的字节的 SHA-256',
  stored: '已存储',
  notStored: '未存储',
} as const;

export const coverageHead = {
  title: (asset: string | undefined): string => (asset === undefined ? '每日数据覆盖' : `${asset} 的每日数据覆盖`),
  lead: (asset: string | undefined): string =>
    asset === undefined
      ? '每行是一种资产，合并其所有市场。每个市场每日以获得响应分钟最多的来源计算。选择一种资产，即可逐一查看其市场。点击任一日，即可打开其图表。'
      : '每行是一个市场的一个来源。不同来源绝不混合，缺漏的分钟也绝不补值。点击任一日，即可打开其图表。',
  calendar: (asset: string | undefined): string =>
    asset === undefined ? '各资产（按 UTC 日期）' : `${asset}：各市场与来源（按 UTC 日期）`,
} as const;
