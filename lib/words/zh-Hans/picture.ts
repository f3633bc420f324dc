import { deepestOf, type DeepestFacts } from '../../api/deepest';
import type { DeviationsAnswer } from '../../api/deviations';
import { bySource } from '../../api/bySource';
import { takingPart } from '../../api/takingPart';
import { quoteRates, type QuoteRate } from '../../api/quoteRates';
import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { referenceOf, type Reference } from '../../domain/reference';
import type { PeerRange } from '../en/picture';
import { deepestSentence } from './deepest';
import { marketLabel } from './market';
import { formatDuration, formatLevel, formatPrice, plusMinus } from './numbers';
import { ruleWords } from './rates';
import { referenceRule } from './reference';
import { sourceWords } from './sources';
import { listed } from './spelled';
import { venueList } from './venues';
import { windowEnds } from '../windowEnds';

/** `2025-10-10 20:00` of an ISO minute; the word UTC stands beside it. */
const written = (iso: string): string => iso.replace('T', ' ').replace('Z', '');

export const pictureWindow = ({ from, to }: Pick<DeviationsAnswer, 'from' | 'to'>): string =>
  `${written(from)} 至 ${written(to)} UTC`;

export function pictureTitle({ name, markets }: Pick<DeviationsAnswer, 'name' | 'markets'>): string {
  const venues = new Set(takingPart(markets).map(({ venue }) => venue)).size;
  return `${name}，${String(venues)} 家交易所`;
}

export function pictureSubtitle(
  answer: Pick<DeviationsAnswer, 'from' | 'to' | 'currency'>,
  minute: string | undefined,
): string {
  const { from, to } = windowEnds(answer, minute);
  return `${from} 至 ${to} UTC，价格以 ${answer.currency} 计`;
}

export function pictureSentence(answer: DeepestFacts): string {
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined) return deepestSentence(answer);
  const { currency } = answer;
  const field = deepest.side === 'below' ? '最低价' : '最高价';
  return `${deepestSentence(answer)}${field}为 ${formatPrice(deepest.peakPrice)} ${currency}，基准为 ${formatPrice(deepest.peakReference)} ${currency}；该偏离时段持续 ${formatDuration(deepest.spanMinutes)}。`;
}

export const pictureVenues = ({ markets }: Pick<DeviationsAnswer, 'markets'>): string =>
  bySource(takingPart(markets))
    .map((of) => `${of.markets.map(marketLabel).join('、')}（${sourceWords(of.source)}）`)
    .join('；');

export function pictureRates({
  markets,
  rate,
  currency,
}: Pick<DeviationsAnswer, 'markets' | 'rate' | 'currency'>): string {
  if (rate === 'none') return `无：采用 ${currency} 原始报价`;
  return quoteRates(takingPart(markets)).map(quoteRate).join('；');
}

function quoteRate({ quote, rules, medians, uncertainty, lenders }: QuoteRate): string {
  if (rules.length === 1 && rules[0] === 'usd') return quote === 'USD' ? 'USD 按原报价' : `${quote} 视为 USD`;
  if (medians === undefined) return `${quote} ${ruleWords('none')}`;
  const [least, most] = [formatPrice(medians.least), formatPrice(medians.most)];
  const spread = uncertainty === null ? '，不确定度未知' : ` ${plusMinus(uncertainty)}`;
  const from = lenders.length === 0 ? '' : `（${venueList(lenders)}）`;
  return `${quote} ${least === most ? least : `${least} 至 ${most}`}${spread}，${listed(rules.map(ruleWords))}${from}`;
}

export const pictureReference = ({
  reference,
  bloc,
  asset,
  minPeers,
}: Pick<DeviationsAnswer, 'reference' | 'bloc' | 'asset' | 'minPeers'>): string =>
  referenceRule(referenceOf(reference), assetEntry(asset as Asset), minPeers, bloc);

export function picturePeers({ reference }: Pick<DeviationsAnswer, 'reference'>, peers: PeerRange | undefined): string {
  if (peers === undefined) return '没有测得任何一分钟';
  const { least, most } = peers;
  return peersOf(referenceOf(reference), least === most ? String(least) : `${String(least)} 至 ${String(most)}`);
}

function peersOf({ kind }: Reference, counted: string): string {
  switch (kind) {
    case 'others':
    case 'vwm':
      return `${counted} 家`;
    case 'all':
      return `${counted} 家，含被测交易所本身`;
    case 'wrapped':
      return `${counted} 家，为标的资产的交易所`;
    case 'peg':
      return '无：锚定价为固定值';
    case 'venue':
      return `${counted} 家，即基准交易所`;
  }
}

export const pictureThreshold = ({ enter }: Pick<DeviationsAnswer, 'enter'>): string =>
  `${formatLevel(enter)}；低于 ${formatLevel(enter / 2)} 即结束`;

export const pictureAsOf = (instant: string): string => `${written(instant)} UTC`;

export const pictureTerms = {
  venues: '交易所',
  notes: '附注',
  simulated: '模拟',
  reference: '基准',
  rates: '汇率中位数',
  peers: '对照交易所',
  window: '时间范围',
  method: '计算方法',
  digest: '摘要值',
  threshold: '进入阈值',
  asOf: '数据时点',
  lastModified: '数据最后变更',
  key: '密钥',
  address: '网址',
  rest: '全文见此网址及文件内。',
} as const;

export const pictureSimulated = {
  footer: '模拟价格，没有任何交易所公布过这些价格。',
  band: 'SIMULATED · 没有任何交易所公布过这些价格',
  stamp: 'SIMULATED',
} as const;

/** In the footer of a picture in another language than English. */
export const pictureTranslation = { term: '语言', note: '译文；以英文版为准。' } as const;
