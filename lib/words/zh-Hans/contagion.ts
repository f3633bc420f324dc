import type { ContagionAnswer, OwnShareAnswer } from '../../api/contagion';
import { followersOf } from '../../api/followers';
import type { LeftOutMarket } from '../../api/leftOut';
import { han } from '../han';
import { leftOutWords, onDays } from './leftOut';
import { marketLabel } from './market';
import { clock, count, dayPart, distance, formatDuration, formatLevel, formatRatio, utc } from './numbers';
import { timesOf } from '../timesOf';
import { venueName } from './venues';
import { codeOf } from '../typed';

export const contagionHead = {
  title: '哪个市场先下跌',
  choose: '选择资产',
  order: '顺序',
  books: '所有市场',
} as const;

export const contagionLead = (minutes: number): string =>
  `每家交易所的现货、永续合约、标记价格与指数，各与自身的先前水平比较：时间范围之前 ${count(minutes)} 分钟收盘价的中位数，以各市场的计价货币计算。表中列出最低价首次比该水平低这么多的一分钟。一分钟以内不作区分，同一分钟即为同时。这是分钟的顺序，不是原因。`;

const MOST_NAMED = 2;

export function contagionFinding({ name, books, levels, orders }: ContagionAnswer, place: number): string {
  const [level, order] = [formatLevel(levels[place] ?? NaN), orders[place]];
  if (books.every((book) => book.level === null))
    return han`${name}：没有任何市场在此时间范围之前有足够的收盘价来确定自身的先前水平。`;
  if (order === undefined || order.first === null) return han`${name}：未见任何市场比自身的先前水平低 ${level}。`;
  const firsts = order.firsts.flatMap((one) => books[one] ?? []);
  const who =
    firsts.length > MOST_NAMED
      ? han`${count(firsts.length)} 个市场在同一分钟最先`
      : han`${firsts.map(marketLabel).join('、')}${firsts.length === 1 ? '最先' : '在同一分钟最先'}`;
  const { behind, isAlone } = followersOf({ books, orders }, place);
  const rest = isAlone
    ? '未见其他市场跌至此幅度。'
    : behind.length === 0
      ? ''
      : han`其后另有 ${count(behind.length)} 个市场，所见的最后一个晚 ${formatDuration(Math.max(...behind))}。`;
  const maybe =
    order.maybe.length === 0 ? '' : han`另有 ${count(order.maybe.length)} 个市场可能同样早或更早：有未知的分钟。`;
  return han`${name}：${dayPart(order.first)} ${clock(order.first)} UTC，${who}跌至比自身的先前水平低 ${level}。${rest}${maybe}`;
}

export const contagionForm = {
  label: '资产与时间范围',
  asset: '资产',
  fall: '比先前水平低',
} as const;

export const contagionChart = {
  description: (finding: string): string => `每个市场的第一分钟。${finding}`,
  legend: '市场种类',
  unknown: '其间未知',
} as const;

export const contagionTable = {
  label: '各市场的第一分钟',
  book: '市场',
  level: '先前水平',
  first: '第一分钟，UTC',
  behind: '落后',
  low: '该分钟的最低价',
  lowest: '最低',
  lowestAt: '最低时间，UTC',
  silent: '无成交的分钟数',
  unknown: '未知的分钟数',
  source: '来源',
  held: '不在此时间范围内',
  notKnown: '不在已知的分钟内',
  orBefore: '或之前',
  isFirst: '最先',
  noPrice: '没有价格',
} as const;

export const fallHead = (level: number): string => han`低 ${formatLevel(level)}`;

export const levelMissing = (closes: number, least: number): string =>
  han`${count(closes)} 个收盘价，需要 ${count(least)} 个`;

export const betweenWords = (earliest: string, seen: string): string =>
  han`${timesOf(earliest, seen).join(' 至 ')} UTC 之间未知`;

const signed = (minutes: number): string => `${minutes < 0 ? '−' : ''}${count(Math.abs(minutes))}`;

export const behindWords = (least: number, most: number): string =>
  least === most ? formatDuration(most) : han`${signed(least)} 至 ${signed(most)} 分钟`;

export const leftOutLine = (one: LeftOutMarket): string => {
  const [first, last] = [one.days[0], one.days.at(-1)];
  const when = first === undefined || last === undefined ? '' : `，${onDays(one.days.length, first, last)}`;
  return han`已排除：${marketLabel(one)}（${leftOutWords(one)}${when}）`;
};

export const onlySpot = (asset: string): string =>
  han`只存储了 ${asset} 的现货市场。${codeOf(`ingest ${asset} --kinds spot,perp,mark,index --from T --to T`)} 可获取其他市场。`;

export const ownShareHead = {
  title: '指数与自身现货',
  lead: '按公布的权重计算。交易所计算的结果可能不同：价格保护可能限制了自身现货。',
} as const;

export const ownShareNone = (name: string): string =>
  han`此时间范围内没有公布 ${name} 指数中自身现货的权重，因此不给出数字。`;

const percent = (ratio: number): string => formatRatio(Math.abs(ratio));
const moveWords = (ratio: number): string => han`比自身的先前水平${ratio < 0 ? '低' : '高'}${distance(ratio)}`;

export function ownShareSentences({ venue, weight, publisher, published, at }: OwnShareAnswer): string {
  const given = han`${venueName(venue)}：指数的 ${formatLevel(weight)} 为自身现货，${formatLevel(1 - weight)} 为其余部分（${publisher}，${published} 公告）。`;
  if (at === null) return han`${given}自身现货没有先前水平或价格，因此不给出数字。`;
  const { spot, index, part, share, minute } = at;
  const own = han`${marketLabel({ ...spot, kind: 'spot' })}的收盘价${moveWords(spot.move)}`;
  if (index === null)
    return han`${given}在 ${utc(minute)} UTC，${own}。没有存储以该货币计价的指数；仅按权重，指数${part < 0 ? '下跌' : '上涨'} ${percent(part)}。`;
  const of = han`${given}在指数收盘价最低的 ${utc(minute)} UTC，${marketLabel({ ...index, kind: 'index' })}的收盘价${moveWords(index.move)}，${own}。`;
  return share === null
    ? han`${of}指数没有下跌，因此没有需要解释的变动。`
    : han`${of}按权重，自身现货占先前水平的 ${percent(part)}，占指数变动的 ${formatRatio(share)}。`;
}
