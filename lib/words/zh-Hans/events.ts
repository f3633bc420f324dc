import { plainLine } from '../../domain/plainLine';
import type { EventAnswer, EventEpisode, EventInBrief, EventsAnswer, PathAnswer } from '../../api/events';
import type { Place } from '../../domain/events/declared';
import type { EventId } from '../../domain/events/event';
import type * as en from '../en/events';
import { clock, count, dayPart, distance, formatLevel, unbroken, utc } from './numbers';
import { timesOf } from '../timesOf';
import { venueName } from './venues';

const NAMES: Readonly<Record<EventId, string>> = {
  '2020-03-12': 'BTC，2020 年 3 月 12 日',
  '2021-10-21': 'Binance.US 的 BTC，2021 年 10 月 21 日',
  '2023-03-11': 'USDC，2023 年 3 月 11 日',
  '2025-10-10': '2025 年 10 月 10 日的暴跌',
  '2025-12-24': 'Binance 的 BTC/USD1，2025 年 12 月 24 日',
  '2026-02-06': 'Bithumb 的 BTC，2026 年 2 月 6 日',
};
export const eventName = (event: EventId): string => NAMES[event];

const LEADS: Readonly<Record<EventId, string>> = {
  '2020-03-12': '据媒体报道，暴跌期间各交易所的 BTC 价格明显拉开。没有任何一分钟有公开定论。',
  '2021-10-21': '据媒体报道，BTC/USD 在 Binance.US 于一分钟内从 65,815 跌至 8,200，随后回升。',
  '2023-03-11': 'USDC 在一个周末期间脱锚。以 USDC 计价的 BTC 价格不再等于以 USD 计价的 BTC 价格。',
  '2025-10-10': '各处价格下跌，部分交易所的跌幅远大于其他交易所。',
  '2025-12-24': '据媒体报道，BTC 对稳定币 USD1 的价格在 Binance 跌至 24,111；其他交易所的 BTC 接近 87,000。',
  '2026-02-06': '据媒体报道，BTC/KRW 在 Bithumb 下跌 17 %，交易暂停 5 分钟。',
};
export const eventLead = (event: EventId): string => LEADS[event];

export const eventsHead = {
  title: '事件',
  finding: ({ events }: Pick<EventsAnswer, 'events'>): string => {
    const stored = events.filter(({ markets }) => markets > 0).length;
    const first = `${count(events.length)} 个事件`;
    if (stored === 0) return `${first}；此处尚未存储其数据`;
    return `${first}；此处已存储其中 ${count(stored)} 个的数据`;
  },
  lead: '每一页将已公布的内容与此处测得的结果对照：数字、交易所公布的时段，以及各交易所的每个偏离时段。在已存储的 K 线证实之前，已公布的数字只是其发布者的主张。',
  table: '事件、其时间范围与已存储的数据',
  event: '事件',
  window: '时间范围，UTC',
  assets: '资产',
  stored: '此处已存储',
} as const;

export const storedWords = ({ markets }: Pick<EventInBrief, 'markets'>): string =>
  markets === 0 ? '尚无数据' : `${count(markets)} 个现货市场`;

export function windowWords({ from, to }: { readonly from: string; readonly to: string }): string {
  if (dayPart(from) === dayPart(to)) return `${utc(from)} 至 ${clock(to)}`;
  const isNextMidnight = clock(to) === '00:00' && Date.parse(to) - Date.parse(`${dayPart(from)}T00:00Z`) === DAY_MS;
  return `${utc(from)} 至 ${isNextMidnight ? '24:00' : utc(to)}`;
}
const DAY_MS = 86_400_000;

export const eventEyebrow = ({ event, from, to }: Pick<EventAnswer, 'event' | 'from' | 'to'>): string =>
  `${NAMES[event]} · ${windowWords({ from, to })} UTC`;

export function eventFinding({ event, markets, episodes: [deepest] }: Parameters<typeof en.eventFinding>[0]): string {
  if (markets === 0) return `${NAMES[event]}：此处尚未存储数据`;
  if (deepest === undefined) return `${NAMES[event]}：没有超出汇率不确定度的偏离时段`;
  const { name, venue, peak, side, peakMinute } = deepest;
  return unbroken(
    `${venueName(venue)} 的 ${name}：${utc(peakMinute)} UTC 比其基准价${side === 'below' ? '低' : '高'} ${distance(peak)}`,
  );
}

const episodeCount = (episodes: number): string => `${count(episodes)} 个偏离时段`;

export function episodesSentence({ episodes, found }: Pick<EventAnswer, 'episodes' | 'found'>): string | undefined {
  if (episodes.length === 0) return undefined;
  const assets = new Set(episodes.map(({ asset }) => asset)).size;
  const venues = new Set(episodes.map(({ venue }) => venue)).size;
  const of = `涉及 ${count(venues)} 家交易所的 ${count(assets)} 种资产`;
  return found > episodes.length
    ? `${episodeCount(found)}。列出其中最深的 ${count(episodes.length)} 个，${of}。`
    : `${episodeCount(found)}，${of}。`;
}

type Declared = NonNullable<EventAnswer['declared']>;

export const declaredWindow = {
  title: ({ venue, from, to }: Declared): string =>
    `${venueName(venue)} 公布的时段：${clock(from)} 至 ${clock(to)} UTC`,
  lead: ({ venue, to }: Declared): string =>
    `${venueName(venue)} 为其补偿指明了这段时间；该时段于 ${clock(to)} 这一分钟之前结束。偏离时段的所有分钟都在其中，即为时段内；没有任何一分钟在其中，即为时段外。`,
  source: (publisher: string): string => `来源：${publisher}。`,
  none: '没有测得可与此时段对照的偏离时段。',
  outside: '时段外',
  more: (left: number): string => `另有 ${count(left)} 个，见偏离时段表`,
} as const;

const PLACES: Readonly<Record<Place, string>> = {
  inside: '时段内',
  overlapping: '部分在时段内',
  outside: '时段外',
};
export const placeWords = (place: Place): string => PLACES[place];

export function declaredSentence({ venue, from, to, counts }: Omit<Declared, 'publisher'>): string {
  const { inside, overlapping, outside } = counts;
  const all = inside + overlapping + outside;
  return `${episodeCount(all)}中，${count(outside)} 个在 ${venueName(venue)} 公布的时段（${clock(from)} 至 ${clock(to)} UTC）之外，${count(overlapping)} 个部分在内，${count(inside)} 个完全在内。`;
}

export function deepestSentence(
  { from, to }: Pick<Declared, 'from' | 'to'>,
  deepest: Pick<EventEpisode, 'name' | 'venue' | 'peakMinute'>,
): string {
  const at = deepest.peakMinute;
  const minutes = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 60_000;
  const lies =
    at < from
      ? `比该时段早 ${minuteCount(minutes(at, from))}`
      : at < to
        ? '在该时段之内'
        : `比该时段晚 ${minuteCount(minutes(to, at) + 1)}`;
  return `最深的一分钟（${venueName(deepest.venue)} 的 ${deepest.name}，${clock(at)}）${lies}。`;
}

const minuteCount = (minutes: number): string => `${count(minutes)} 分钟`;

export const pathTable = {
  title: '市场的走势',
  lead: '各资产自时间范围的第一分钟起下跌多少：取各现货市场的收盘价相对其自身首个收盘价的变动，再取中位数。采用收盘价而非最低价：单根 K 线曾触及的价位不会显示于此。',
  label: '各资产自时间范围起点的跌幅',
  asset: '资产',
  lowest: '最低',
  minute: '时间，UTC',
  books: '市场数',
  none: '未知',
} as const;

export function pathSentence(paths: readonly PathAnswer[], from: string): string | undefined {
  const fallen = paths.filter(({ lowest }) => lowest !== null && lowest < 0);
  const [deepest] = [...fallen].sort((a, b) => (a.lowest ?? NaN) - (b.lowest ?? NaN));
  if (deepest?.lowest === undefined || deepest.lowest === null || deepest.lowestMinute === null) return undefined;
  const [since, by] = timesOf(from, deepest.lowestMinute);
  const least = `${deepest.name} 跌幅最大，至 ${by} UTC 下跌 ${distance(deepest.lowest)}`;
  const btc = fallen.find(({ asset }) => asset === 'BTC');
  const besides =
    btc?.lowest === undefined || btc.lowest === null || btc === deepest ? '' : `；BTC 下跌 ${distance(btc.lowest)}`;
  return `自 ${since} UTC 起，${least}${besides}。`;
}

export const gantt = {
  title: '每个偏离时段（按交易所）',
  lead: '上方为各资产自时间范围起点的走势。中间为各偏离时段的深度。下方为各偏离时段在各交易所的起止时间，偏离最深的交易所在前。',
  path: '收盘价中位数相对时间范围的第一分钟',
  depth: '各偏离时段的最大偏离',
  rows: '各交易所的偏离时段',
  declared: (venue: string): string => `${venueName(venue)} 公布`,
  label: (name: string, peak: string): string => `${name} ${peak}`,
  description: (finding: string): string => `各交易所的偏离时段及其深度随时间的分布。${finding}。数字见偏离时段表。`,
  deepest: (name: string, venue: string, peak: string): string => `${name}，${venueName(venue)} ${peak}`,
  drawn: (drawn: number, found: number): string | undefined =>
    drawn < found ? `图中显示 ${count(found)} 个偏离时段中最深的 ${count(drawn)} 个。` : undefined,
  key: '实心条超出衡量标准；空心条在衡量标准之内。',
} as const;

export const eventEpisodes = {
  title: '偏离时段表',
  lead: '最深的在前。点击资产可打开时间范围，点击分钟可打开每家交易所的 K 线。',
  label: '偏离时段（按深度）',
  asset: '资产',
  venue: '交易所',
  peak: '最大偏离',
  minute: '偏离最大的分钟，UTC',
  began: '开始，UTC',
  duration: '持续时间',
  place: '公布的时段',
  beyond: '对照衡量标准',
  against: (isBeyond: boolean, level: number): string =>
    isBeyond ? `超出 ${formatLevel(level)}` : `在 ${formatLevel(level)} 之内`,
  more: (shown: number, found: number): string =>
    `显示 ${count(found)} 个中最深的 ${count(shown)} 个；JSON 响应有更多。`,
  none: '在此时间范围内没有找到偏离时段。',
} as const;

export const eventLinks = {
  lows: '此时间范围内的最低价',
  scan: '每个偏离时段，可筛选',
} as const;

export const eventNotes = ({ found, listed, within }: Parameters<typeof en.eventNotes>[0]): string[] => [
  ...(listed < found ? [`共找到 ${count(found)} 个偏离时段；列出最深的 ${count(listed)} 个，计数亦以此为准。`] : []),
  ...(within > 0 ? [`另有 ${episodeCount(within)}在汇率不确定度之内，未计入。`] : []),
];

export const eventIsChanging = (): string =>
  '此事件的 K 线正在存储：此处的偏离时段可能尚未与 K 线一致。请之后重新加载。';

export const emptyEvent = {
  title: '获取此事件的 K 线',
  lead: '此处尚未存储此事件的任何数据。以下命令可获取数据；之后此页会自动显示偏离时段。',
} as const;

export const noEvent = {
  line: (event: string): string =>
    `“${plainLine(event.slice(0, 20))}”不是事件；事件有 ${Object.keys(NAMES).join('、')}`,
} as const;
