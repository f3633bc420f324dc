import type { EpisodeAnswer } from '../../api/deviations';
import { roughPrice } from '../rough';
import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { referenceOf } from '../../domain/reference';
import type { FrontFacts } from '../en/front';
import { certaintyClause } from './certainty';
import { chartCaptions, chartNames } from './chart';
import { clock, dayPart, distance, formatDuration, formatPrice, plusMinus } from './numbers';
import { referenceNoun } from './reference';
import { venueName } from './venues';

/** "2025년 10월 10일" of an ISO minute. */
export function dateWords(iso: string): string {
  const [year = '', month = '', day = ''] = dayPart(iso).split('-');
  return `${year}년 ${String(Number(month))}월 ${String(Number(day))}일`;
}

const comparedWith = ({ asset, reference }: Pick<FrontFacts, 'asset' | 'reference'>): string =>
  referenceNoun(referenceOf(reference), assetEntry(asset as Asset));

/** "2025년 10월 10일 21:20 UTC에 ATOM 체결가는 Binance에서 0.001 USD로, 다른 거래소들의 중앙값보다 99.94 % 낮았습니다." */
export function heroSentence(facts: FrontFacts): string {
  const { name, currency, deepest } = facts;
  return `${dateWords(deepest.peakMinute)} ${clock(deepest.peakMinute)} UTC에 ${name} 체결가는 ${venueName(deepest.venue)}에서 ${formatPrice(roughPrice(deepest.peakPrice))} ${currency}로, ${comparedWith(facts)}보다 ${distance(deepest.peak)} ${deepest.side === 'below' ? '낮았습니다' : '높았습니다'}${certaintyClause(deepest.certainty)}.`;
}

export function heroLead({ name, deepest, fall }: FrontFacts): string {
  const { uncertaintyAtPeak: unknown, spanMinutes } = deepest;
  const rates =
    unknown === null
      ? ' 환산율의 불확실성은 알 수 없습니다.'
      : unknown === 0
        ? ''
        : ` 환산율로 인한 불확실성은 ${plusMinus(unknown)}입니다.`;
  return `${fallsWords(name, deepest, fall)}괴리 구간은 ${formatDuration(spanMinutes)} 동안 이어졌습니다.${rates}`;
}

function fallsWords(name: string, { venue, side }: EpisodeAnswer, { market, venue: own }: FrontFacts['fall']): string {
  return side === 'above' || market === null || own === null || market >= 0 || own >= 0
    ? ''
    : `표시된 첫 종가들 대비 ${name} 하락률은 시장 ${distance(market)}, ${venueName(venue)} ${distance(own)}였습니다. `;
}

/** "Binance의 WBETH: ETH 가격에 통상적인 비율을 곱한 값보다 88.42 % 낮음, 21:43 UTC." */
export function multipleSentence(facts: FrontFacts): string {
  const { name, deepest } = facts;
  return `${venueName(deepest.venue)}의 ${name}: ${comparedWith(facts)}보다 ${distance(deepest.peak)} ${deepest.side === 'below' ? '낮음' : '높음'}, ${clock(deepest.peakMinute)} UTC${certaintyClause(deepest.certainty)}.`;
}

export const heroWords = {
  caption: ({ name, currency, from, to }: FrontFacts, others: number, axis: 'log' | number): string =>
    [
      `${name}. ${chartCaptions.price(currency, axis)}, ${dayPart(from)} ${clock(from)} ~ ${dayPart(to) === dayPart(from) ? '' : `${dayPart(to)} `}${clock(to)} UTC`,
      ...(others > 0 ? [`회색: ${chartNames.others(others)}`] : []),
    ].join('; '),
  open: (name: string): string => `${name} 차트 열기`,
  multiples: '자산별 괴리율, 분 단위, 같은 눈금',
  multiple: ({ name, deepest }: FrontFacts): string =>
    `${venueName(deepest.venue)}의 ${name}: 저가와 고가의 괴리율, 분 단위`,
} as const;

export const wayOn = {
  label: '더 보기',
  /** Under the name of the list it leads to. */
  deepest: '모든 자산, 각각 자신의 기준과 비교',
  day: { title: '하루', lead: '그날의 모든 괴리 구간, 거래소별' },
  window: { title: '시간대', lead: '모든 거래소, 분 단위' },
  minute: { title: '원하는 시각', lead: '특정 1분의 모든 거래소 캔들' },
  asset: '자산',
  time: '분, UTC',
  open: '열기',
} as const;
