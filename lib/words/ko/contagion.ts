import type { ContagionAnswer, OwnShareAnswer } from '../../api/contagion';
import { followersOf } from '../../api/followers';
import type { LeftOutMarket } from '../../api/leftOut';
import { leftOutWords, onDays } from './leftOut';
import { marketLabel } from './market';
import { clock, count, dayPart, distance, formatDuration, formatLevel, formatRatio, utc } from './numbers';
import { timesOf } from '../timesOf';
import { venueName } from './venues';
import { codeOf } from '../typed';

export const contagionHead = {
  title: '어느 마켓이 먼저 하락했는가',
  choose: '자산 선택',
  order: '순서',
  books: '모든 마켓',
} as const;

export const contagionLead = (minutes: number): string =>
  `모든 거래소의 현물, 무기한 선물, 마크 가격, 지수를 각각 직전 수준과 비교합니다. 직전 수준은 기간 시작 전 ${count(minutes)}분 종가의 중앙값이며 각 마켓의 표시 통화로 계산합니다. 표에는 저가가 그만큼 낮아진 첫 분이 있습니다. 1분보다 짧은 차이는 구분하지 않으며 같은 분은 동시입니다. 이것은 분의 순서이며 원인이 아닙니다.`;

const MOST_NAMED = 2;

export function contagionFinding({ name, books, levels, orders }: ContagionAnswer, place: number): string {
  const [level, order] = [formatLevel(levels[place] ?? NaN), orders[place]];
  if (books.every((book) => book.level === null))
    return `${name}: 이 기간 전에 직전 수준을 정할 만큼 종가가 있는 마켓이 없습니다.`;
  if (order === undefined || order.first === null)
    return `${name}: 직전 수준보다 ${level} 낮아진 마켓이 관측되지 않았습니다.`;
  const firsts = order.firsts.flatMap((one) => books[one] ?? []);
  const who =
    firsts.length > MOST_NAMED
      ? `같은 분의 ${count(firsts.length)}개`
      : `${firsts.map(marketLabel).join(', ')}${firsts.length === 1 ? '' : ' (같은 분)'}`;
  const { behind, isAlone } = followersOf({ books, orders }, place);
  const rest = isAlone
    ? ' 그만큼 낮아진 다른 마켓은 관측되지 않았습니다.'
    : behind.length === 0
      ? ''
      : ` 그 뒤로 마켓 ${count(behind.length)}개가 이어졌고, 관측된 마지막은 ${formatDuration(Math.max(...behind))} 뒤입니다.`;
  const maybe =
    order.maybe.length === 0
      ? ''
      : ` 마켓 ${count(order.maybe.length)}개도 같은 때이거나 더 일렀을 수 있습니다. 알 수 없는 분이 있습니다.`;
  return `${name}: ${dayPart(order.first)} ${clock(order.first)} UTC, 가장 먼저 직전 수준보다 ${level} 낮아진 마켓은 ${who}입니다.${rest}${maybe}`;
}

export const contagionForm = {
  label: '자산과 기간',
  asset: '자산',
  fall: '직전 수준보다 낮은 정도',
} as const;

export const contagionChart = {
  description: (finding: string): string => `각 마켓의 첫 분. ${finding}`,
  legend: '마켓 종류',
  unknown: '알 수 없는 구간',
} as const;

export const contagionTable = {
  label: '마켓별 첫 분',
  book: '마켓',
  level: '직전 수준',
  first: '첫 분, UTC',
  behind: '첫 마켓 이후',
  low: '그 분의 저가',
  lowest: '최저',
  lowestAt: '최저 시각, UTC',
  silent: '체결 없는 분',
  unknown: '알 수 없는 분',
  source: '출처',
  held: '이 기간에 없음',
  notKnown: '알려진 분에는 없음',
  orBefore: '또는 그 전',
  isFirst: '처음',
  noPrice: '가격 없음',
} as const;

export const fallHead = (level: number): string => `${formatLevel(level)} 낮음`;

export const levelMissing = (closes: number, least: number): string =>
  `종가 ${count(closes)}개, 최소 ${count(least)}개 필요`;

export const betweenWords = (earliest: string, seen: string): string =>
  `${timesOf(earliest, seen).join('~')} UTC 사이는 알 수 없음`;

const signed = (minutes: number): string => `${minutes < 0 ? '−' : ''}${count(Math.abs(minutes))}`;

export const behindWords = (least: number, most: number): string =>
  least === most ? formatDuration(most) : `${signed(least)}~${signed(most)}분`;

export const leftOutLine = (one: LeftOutMarket): string => {
  const [first, last] = [one.days[0], one.days.at(-1)];
  const when = first === undefined || last === undefined ? '' : `, ${onDays(one.days.length, first, last)}`;
  return `제외: ${marketLabel(one)} (${leftOutWords(one)}${when})`;
};

export const onlySpot = (asset: string): string =>
  `${asset}: 현물만 저장되어 있습니다. ${codeOf(`ingest ${asset} --kinds spot,perp,mark,index --from T --to T`)} 명령으로 나머지를 가져오십시오.`;

export const ownShareHead = {
  title: '지수와 자체 현물',
  lead: '공표된 비중으로 계산한 값입니다. 거래소가 실제로 계산한 값은 다를 수 있습니다. 가격 보호가 자체 현물을 제한했을 수 있습니다.',
} as const;

export const ownShareNone = (name: string): string =>
  `${name}: 이 기간에 대해 공표된 지수의 자체 현물 비중이 없습니다. 수치를 표시하지 않습니다.`;

const percent = (ratio: number): string => formatRatio(Math.abs(ratio));
const moveWords = (ratio: number): string =>
  `직전 수준보다 ${distance(ratio)} ${ratio < 0 ? '낮았습니다' : '높았습니다'}`;

export function ownShareSentences({ venue, weight, publisher, published, at }: OwnShareAnswer): string {
  const given = `${venueName(venue)}: 지수는 자체 현물 ${formatLevel(weight)}, 나머지 ${formatLevel(1 - weight)} (${publisher}, ${published} 공지).`;
  if (at === null) return `${given} 자체 현물의 직전 수준이나 가격이 없어 수치를 표시하지 않습니다.`;
  const { spot, index, part, share, minute } = at;
  const own = `${marketLabel({ ...spot, kind: 'spot' })} 종가는 ${moveWords(spot.move)}`;
  if (index === null)
    return `${given} ${utc(minute)} UTC ${own}. 이 통화의 지수는 저장되어 있지 않습니다. 비중만으로는 지수가 ${percent(part)} ${part < 0 ? '하락합니다' : '높아집니다'}.`;
  const of = `${given} 지수의 최저 종가 ${utc(minute)} UTC: ${marketLabel({ ...index, kind: 'index' })} 종가는 ${moveWords(index.move)}. ${own}.`;
  return share === null
    ? `${of} 지수가 하락하지 않았으므로 설명할 것이 없습니다.`
    : `${of} 비중에 따르면 자체 현물의 몫은 직전 수준의 ${percent(part)}이며 지수 변동의 ${formatRatio(share)}입니다.`;
}
