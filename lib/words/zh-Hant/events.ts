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
  '2020-03-12': '據媒體報導，暴跌期間各交易所的 BTC 價格明顯拉開。沒有任何一分鐘有公開定論。',
  '2021-10-21': '據媒體報導，BTC/USD 在 Binance.US 於一分鐘內從 65,815 跌至 8,200，隨後回升。',
  '2023-03-11': 'USDC 在一個週末期間脫鉤。以 USDC 計價的 BTC 價格不再等於以 USD 計價的 BTC 價格。',
  '2025-10-10': '各處價格下跌，部分交易所的跌幅遠大於其他交易所。',
  '2025-12-24': '據媒體報導，BTC 對穩定幣 USD1 的價格在 Binance 跌至 24,111；其他交易所的 BTC 接近 87,000。',
  '2026-02-06': '據媒體報導，BTC/KRW 在 Bithumb 下跌 17 %，交易暫停 5 分鐘。',
};
export const eventLead = (event: EventId): string => LEADS[event];

export const eventsHead = {
  title: '事件',
  finding: ({ events }: Pick<EventsAnswer, 'events'>): string => {
    const stored = events.filter(({ markets }) => markets > 0).length;
    const first = `${count(events.length)} 個事件`;
    if (stored === 0) return `${first}；此處尚未儲存其資料`;
    return `${first}；此處已儲存其中 ${count(stored)} 個的資料`;
  },
  lead: '每一頁將已公布的內容與此處測得的結果對照：數字、交易所公布的時段，以及各交易所的每個偏離時段。在已儲存的 K 線證實之前，已公布的數字只是其發布者的主張。',
  table: '事件、其時間範圍與已儲存的資料',
  event: '事件',
  window: '時間範圍，UTC',
  assets: '資產',
  stored: '此處已儲存',
} as const;

export const storedWords = ({ markets }: Pick<EventInBrief, 'markets'>): string =>
  markets === 0 ? '尚無資料' : `${count(markets)} 個現貨市場`;

export function windowWords({ from, to }: { readonly from: string; readonly to: string }): string {
  if (dayPart(from) === dayPart(to)) return `${utc(from)} 至 ${clock(to)}`;
  const isNextMidnight = clock(to) === '00:00' && Date.parse(to) - Date.parse(`${dayPart(from)}T00:00Z`) === DAY_MS;
  return `${utc(from)} 至 ${isNextMidnight ? '24:00' : utc(to)}`;
}
const DAY_MS = 86_400_000;

export const eventEyebrow = ({ event, from, to }: Pick<EventAnswer, 'event' | 'from' | 'to'>): string =>
  `${NAMES[event]} · ${windowWords({ from, to })} UTC`;

export function eventFinding({ event, markets, episodes: [deepest] }: Parameters<typeof en.eventFinding>[0]): string {
  if (markets === 0) return `${NAMES[event]}：此處尚未儲存資料`;
  if (deepest === undefined) return `${NAMES[event]}：沒有超出匯率不確定度的偏離時段`;
  const { name, venue, peak, side, peakMinute } = deepest;
  return unbroken(
    `${venueName(venue)} 的 ${name}：${utc(peakMinute)} UTC 比其基準價${side === 'below' ? '低' : '高'} ${distance(peak)}`,
  );
}

const episodeCount = (episodes: number): string => `${count(episodes)} 個偏離時段`;

export function episodesSentence({ episodes, found }: Pick<EventAnswer, 'episodes' | 'found'>): string | undefined {
  if (episodes.length === 0) return undefined;
  const assets = new Set(episodes.map(({ asset }) => asset)).size;
  const venues = new Set(episodes.map(({ venue }) => venue)).size;
  const of = `涉及 ${count(venues)} 家交易所的 ${count(assets)} 種資產`;
  return found > episodes.length
    ? `${episodeCount(found)}。列出其中最深的 ${count(episodes.length)} 個，${of}。`
    : `${episodeCount(found)}，${of}。`;
}

type Declared = NonNullable<EventAnswer['declared']>;

export const declaredWindow = {
  title: ({ venue, from, to }: Declared): string =>
    `${venueName(venue)} 公布的時段：${clock(from)} 至 ${clock(to)} UTC`,
  lead: ({ venue, to }: Declared): string =>
    `${venueName(venue)} 為其補償指明了這段時間；該時段於 ${clock(to)} 這一分鐘之前結束。偏離時段的所有分鐘都在其中，即為時段內；沒有任何一分鐘在其中，即為時段外。`,
  source: (publisher: string): string => `來源：${publisher}。`,
  none: '沒有測得可與此時段對照的偏離時段。',
  outside: '時段外',
  more: (left: number): string => `另有 ${count(left)} 個，見偏離時段表`,
} as const;

const PLACES: Readonly<Record<Place, string>> = {
  inside: '時段內',
  overlapping: '部分在時段內',
  outside: '時段外',
};
export const placeWords = (place: Place): string => PLACES[place];

export function declaredSentence({ venue, from, to, counts }: Omit<Declared, 'publisher'>): string {
  const { inside, overlapping, outside } = counts;
  const all = inside + overlapping + outside;
  return `${episodeCount(all)}中，${count(outside)} 個在 ${venueName(venue)} 公布的時段（${clock(from)} 至 ${clock(to)} UTC）之外，${count(overlapping)} 個部分在內，${count(inside)} 個完全在內。`;
}

export function deepestSentence(
  { from, to }: Pick<Declared, 'from' | 'to'>,
  deepest: Pick<EventEpisode, 'name' | 'venue' | 'peakMinute'>,
): string {
  const at = deepest.peakMinute;
  const minutes = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 60_000;
  const lies =
    at < from
      ? `比該時段早 ${minuteCount(minutes(at, from))}`
      : at < to
        ? '在該時段之內'
        : `比該時段晚 ${minuteCount(minutes(to, at) + 1)}`;
  return `最深的一分鐘（${venueName(deepest.venue)} 的 ${deepest.name}，${clock(at)}）${lies}。`;
}

const minuteCount = (minutes: number): string => `${count(minutes)} 分鐘`;

export const pathTable = {
  title: '市場的走勢',
  lead: '各資產自時間範圍的第一分鐘起下跌多少：取各現貨市場的收盤價相對其自身首個收盤價的變動，再取中位數。採用收盤價而非最低價：單根 K 線曾觸及的價位不會顯示於此。',
  label: '各資產自時間範圍起點的跌幅',
  asset: '資產',
  lowest: '最低',
  minute: '時間，UTC',
  books: '市場數',
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
  title: '每個偏離時段（依交易所）',
  lead: '上方為各資產自時間範圍起點的走勢。中間為各偏離時段的深度。下方為各偏離時段在各交易所的起迄時間，偏離最深的交易所在前。',
  path: '收盤價中位數相對時間範圍的第一分鐘',
  depth: '各偏離時段的最大偏離',
  rows: '各交易所的偏離時段',
  declared: (venue: string): string => `${venueName(venue)} 公布`,
  label: (name: string, peak: string): string => `${name} ${peak}`,
  description: (finding: string): string => `各交易所的偏離時段及其深度隨時間的分布。${finding}。數字見偏離時段表。`,
  deepest: (name: string, venue: string, peak: string): string => `${name}，${venueName(venue)} ${peak}`,
  drawn: (drawn: number, found: number): string | undefined =>
    drawn < found ? `圖中顯示 ${count(found)} 個偏離時段中最深的 ${count(drawn)} 個。` : undefined,
  key: '實心長條超出衡量標準；空心長條在衡量標準之內。',
} as const;

export const eventEpisodes = {
  title: '偏離時段表',
  lead: '最深的在前。點選資產可開啟時間範圍，點選分鐘可開啟每家交易所的 K 線。',
  label: '偏離時段（依深度）',
  asset: '資產',
  venue: '交易所',
  peak: '最大偏離',
  minute: '偏離最大的分鐘，UTC',
  began: '開始，UTC',
  duration: '持續時間',
  place: '公布的時段',
  beyond: '對照衡量標準',
  against: (isBeyond: boolean, level: number): string =>
    isBeyond ? `超出 ${formatLevel(level)}` : `在 ${formatLevel(level)} 之內`,
  more: (shown: number, found: number): string =>
    `顯示 ${count(found)} 個中最深的 ${count(shown)} 個；JSON 回應有更多。`,
  none: '在此時間範圍內沒有找到偏離時段。',
} as const;

export const eventLinks = {
  lows: '此時間範圍內的最低價',
  scan: '每個偏離時段，可篩選',
} as const;

export const eventNotes = ({ found, listed, within }: Parameters<typeof en.eventNotes>[0]): string[] => [
  ...(listed < found ? [`共找到 ${count(found)} 個偏離時段；列出最深的 ${count(listed)} 個，計數亦以此為準。`] : []),
  ...(within > 0 ? [`另有 ${episodeCount(within)}在匯率不確定度之內，未計入。`] : []),
];

export const eventIsChanging = (): string =>
  '此事件的 K 線正在儲存：此處的偏離時段可能尚未與 K 線一致。請之後重新載入。';

export const emptyEvent = {
  title: '取得此事件的 K 線',
  lead: '此處尚未儲存此事件的任何資料。以下指令可取得資料；之後此頁會自動顯示偏離時段。',
} as const;

export const noEvent = {
  line: (event: string): string =>
    `「${plainLine(event.slice(0, 20))}」不是事件；事件有 ${Object.keys(NAMES).join('、')}`,
} as const;
