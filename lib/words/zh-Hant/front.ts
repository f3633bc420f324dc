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

/** "比其他交易所的中位數低 99.94 %". */
const offWords = (facts: FrontFacts): string =>
  han`比${comparedWith(facts)}${facts.deepest.side === 'below' ? '低' : '高'}${distance(facts.deepest.peak)}`;

export function heroSentence(facts: FrontFacts): string {
  const { name, currency, deepest } = facts;
  return `${dateWords(deepest.peakMinute)} ${clock(deepest.peakMinute)} UTC，${name} 在 ${venueName(deepest.venue)} 的成交價為 ${formatPrice(roughPrice(deepest.peakPrice))} ${currency}，${offWords(facts)}${certaintyClause(deepest.certainty)}。`;
}

export function heroLead({ name, deepest, fall }: FrontFacts): string {
  const { uncertaintyAtPeak: unknown, spanMinutes } = deepest;
  const rates =
    unknown === null ? '其匯率的不確定度未知。' : unknown === 0 ? '' : `匯率的不確定度為 ${plusMinus(unknown)}。`;
  return `${fallsWords(name, deepest, fall)}該偏離時段持續 ${formatDuration(spanMinutes)}。${rates}`;
}

function fallsWords(name: string, { venue, side }: EpisodeAnswer, { market, venue: own }: FrontFacts['fall']): string {
  return side === 'above' || market === null || own === null || market >= 0 || own >= 0
    ? ''
    : `自所示最初的收盤價起，${name} 的整體市場下跌 ${distance(market)}，${venueName(venue)} 下跌 ${distance(own)}。`;
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
  open: (name: string): string => `開啟 ${name} 的圖表`,
  multiples: '各資產的偏離，逐分鐘，採用同一刻度',
  multiple: ({ name, deepest }: FrontFacts): string =>
    `${name} 在 ${venueName(deepest.venue)}：最低價與最高價的偏離，逐分鐘`,
} as const;

export const wayOn = {
  label: '接著瀏覽',
  /** Under the name of the list it leads to. */
  deepest: '每種資產，各與自身的基準比較',
  day: { title: '當日', lead: '當日的所有偏離時段，按交易所列出' },
  window: { title: '前後數小時', lead: '每家交易所，逐分鐘' },
  minute: { title: '自選一分鐘', lead: '每家交易所在同一分鐘的 K 線' },
  asset: '資產',
  time: '分鐘，UTC',
  open: '開啟',
} as const;
