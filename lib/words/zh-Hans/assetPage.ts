import { strong, text, type RichText } from '../richText';
import { cells } from './cells';
import { amount, formatDuration, unbroken, utc } from './numbers';
import { venueList } from './venues';

const windowWords = (from: string, to: string, minutes: number): string =>
  `${utc(from)} 至 ${utc(to)} UTC，${formatDuration(minutes)}`;

export const headline = {
  waiting: (asset: string): string => `${asset} 在各交易所的价格`,
  window: (asset: string, from: string, to: string, minutes: number): RichText =>
    text`${strong(asset)}，${windowWords(from, to, minutes)}`,
} as const;

export const analysing = {
  text: '正在读取 K 线并逐分钟测量每家交易所…',
  progress: '已测量的分钟数',
} as const;

export const zoomLine = {
  everyMinute: '表格与标题均采用每一分钟的数据。',
  hint: (isLong: boolean): string =>
    isLong ? '放大后会自动加载更细的图表；点击可打开该处最极端的一分钟。' : '点击任一分钟，即可查看每家交易所的 K 线。',
  /** With a mouse and keys, and with fingers alone. */
  zoomByMouse:
    '可用图表下方的滑块、双指手势，或按住 Ctrl 并转动鼠标滚轮来缩放；图表获得焦点后，单用滚轮、+ 和 − 即可缩放。',
  zoomByFinger: '可用图表下方的滑块或双指手势缩放。',
  zoomed: (from: string, to: string, minutes: number): string => `已放大至 ${windowWords(from, to, minutes)}。`,
  open: (isLong: boolean): string => (isLong ? '打开此时间范围' : '此时间范围的链接'),
  finer: '将以更细的间隔打开；按“后退”可返回此处。',
} as const;

export const analysisTabs = {
  label: '详情',
  episodes: (count: number): string => `偏离时段（${String(count)}）`,
  venues: '交易所',
  falls: '跌幅',
  markets: '市场',
  provenance: '来源',
} as const;

export const provenance = {
  title: '这些数字的来源',
  reference: '基准',
  method: '计算方法',
  version: (method: number): string => `第 ${String(method)} 版`,
  digest: '摘要值',
  digestHint: '相同的数据与参数在任何机器上都得出这个摘要值。',
  data: '数据',
  coverage: '各日的请求与响应',
  revisions: '修订与来源差异',
  files: '文件',
  exhibit: '证物',
  cite: '引用格式',
  filesHint: '以其他形式查看：数字相同，网址相同，只在后面加上形式。',
} as const;

export const falls = {
  title: '市场跌幅与各交易所的跌幅',
  label: '跌幅',
  lead: (market: string | undefined): string =>
    unbroken(
      `从时间范围的最初几分钟算到其间最低的最低价。${
        market === undefined
          ? '此时间范围内无法测量市场自身的跌幅。'
          : `市场取所有交易所现货价格的中位数，变动为 ${market}；各交易所的超额为其与市场之差。`
      }`,
    ),
  venue: '交易所',
  fall: '跌幅',
  bar: '以条形表示的跌幅；直线标示市场',
  excess: '相对市场的超额',
  market: '市场',
  itself: '不适用',
  points: (percent: string): string => percent.replace('%', '个百分点'),
} as const;

export const marketsTable = {
  title: '采用的市场',
  label: '市场',
  lead: '“无成交”：交易所有响应，但没有任何成交。“未获取”：未曾请求该分钟。“已搁置”：来源发来的内容无法使用。以上均不补值，也绝不混为一谈。换算为 USD 的汇率由同一分钟的换算路径测得，不含该交易所自身的换算路径。',
  venue: '交易所',
  market: '市场',
  source: '来源',
  traded: '有成交，分钟',
  noTrade: '无成交，分钟',
  notFetched: '未获取，分钟',
  moved: '成交量为 0、价格有变动，分钟',
  setAside: '已搁置，分钟',
  leftOut: '已排除，分钟',
  uncertainty: '不确定度',
  uncertaintyHint: '居中那一分钟的汇率不确定度',
  legs: '换算路径',
  legsHint: '居中那一分钟的换算路径，以及其来自的交易所',
  rate: '换算为 USD 的汇率',
  medianRate: '汇率中位数',
  minutesByRule: '各汇率规则的分钟数',
  otherSources: '其他可用来源',
  legsOf: (legs: number | null, venues: readonly string[]): string =>
    legs === null || venues.length === 0 ? cells.none : `${amount(legs)}：${venueList(venues)}`,
  book: (market: string, from: string): string => `${market}，自 ${utc(from)} 起`,
  rawQuotes: '比较原始报价',
  noneApplied: '未采用',
} as const;
