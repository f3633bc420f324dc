import type { EpisodeAnswer } from '../../api/deviations';
import { roughPrice } from '../rough';
import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { referenceOf } from '../../domain/reference';
import type { FrontFacts } from '../en/front';
import { han } from '../han';
import { certaintyClause } from './certainty';
import { chartCaptions, chartNames } from './chart';
import { clock, dayPart, distance, formatDuration, formatPrice, plusMinus } from './numbers';
import { referenceNoun } from './reference';
import { venueName } from './venues';

export function dateWords(iso: string): string {
  const [year = '', month = '', day = ''] = dayPart(iso).split('-');
  return `${year} 年 ${String(Number(month))} 月 ${String(Number(day))} 日`;
}

const comparedWith = ({ asset, reference }: Pick<FrontFacts, 'asset' | 'reference'>): string =>
  referenceNoun(referenceOf(reference), assetEntry(asset as Asset));

/** "比其他交易所的中位数低 99.94 %". */
const offWords = (facts: FrontFacts): string =>
  han`比${comparedWith(facts)}${facts.deepest.side === 'below' ? '低' : '高'}${distance(facts.deepest.peak)}`;

export function heroSentence(facts: FrontFacts): string {
  const { name, currency, deepest } = facts;
  return `${dateWords(deepest.peakMinute)} ${clock(deepest.peakMinute)} UTC，${name} 在 ${venueName(deepest.venue)} 的成交价为 ${formatPrice(roughPrice(deepest.peakPrice))} ${currency}，${offWords(facts)}${certaintyClause(deepest.certainty)}。`;
}

export function heroLead({ name, deepest, fall }: FrontFacts): string {
  const { uncertaintyAtPeak: unknown, spanMinutes } = deepest;
  const rates =
    unknown === null ? '其汇率的不确定度未知。' : unknown === 0 ? '' : `汇率的不确定度为 ${plusMinus(unknown)}。`;
  return `${fallsWords(name, deepest, fall)}该偏离时段持续 ${formatDuration(spanMinutes)}。${rates}`;
}

function fallsWords(name: string, { venue, side }: EpisodeAnswer, { market, venue: own }: FrontFacts['fall']): string {
  return side === 'above' || market === null || own === null || market >= 0 || own >= 0
    ? ''
    : `自所示最初的收盘价起，${name} 的整体市场下跌 ${distance(market)}，${venueName(venue)} 下跌 ${distance(own)}。`;
}

export function multipleSentence(facts: FrontFacts): string {
  const { name, deepest } = facts;
  return `${name} 在 ${venueName(deepest.venue)}：${offWords(facts)}，${clock(deepest.peakMinute)} UTC${certaintyClause(deepest.certainty)}。`;
}

export const heroWords = {
  caption: ({ name, currency, from, to }: FrontFacts, others: number, axis: 'log' | number): string =>
    [
      `${name}。${chartCaptions.price(currency, axis)}，${dayPart(from)} ${clock(from)} 至 ${dayPart(to) === dayPart(from) ? '' : `${dayPart(to)} `}${clock(to)} UTC`,
      ...(others > 0 ? [`灰色：${chartNames.others(others)}`] : []),
    ].join('；'),
  open: (name: string): string => `打开 ${name} 的图表`,
  multiples: '各资产的偏离，逐分钟，采用同一刻度',
  multiple: ({ name, deepest }: FrontFacts): string =>
    `${name} 在 ${venueName(deepest.venue)}：最低价与最高价的偏离，逐分钟`,
} as const;

export const wayOn = {
  label: '继续浏览',
  /** Under the name of the list it leads to. */
  deepest: '每种资产，各与自身的基准比较',
  day: { title: '当日', lead: '当日的所有偏离时段，按交易所列出' },
  window: { title: '前后数小时', lead: '每家交易所，逐分钟' },
  minute: { title: '自选一分钟', lead: '每家交易所在同一分钟的 K 线' },
  asset: '资产',
  time: '分钟，UTC',
  open: '打开',
} as const;
