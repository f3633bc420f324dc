import type { WrittenCertainty } from '../../domain/episode';
import type { Reference } from '../../domain/reference';
import type { ChartFacts } from '../en/chart';
import { han } from '../han';
import { certaintyClause } from './certainty';
import { axisPrice, count, formatDuration, formatPrice, formatRatio, labelPrice, plusMinus } from './numbers';
import { venueName } from './venues';

export const extremesWords = (resolutionMinutes: number): string =>
  `按每 ${count(resolutionMinutes)} 分钟的极值绘制；没有遗漏任何一分钟的极值；较短的缺口不会显示`;

export const chartCaptions = {
  price: (currency: string, axis: 'log' | number): string =>
    `价格（${currency}）${axis === 'log' ? '，对数刻度' : axis > 0 ? `，坐标轴起自 ${axisPrice(Number(axis.toPrecision(3)))}` : ''}`,
  priceAside: (others: number, resolutionMinutes: number): string =>
    [
      ...(others > 0 ? [`灰色：${chartNames.others(others)}`] : []),
      ...(resolutionMinutes === 1 ? [] : [extremesWords(resolutionMinutes)]),
    ].join('；'),
  noData: '此时间范围内无数据',
  deviation: (reference: string): string => han`相对于${reference}的偏离`,
  deviationAside: (hasOthers: boolean): string =>
    `最低价在下，最高价在上${hasOthers ? '；灰色：其他交易所' : ''}；斜线区：汇率的不确定度`,
  strip: (resolutionMinutes: number): string =>
    resolutionMinutes === 1 ? '最大偏离，逐分钟' : `每 ${formatDuration(resolutionMinutes)}的最大偏离`,
  stripAside: (someWithin: boolean): string =>
    someWithin ? '框线：偏离时段；虚线：在汇率不确定度之内' : '框线：偏离时段',
} as const;

export const chartNames = {
  others: (venues: number): string =>
    venues === 1 ? '另一家交易所，最低至最高' : `其他 ${count(venues)} 家交易所，最低至最高`,
  bloc: (quote: string): string => `${quote} 中位数`,
  reference: (reference: Reference): string => {
    switch (reference.kind) {
      case 'others':
      case 'vwm':
        return '其他交易所';
      case 'all':
        return '全部交易所';
      case 'wrapped':
        return '标的资产 × 比率';
      case 'peg':
        return '锚定价';
      case 'venue':
        return venueName(reference.venue);
    }
  },
} as const;

export const referenceLegend = {
  ofEach: (reference: string, series: string): string => `${reference}（对照 ${series}）`,
  second: (reference: string): string => reference,
  ofAll: (reference: string): string => `${reference}（基准）`,
} as const;

export const tooltipHeads = {
  minute: (currency: string, reference: string): readonly string[] => [
    '',
    `最低价 – 最高价，${currency}`,
    '收盘价',
    `${reference}，最低价 – 最高价`,
    '最低价偏离',
    '最高价偏离',
    '不确定度',
    '对照交易所',
    '汇率',
  ],
  bucket: (currency: string): readonly string[] => [
    '',
    `最低价的最低值，${currency}`,
    '最高价的最高值',
    '最低价偏离的最低值',
    '时间',
    '最高价偏离的最高值',
    '时间',
  ],
} as const;

export const tooltipWords = {
  minute: (time: string, zone: string): string => `${time} ${zone}`,
  bucket: (time: string, zone: string, minutes: number): string => `${time} ${zone}，${formatDuration(minutes)}的极值`,
  referenceVenue: '基准交易所',
  simulated: (title: string): string => `SIMULATED · ${title}`,
  uncertainty: (uncertainty: number, isWeak: boolean): string =>
    `${Number.isNaN(uncertainty) ? '未知' : plusMinus(uncertainty)}${isWeak ? '，汇率依据薄弱' : ''}`,
  rate: (rate: string, rule: string): string => `${rate}，${rule}`,
  median: (venues: number): string => `${count(venues)} 家交易所的中位数`,
  more: (venues: number, unmeasured: number): string =>
    `+ ${count(venues)} 家${unmeasured === 0 ? '' : `，${unmeasured === venues ? '均无' : `其中 ${count(unmeasured)} 家无`}偏离数值`}`,
} as const;

export const chartStamps = { within: '在汇率不确定度之内', parity: '假定平价', fewPeers: '对照交易所少' } as const;

interface PeakCertainty {
  readonly certainty: WrittenCertainty;
  readonly uncertaintyAtPeak: number | null;
}

function peakCaveat({ certainty, uncertaintyAtPeak }: PeakCertainty): string {
  switch (certainty) {
    case 'certain':
      return '';
    case 'weak':
      return '，汇率依据薄弱';
    case 'within-rate':
      return uncertaintyAtPeak === null ? '，不确定度未知' : `，在 ${plusMinus(uncertaintyAtPeak)} 之内`;
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
    han`${facts.simulated ? 'SIMULATED。' : ''}以 ${currency} 计的价格及相对于${facts.reference}的偏离，逐分钟，${facts.from} 至 ${facts.to}（UTC）`,
    ...(facts.resolutionMinutes === 1 ? [] : [extremesWords(facts.resolutionMinutes)]),
    facts.series.length === 0 ? '无数据' : `交易所：${facts.series.join('、')}`,
    deepest === undefined
      ? '突出显示的交易所没有偏离时段'
      : `最深：${deepest.series}，${deepest.minute}，${formatPrice(deepest.price)} ${currency}，${formatRatio(deepest.peak)}${certaintyClause(deepest.certainty)}`,
  ];
  return `${parts.join('；')}。`;
}
