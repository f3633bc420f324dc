import type { WrittenCertainty } from '../../domain/episode';
import type { Reference } from '../../domain/reference';
import type { ChartFacts } from '../en/chart';
import { han } from '../han';
import { certaintyClause } from './certainty';
import { axisPrice, count, formatDuration, formatPrice, formatRatio, labelPrice, plusMinus } from './numbers';
import { venueName } from './venues';

export const extremesWords = (resolutionMinutes: number): string =>
  `依每 ${count(resolutionMinutes)} 分鐘的極值繪製；沒有遺漏任何一分鐘的極值；較短的缺口不會顯示`;

export const chartCaptions = {
  price: (currency: string, axis: 'log' | number): string =>
    `價格（${currency}）${axis === 'log' ? '，對數刻度' : axis > 0 ? `，座標軸起自 ${axisPrice(Number(axis.toPrecision(3)))}` : ''}`,
  priceAside: (others: number, resolutionMinutes: number): string =>
    [
      ...(others > 0 ? [`灰色：${chartNames.others(others)}`] : []),
      ...(resolutionMinutes === 1 ? [] : [extremesWords(resolutionMinutes)]),
    ].join('；'),
  noData: '此時間範圍內無資料',
  deviation: (reference: string): string => han`相對於${reference}的偏離`,
  deviationAside: (hasOthers: boolean): string =>
    `最低價在下，最高價在上${hasOthers ? '；灰色：其他交易所' : ''}；斜線區：匯率的不確定度`,
  strip: (resolutionMinutes: number): string =>
    resolutionMinutes === 1 ? '最大偏離，逐分鐘' : `每 ${formatDuration(resolutionMinutes)}的最大偏離`,
  stripAside: (someWithin: boolean): string =>
    someWithin ? '框線：偏離時段；虛線：在匯率不確定度之內' : '框線：偏離時段',
} as const;

export const chartNames = {
  others: (venues: number): string =>
    venues === 1 ? '另一家交易所，最低至最高' : `其他 ${count(venues)} 家交易所，最低至最高`,
  bloc: (quote: string): string => `${quote} 中位數`,
  reference: (reference: Reference): string => {
    switch (reference.kind) {
      case 'others':
      case 'vwm':
        return '其他交易所';
      case 'all':
        return '全部交易所';
      case 'wrapped':
        return '標的資產 × 比率';
      case 'peg':
        return '錨定價';
      case 'venue':
        return venueName(reference.venue);
    }
  },
} as const;

export const referenceLegend = {
  ofEach: (reference: string, series: string): string => `${reference}（對照 ${series}）`,
  second: (reference: string): string => reference,
  ofAll: (reference: string): string => `${reference}（基準）`,
} as const;

export const tooltipHeads = {
  minute: (currency: string, reference: string): readonly string[] => [
    '',
    `最低價 – 最高價，${currency}`,
    '收盤價',
    `${reference}，最低價 – 最高價`,
    '最低價偏離',
    '最高價偏離',
    '不確定度',
    '對照交易所',
    '匯率',
  ],
  bucket: (currency: string): readonly string[] => [
    '',
    `最低價之最低，${currency}`,
    '最高價之最高',
    '最低價偏離之最低',
    '時間',
    '最高價偏離之最高',
    '時間',
  ],
} as const;

export const tooltipWords = {
  minute: (time: string, zone: string): string => `${time} ${zone}`,
  bucket: (time: string, zone: string, minutes: number): string => `${time} ${zone}，${formatDuration(minutes)}的極值`,
  referenceVenue: '基準交易所',
  simulated: (title: string): string => `SIMULATED · ${title}`,
  uncertainty: (uncertainty: number, isWeak: boolean): string =>
    `${Number.isNaN(uncertainty) ? '未知' : plusMinus(uncertainty)}${isWeak ? '，匯率依據薄弱' : ''}`,
  rate: (rate: string, rule: string): string => `${rate}，${rule}`,
  median: (venues: number): string => `${count(venues)} 家交易所的中位數`,
  more: (venues: number, unmeasured: number): string =>
    `+ ${count(venues)} 家${unmeasured === 0 ? '' : `，${unmeasured === venues ? '均無' : `其中 ${count(unmeasured)} 家無`}偏離數值`}`,
} as const;

export const chartStamps = { within: '在匯率不確定度之內', parity: '假定平價', fewPeers: '對照交易所少' } as const;

interface PeakCertainty {
  readonly certainty: WrittenCertainty;
  readonly uncertaintyAtPeak: number | null;
}

function peakCaveat({ certainty, uncertaintyAtPeak }: PeakCertainty): string {
  switch (certainty) {
    case 'certain':
      return '';
    case 'weak':
      return '，匯率依據薄弱';
    case 'within-rate':
      return uncertaintyAtPeak === null ? '，不確定度未知' : `，在 ${plusMinus(uncertaintyAtPeak)} 之內`;
  }
}

export const peakLabel = {
  price: (venue: string, price: number): string => `${venue} ${labelPrice(price)}`,
  reference: (name: string, price: number): string => `${name} ${labelPrice(price)}`,
  ratio: (ratio: number, minutes: number, certainty: PeakCertainty): string =>
    `${formatRatio(ratio)}，${formatDuration(minutes)}${peakCaveat(certainty)}`,
} as const;

export function chartDescription(facts: ChartFacts): string {
  const { currency, deepest } = facts;
  const parts = [
    han`${facts.simulated ? 'SIMULATED。' : ''}以 ${currency} 計的價格及相對於${facts.reference}的偏離，逐分鐘，${facts.from} 至 ${facts.to}（UTC）`,
    ...(facts.resolutionMinutes === 1 ? [] : [extremesWords(facts.resolutionMinutes)]),
    facts.series.length === 0 ? '無資料' : `交易所：${facts.series.join('、')}`,
    deepest === undefined
      ? '突顯的交易所沒有偏離時段'
      : `最深：${deepest.series}，${deepest.minute}，${formatPrice(deepest.price)} ${currency}，${formatRatio(deepest.peak)}${certaintyClause(deepest.certainty)}`,
  ];
  return `${parts.join('；')}。`;
}
