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
  title: '哪個市場先下跌',
  choose: '選擇資產',
  order: '順序',
  books: '所有市場',
} as const;

export const contagionLead = (minutes: number): string =>
  `每家交易所的現貨、永續合約、標記價格與指數，各與自身的先前水準比較：時間範圍之前 ${count(minutes)} 分鐘收盤價的中位數，以各市場的計價貨幣計算。表中列出最低價首次比該水準低這麼多的一分鐘。一分鐘以內不作區分，同一分鐘即為同時。這是分鐘的順序，不是原因。`;

const MOST_NAMED = 2;

export function contagionFinding({ name, books, levels, orders }: ContagionAnswer, place: number): string {
  const [level, order] = [formatLevel(levels[place] ?? NaN), orders[place]];
  if (books.every((book) => book.level === null))
    return han`${name}：沒有任何市場在此時間範圍之前有足夠的收盤價來確定自身的先前水準。`;
  if (order === undefined || order.first === null) return han`${name}：未見任何市場比自身的先前水準低 ${level}。`;
  const firsts = order.firsts.flatMap((one) => books[one] ?? []);
  const who =
    firsts.length > MOST_NAMED
      ? han`${count(firsts.length)} 個市場在同一分鐘最先`
      : han`${firsts.map(marketLabel).join('、')}${firsts.length === 1 ? '最先' : '在同一分鐘最先'}`;
  const { behind, isAlone } = followersOf({ books, orders }, place);
  const rest = isAlone
    ? '未見其他市場跌至此幅度。'
    : behind.length === 0
      ? ''
      : han`其後另有 ${count(behind.length)} 個市場，所見的最後一個晚 ${formatDuration(Math.max(...behind))}。`;
  const maybe =
    order.maybe.length === 0 ? '' : han`另有 ${count(order.maybe.length)} 個市場可能同樣早或更早：有未知的分鐘。`;
  return han`${name}：${dayPart(order.first)} ${clock(order.first)} UTC，${who}跌至比自身的先前水準低 ${level}。${rest}${maybe}`;
}

export const contagionForm = {
  label: '資產與時間範圍',
  asset: '資產',
  fall: '比先前水準低',
} as const;

export const contagionChart = {
  description: (finding: string): string => `每個市場的第一分鐘。${finding}`,
  legend: '市場種類',
  unknown: '其間未知',
} as const;

export const contagionTable = {
  label: '各市場的第一分鐘',
  book: '市場',
  level: '先前水準',
  first: '第一分鐘，UTC',
  behind: '落後',
  low: '該分鐘的最低價',
  lowest: '最低',
  lowestAt: '最低時間，UTC',
  silent: '無成交的分鐘數',
  unknown: '未知的分鐘數',
  source: '來源',
  held: '不在此時間範圍內',
  notKnown: '不在已知的分鐘內',
  orBefore: '或之前',
  isFirst: '最先',
  noPrice: '沒有價格',
} as const;

export const fallHead = (level: number): string => han`低 ${formatLevel(level)}`;

export const levelMissing = (closes: number, least: number): string =>
  han`${count(closes)} 個收盤價，需要 ${count(least)} 個`;

export const betweenWords = (earliest: string, seen: string): string =>
  han`${timesOf(earliest, seen).join(' 至 ')} UTC 之間未知`;

const signed = (minutes: number): string => `${minutes < 0 ? '−' : ''}${count(Math.abs(minutes))}`;

export const behindWords = (least: number, most: number): string =>
  least === most ? formatDuration(most) : han`${signed(least)} 至 ${signed(most)} 分鐘`;

export const leftOutLine = (one: LeftOutMarket): string => {
  const [first, last] = [one.days[0], one.days.at(-1)];
  const when = first === undefined || last === undefined ? '' : `，${onDays(one.days.length, first, last)}`;
  return han`已排除：${marketLabel(one)}（${leftOutWords(one)}${when}）`;
};

export const onlySpot = (asset: string): string =>
  han`只儲存了 ${asset} 的現貨市場。${codeOf(`ingest ${asset} --kinds spot,perp,mark,index --from T --to T`)} 可取得其他市場。`;

export const ownShareHead = {
  title: '指數與自身現貨',
  lead: '按公布的權重計算。交易所計算的結果可能不同：價格保護可能限制了自身現貨。',
} as const;

export const ownShareNone = (name: string): string =>
  han`此時間範圍內沒有公布 ${name} 指數中自身現貨的權重，因此不給出數字。`;

const percent = (ratio: number): string => formatRatio(Math.abs(ratio));
const moveWords = (ratio: number): string => han`比自身的先前水準${ratio < 0 ? '低' : '高'}${distance(ratio)}`;

export function ownShareSentences({ venue, weight, publisher, published, at }: OwnShareAnswer): string {
  const given = han`${venueName(venue)}：指數的 ${formatLevel(weight)} 為自身現貨，${formatLevel(1 - weight)} 為其餘部分（${publisher}，${published} 公告）。`;
  if (at === null) return han`${given}自身現貨沒有先前水準或價格，因此不給出數字。`;
  const { spot, index, part, share, minute } = at;
  const own = han`${marketLabel({ ...spot, kind: 'spot' })}的收盤價${moveWords(spot.move)}`;
  if (index === null)
    return han`${given}在 ${utc(minute)} UTC，${own}。沒有儲存以該貨幣計價的指數；僅按權重，指數${part < 0 ? '下跌' : '上漲'} ${percent(part)}。`;
  const of = han`${given}在指數收盤價最低的 ${utc(minute)} UTC，${marketLabel({ ...index, kind: 'index' })}的收盤價${moveWords(index.move)}，${own}。`;
  return share === null
    ? han`${of}指數沒有下跌，因此沒有需要解釋的變動。`
    : han`${of}按權重，自身現貨佔先前水準的 ${percent(part)}，佔指數變動的 ${formatRatio(share)}。`;
}
