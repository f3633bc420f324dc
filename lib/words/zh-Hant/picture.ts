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
  return `${from} 至 ${to} UTC，價格以 ${answer.currency} 計`;
}

export function pictureSentence(answer: DeepestFacts): string {
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined) return deepestSentence(answer);
  const { currency } = answer;
  const field = deepest.side === 'below' ? '最低價' : '最高價';
  return `${deepestSentence(answer)}${field}為 ${formatPrice(deepest.peakPrice)} ${currency}，基準為 ${formatPrice(deepest.peakReference)} ${currency}；該偏離時段持續 ${formatDuration(deepest.spanMinutes)}。`;
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
  if (rate === 'none') return `無：採用 ${currency} 原始報價`;
  return quoteRates(takingPart(markets)).map(quoteRate).join('；');
}

function quoteRate({ quote, rules, medians, uncertainty, lenders }: QuoteRate): string {
  if (rules.length === 1 && rules[0] === 'usd') return quote === 'USD' ? 'USD 依原報價' : `${quote} 視同 USD`;
  if (medians === undefined) return `${quote} ${ruleWords('none')}`;
  const [least, most] = [formatPrice(medians.least), formatPrice(medians.most)];
  const spread = uncertainty === null ? '，不確定度未知' : ` ${plusMinus(uncertainty)}`;
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
  if (peers === undefined) return '沒有測得任何一分鐘';
  const { least, most } = peers;
  return peersOf(referenceOf(reference), least === most ? String(least) : `${String(least)} 至 ${String(most)}`);
}

function peersOf({ kind }: Reference, counted: string): string {
  switch (kind) {
    case 'others':
    case 'vwm':
      return `${counted} 家`;
    case 'all':
      return `${counted} 家，含被測交易所本身`;
    case 'wrapped':
      return `${counted} 家，為標的資產的交易所`;
    case 'peg':
      return '無：錨定價為固定值';
    case 'venue':
      return `${counted} 家，即基準交易所`;
  }
}

export const pictureThreshold = ({ enter }: Pick<DeviationsAnswer, 'enter'>): string =>
  `${formatLevel(enter)}；低於 ${formatLevel(enter / 2)} 即結束`;

export const pictureAsOf = (instant: string): string => `${written(instant)} UTC`;

export const pictureTerms = {
  venues: '交易所',
  notes: '附註',
  simulated: '模擬',
  reference: '基準',
  rates: '匯率中位數',
  peers: '對照交易所',
  window: '時間範圍',
  method: '計算方法',
  digest: '摘要值',
  threshold: '進入門檻',
  asOf: '資料時點',
  lastModified: '資料最後變更',
  key: '金鑰',
  address: '網址',
  rest: '全文見此網址及檔案內。',
} as const;

export const pictureSimulated = {
  footer: '模擬價格，沒有任何交易所公布過這些價格。',
  band: 'SIMULATED · 沒有任何交易所公布過這些價格',
  stamp: 'SIMULATED',
} as const;

/** In the footer of a picture in another language than English. */
export const pictureTranslation = { term: '語言', note: '翻譯；以英文版為準。' } as const;
