import type { WrittenCertainty } from '../../domain/episode';
import type { Reference } from '../../domain/reference';
import type { ChartFacts } from '../en/chart';
import { certaintyClause } from './certainty';
import { axisPrice, count, formatDuration, formatPrice, formatRatio, labelPrice, plusMinus } from './numbers';
import { venueName } from './venues';

export const extremesWords = (resolutionMinutes: number): string =>
  `${count(resolutionMinutes)}분마다의 극값으로 그림; 어느 분의 극값도 빠지지 않음; 이보다 짧은 공백은 보이지 않음`;

export const chartCaptions = {
  price: (currency: string, axis: 'log' | number): string =>
    `가격, ${currency}${axis === 'log' ? ', 로그 눈금' : axis > 0 ? `, 축 시작 ${axisPrice(Number(axis.toPrecision(3)))}` : ''}`,
  priceAside: (others: number, resolutionMinutes: number): string =>
    [
      ...(others > 0 ? [`회색: ${chartNames.others(others)}`] : []),
      ...(resolutionMinutes === 1 ? [] : [extremesWords(resolutionMinutes)]),
    ].join('; '),
  noData: '이 기간의 데이터 없음',
  deviation: (reference: string): string => `${reference} 대비 괴리율`,
  deviationAside: (hasOthers: boolean): string =>
    `아래쪽은 저가, 위쪽은 고가${hasOthers ? '; 회색: 다른 거래소' : ''}; 빗금: 환산율의 불확실성`,
  strip: (resolutionMinutes: number): string =>
    resolutionMinutes === 1 ? '분별 최대 괴리율' : `${formatDuration(resolutionMinutes)} 단위 최대 괴리율`,
  stripAside: (someWithin: boolean): string =>
    someWithin ? '테두리: 괴리 구간; 점선: 환산율의 불확실성 이내' : '테두리: 괴리 구간',
} as const;

export const chartNames = {
  others: (venues: number): string =>
    venues === 1 ? '다른 거래소의 저가~고가' : `다른 거래소 ${count(venues)}곳의 최저~최고`,
  bloc: (quote: string): string => `${quote} 중앙값`,
  reference: (reference: Reference): string => {
    switch (reference.kind) {
      case 'others':
      case 'vwm':
        return '다른 거래소';
      case 'all':
        return '전체 거래소';
      case 'wrapped':
        return '기초 자산 × 비율';
      case 'peg':
        return '페그';
      case 'venue':
        return venueName(reference.venue);
    }
  },
} as const;

export const referenceLegend = {
  ofEach: (reference: string, series: string): string => `${reference} (${series} 비교용)`,
  second: (reference: string): string => reference,
  ofAll: (reference: string): string => `${reference} (기준)`,
} as const;

export const tooltipHeads = {
  minute: (currency: string, reference: string): readonly string[] => [
    '',
    `저가 – 고가, ${currency}`,
    '종가',
    `${reference}, 저가 – 고가`,
    '저가 괴리율',
    '고가 괴리율',
    '불확실성',
    '비교 거래소',
    '환산율',
  ],
  bucket: (currency: string): readonly string[] => [
    '',
    `가장 낮은 저가, ${currency}`,
    '가장 높은 고가',
    '가장 낮은 저가 괴리율',
    '시각',
    '가장 높은 고가 괴리율',
    '시각',
  ],
} as const;

export const tooltipWords = {
  minute: (time: string, zone: string): string => `${time} ${zone}`,
  bucket: (time: string, zone: string, minutes: number): string =>
    `${time} ${zone}, ${formatDuration(minutes)} 동안의 극값`,
  referenceVenue: '기준 거래소',
  simulated: (title: string): string => `SIMULATED · ${title}`,
  uncertainty: (uncertainty: number, isWeak: boolean): string =>
    `${Number.isNaN(uncertainty) ? '알 수 없음' : plusMinus(uncertainty)}${isWeak ? ', 환산율의 근거가 약함' : ''}`,
  rate: (rate: string, rule: string): string => `${rate}, ${rule}`,
  median: (venues: number): string => `거래소 ${count(venues)}곳의 중앙값`,
  more: (venues: number, unmeasured: number): string =>
    `외 ${count(venues)}곳${unmeasured === 0 ? '' : unmeasured === venues ? ', 모두 괴리율 없음' : `, ${count(unmeasured)}곳은 괴리율 없음`}`,
} as const;

export const chartStamps = {
  within: '환산율의 불확실성 이내',
  parity: '등가 가정',
  fewPeers: '비교 거래소 적음',
} as const;

function peakCaveat({
  certainty,
  uncertaintyAtPeak,
}: {
  readonly certainty: WrittenCertainty;
  readonly uncertaintyAtPeak: number | null;
}): string {
  switch (certainty) {
    case 'certain':
      return '';
    case 'weak':
      return ', 환산율의 근거가 약함';
    case 'within-rate':
      return uncertaintyAtPeak === null ? ', 불확실성 미상' : `, ${plusMinus(uncertaintyAtPeak)} 이내`;
  }
}

export const peakLabel = {
  price: (venue: string, price: number): string => `${venue} ${labelPrice(price)}`,
  reference: (name: string, price: number): string => `${name} ${labelPrice(price)}`,
  ratio: (ratio: number, minutes: number, certainty: Parameters<typeof peakCaveat>[0]): string =>
    `${formatRatio(ratio)}, ${formatDuration(minutes)}${peakCaveat(certainty)}`,
} as const;

export function chartDescription(facts: ChartFacts): string {
  const { currency, deepest } = facts;
  const parts = [
    `${facts.simulated ? 'SIMULATED. ' : ''}분 단위 ${currency} 가격과 ${facts.reference} 대비 괴리율, ${facts.from} ~ ${facts.to} (UTC)`,
    ...(facts.resolutionMinutes === 1 ? [] : [extremesWords(facts.resolutionMinutes)]),
    facts.series.length === 0 ? '데이터 없음' : `거래소: ${facts.series.join(', ')}`,
    deepest === undefined
      ? '강조한 거래소의 괴리 구간 없음'
      : `최대 괴리: ${deepest.series}, ${deepest.minute}, ${formatPrice(deepest.price)} ${currency}, ${formatRatio(deepest.peak)}${certaintyClause(deepest.certainty)}`,
  ];
  return `${parts.join('; ')}.`;
}
