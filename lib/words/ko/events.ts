import { plainLine } from '../../domain/plainLine';
import type { EventAnswer, EventEpisode, EventInBrief, EventsAnswer, PathAnswer } from '../../api/events';
import type { Place } from '../../domain/events/declared';
import type { EventId } from '../../domain/events/event';
import { episodeCount, minuteCount } from './counts';
import { clock, count, dayPart, distance, formatLevel, unbroken, utc } from './numbers';
import { timesOf } from '../timesOf';
import { venueName } from './venues';

const NAMES: Readonly<Record<EventId, string>> = {
  '2020-03-12': 'BTC, 2020년 3월 12일',
  '2021-10-21': 'Binance.US의 BTC, 2021년 10월 21일',
  '2023-03-11': 'USDC, 2023년 3월 11일',
  '2025-10-10': '2025년 10월 10일 폭락',
  '2025-12-24': 'Binance의 BTC/USD1, 2025년 12월 24일',
  '2026-02-06': 'Bithumb의 BTC, 2026년 2월 6일',
};
export const eventName = (event: EventId): string => NAMES[event];

const LEADS: Readonly<Record<EventId, string>> = {
  '2020-03-12':
    '언론 보도에 따르면 폭락 중 거래소 간 BTC 가격이 크게 벌어졌습니다. 공개적으로 확정된 개별 분은 없습니다.',
  '2021-10-21':
    '언론 보도에 따르면 Binance.US에서 BTC/USD 가격이 1분 안에 65,815에서 8,200으로 떨어졌다가 되돌아왔습니다.',
  '2023-03-11':
    'USDC가 주말 동안 페그를 벗어났습니다. USDC로 표시한 BTC 가격은 더 이상 USD로 표시한 BTC 가격이 아니었습니다.',
  '2025-10-10': '모든 곳에서 가격이 떨어졌고, 일부 거래소에서는 다른 거래소보다 훨씬 더 떨어졌습니다.',
  '2025-12-24':
    '언론 보도에 따르면 Binance에서 스테이블코인 USD1로 표시하는 BTC 가격이 24,111까지 떨어졌습니다. 다른 곳에서 BTC는 약 87,000이었습니다.',
  '2026-02-06': '언론 보도에 따르면 Bithumb에서 BTC/KRW 가격이 17 % 떨어졌고 거래가 5분간 중단되었습니다.',
};
export const eventLead = (event: EventId): string => LEADS[event];

export const eventsHead = {
  title: '사건',
  finding: ({ events }: Pick<EventsAnswer, 'events'>): string => {
    const stored = events.filter(({ markets }) => markets > 0).length;
    const first = `사건 ${String(events.length)}건`;
    if (stored === 0) return `${first}; 아직 저장된 데이터가 없음`;
    return `${first}; 그중 ${String(stored)}건의 데이터가 저장됨`;
  },
  lead: '각 페이지에는 공표된 내용과 여기서 측정한 내용을 나란히 둡니다. 수치, 거래소가 발표한 시간대, 거래소별 모든 괴리 구간입니다. 공표된 수치는 저장된 캔들로 확인되기 전까지는 공표자의 주장입니다.',
  table: '사건과 그 기간, 저장된 데이터',
  event: '사건',
  window: '기간, UTC',
  assets: '자산',
  stored: '저장된 데이터',
} as const;

export const storedWords = ({ markets }: Pick<EventInBrief, 'markets'>): string =>
  markets === 0 ? '아직 없음' : `현물 마켓 ${count(markets)}개`;

export function windowWords({ from, to }: { readonly from: string; readonly to: string }): string {
  if (dayPart(from) === dayPart(to)) return `${utc(from)} ~ ${clock(to)}`;
  const isNextMidnight = clock(to) === '00:00' && Date.parse(to) - Date.parse(`${dayPart(from)}T00:00Z`) === DAY_MS;
  return `${utc(from)} ~ ${isNextMidnight ? '24:00' : utc(to)}`;
}
const DAY_MS = 86_400_000;

export const eventEyebrow = ({ event, from, to }: Pick<EventAnswer, 'event' | 'from' | 'to'>): string =>
  `${NAMES[event]} · ${windowWords({ from, to })} UTC`;

type Found = Pick<EventAnswer, 'event' | 'markets' | 'episodes' | 'found' | 'declared'>;

export function eventFinding({ event, markets, episodes: [deepest] }: Found): string {
  if (markets === 0) return `${NAMES[event]}: 아직 저장된 데이터 없음`;
  if (deepest === undefined) return `${NAMES[event]}: 환산율의 불확실성을 넘는 괴리 구간 없음`;
  const { name, venue, peak, side, peakMinute } = deepest;
  return unbroken(
    `${venueName(venue)}의 ${name}: ${dayPart(peakMinute)} ${clock(peakMinute)} UTC에 기준 가격보다 ${distance(peak)} ${side === 'below' ? '낮음' : '높음'}`,
  );
}

export function episodesSentence({ episodes, found }: Pick<EventAnswer, 'episodes' | 'found'>): string | undefined {
  if (episodes.length === 0) return undefined;
  const assets = new Set(episodes.map(({ asset }) => asset)).size;
  const venues = new Set(episodes.map(({ venue }) => venue)).size;
  const of = `거래소 ${count(venues)}곳, 자산 ${count(assets)}종의`;
  return found > episodes.length
    ? `${episodeCount(found)}. 괴리 폭이 큰 순으로 ${of} ${count(episodes.length)}개를 표시합니다.`
    : `${of} ${episodeCount(found)}.`;
}

type Declared = NonNullable<EventAnswer['declared']>;

export const declaredWindow = {
  title: ({ venue, from, to }: Declared): string =>
    `${venueName(venue)}에서 발표한 시간대: ${clock(from)} ~ ${clock(to)} UTC`,
  lead: ({ venue, to }: Declared): string =>
    `${venueName(venue)}에서 보상 대상으로 발표한 시간대이며, ${clock(to)} 직전 분에 끝납니다. 괴리 구간의 모든 분이 이 시간대에 들면 ‘시간대 안’, 하나도 들지 않으면 ‘시간대 밖’입니다.`,
  source: (publisher: string): string => `출처: ${publisher}.`,
  none: '이 시간대와 대조할 괴리 구간이 측정되지 않았습니다.',
  outside: '시간대 밖',
  more: (left: number): string => `외 ${count(left)}개, 괴리 구간 표 참조`,
} as const;

const PLACES: Readonly<Record<Place, string>> = { inside: '시간대 안', overlapping: '일부 안', outside: '시간대 밖' };
export const placeWords = (place: Place): string => PLACES[place];

export function declaredSentence({ venue, from, to, counts }: Omit<Declared, 'publisher'>): string {
  const { inside, overlapping, outside } = counts;
  const all = inside + overlapping + outside;
  return `${episodeCount(all)} 중 ${count(outside)}개는 ${venueName(venue)}에서 발표한 시간대(${clock(from)} ~ ${clock(to)} UTC) 밖에, ${count(overlapping)}개는 일부만 안에, ${count(inside)}개는 안에 있습니다.`;
}

export function deepestSentence(
  { from, to }: Pick<Declared, 'from' | 'to'>,
  deepest: Pick<EventEpisode, 'name' | 'venue' | 'peakMinute'>,
): string {
  const at = deepest.peakMinute;
  const minutes = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 60_000;
  const lies =
    at < from
      ? `이 시간대보다 ${minuteCount(minutes(at, from))} 앞섭니다`
      : at < to
        ? '이 시간대 안에 있습니다'
        : `이 시간대가 끝나고 ${minuteCount(minutes(to, at) + 1)} 뒤입니다`;
  return `괴리 폭이 가장 큰 분(${venueName(deepest.venue)}의 ${deepest.name}, ${clock(at)})은 ${lies}.`;
}

export const pathTable = {
  title: '시장의 흐름',
  lead: '기간의 첫 분부터 각 자산이 떨어진 정도입니다. 현물 마켓마다 종가를 그 마켓의 첫 종가와 비교한 값의 중앙값입니다. 저가가 아니라 종가이므로 캔들 하나가 잠시 닿은 가격은 여기에 나타나지 않습니다.',
  label: '기간 시작 이후 자산별 하락률',
  asset: '자산',
  lowest: '최저',
  minute: '시각, UTC',
  books: '마켓 수',
  none: '알 수 없음',
} as const;

export function pathSentence(paths: readonly PathAnswer[], from: string): string | undefined {
  const fallen = paths.filter(({ lowest }) => lowest !== null && lowest < 0);
  const [deepest] = [...fallen].sort((a, b) => (a.lowest ?? NaN) - (b.lowest ?? NaN));
  if (deepest?.lowest === undefined || deepest.lowest === null || deepest.lowestMinute === null) return undefined;
  const [since, by] = timesOf(from, deepest.lowestMinute);
  const least = `가장 많이 떨어진 자산: ${deepest.name}, ${by} UTC까지 ${distance(deepest.lowest)} 하락`;
  const btc = fallen.find(({ asset }) => asset === 'BTC');
  const besides =
    btc?.lowest === undefined || btc.lowest === null || btc === deepest ? '' : `; BTC ${distance(btc.lowest)} 하락`;
  return `${since} UTC 이후 ${least}${besides}.`;
}

export const gantt = {
  title: '거래소별 모든 괴리 구간',
  lead: '위는 기간 시작 이후 자산 가격의 움직임, 가운데는 각 괴리 구간의 괴리 폭입니다. 아래는 거래소별 시작과 끝이며, 괴리 폭이 가장 큰 거래소가 맨 앞에 옵니다.',
  path: '기간의 첫 분 대비 종가의 중앙값',
  depth: '괴리 구간별 최대 괴리',
  rows: '거래소별 괴리 구간',
  declared: (venue: string): string => `${venueName(venue)}에서 발표한 시간대`,
  label: (name: string, peak: string): string => `${name} ${peak}`,
  description: (finding: string): string =>
    `시간에 따른 거래소별 괴리 구간과 괴리 폭. ${finding}. 수치는 괴리 구간 표에 있습니다.`,
  deepest: (name: string, venue: string, peak: string): string => `${name}, ${venueName(venue)} ${peak}`,
  drawn: (drawn: number, found: number): string | undefined =>
    drawn < found
      ? `차트에는 괴리 구간 ${count(found)}개 중 괴리 폭이 큰 순으로 ${count(drawn)}개를 표시합니다.`
      : undefined,
  key: '채운 막대는 잣대를 넘고, 빈 막대는 잣대 이내입니다.',
} as const;

export const eventEpisodes = {
  title: '괴리 구간 표',
  lead: '괴리 폭이 큰 순입니다. 자산을 누르면 그 기간이, 시각을 누르면 모든 거래소의 캔들이 열립니다.',
  label: '괴리 폭이 큰 순의 괴리 구간',
  asset: '자산',
  venue: '거래소',
  peak: '최대 괴리',
  minute: '최대 괴리 시각, UTC',
  began: '시작, UTC',
  duration: '지속 시간',
  place: '발표한\n시간대',
  beyond: '잣대\n초과',
  against: (isBeyond: boolean, level: number): string => `${formatLevel(level)} ${isBeyond ? '초과' : '이내'}`,
  more: (shown: number, found: number): string =>
    `${count(found)}개 중 괴리 폭이 큰 순으로 ${count(shown)}개를 표시합니다. 나머지는 JSON 응답에 있습니다.`,
  none: '이 기간에서 괴리 구간을 찾지 못했습니다.',
} as const;

export const eventLinks = {
  lows: '이 기간의 전체 최저가',
  scan: '모든 괴리 구간 검색',
} as const;

interface Noted {
  readonly found: number;
  readonly listed: number;
  readonly within: number;
}

export const eventNotes = ({ found, listed, within }: Noted): string[] => [
  ...(listed < found
    ? [
        `${episodeCount(found)}가 발견되었습니다. 괴리 폭이 큰 순으로 ${count(listed)}개를 표시하며, 개수는 이들을 센 것입니다.`,
      ]
    : []),
  ...(within > 0 ? [`이 밖에 환산율의 불확실성 이내인 ${episodeCount(within)}가 있으며 세지 않았습니다.`] : []),
];

export const eventIsChanging = (): string =>
  '이 사건의 캔들이 지금 저장되고 있습니다. 여기의 괴리 구간은 아직 캔들과 맞지 않을 수 있습니다. 잠시 후 다시 불러오세요.';

export const emptyEvent = {
  title: '캔들 가져오기',
  lead: '이 사건의 데이터가 아직 저장되어 있지 않습니다. 다음 명령으로 가져오면 이 페이지에 괴리 구간이 저절로 나타납니다.',
} as const;

export const noEvent = {
  line: (event: string): string =>
    `"${plainLine(event.slice(0, 20))}" 사건은 없습니다; 사건은 다음과 같습니다: ${Object.keys(NAMES).join(', ')}`,
} as const;
