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
  `${written(from)} ~ ${written(to)} UTC`;

/** "ATOM, 거래소 14곳". */
export function pictureTitle({ name, markets }: Pick<DeviationsAnswer, 'name' | 'markets'>): string {
  const venues = new Set(takingPart(markets).map(({ venue }) => venue)).size;
  return `${name}, 거래소 ${String(venues)}곳`;
}

export function pictureSubtitle(
  answer: Pick<DeviationsAnswer, 'from' | 'to' | 'currency'>,
  minute: string | undefined,
): string {
  const { from, to } = windowEnds(answer, minute);
  return `${from} ~ ${to} UTC, 가격 단위 ${answer.currency}`;
}

export function pictureSentence(answer: DeepestFacts): string {
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined) return deepestSentence(answer);
  const { currency } = answer;
  const field = deepest.side === 'below' ? '저가' : '고가';
  return `${deepestSentence(answer)} ${field}는 ${formatPrice(deepest.peakPrice)} ${currency}, 기준 가격은 ${formatPrice(deepest.peakReference)} ${currency}였습니다. 괴리 구간은 ${formatDuration(deepest.spanMinutes)} 동안 이어졌습니다.`;
}

export const pictureVenues = ({ markets }: Pick<DeviationsAnswer, 'markets'>): string =>
  bySource(takingPart(markets))
    .map((of) => `${of.markets.map(marketLabel).join(', ')} (${sourceWords(of.source)})`)
    .join('; ');

/** "USD 표시 그대로; USDT 1.0003 ~ 1.0004 ± 0.04 %, 환산 경로로 산출 (Coinbase, Kraken)": how every quote became USD. */
export function pictureRates({
  markets,
  rate,
  currency,
}: Pick<DeviationsAnswer, 'markets' | 'rate' | 'currency'>): string {
  if (rate === 'none') return `없음: ${currency} 표시 가격 그대로`;
  return quoteRates(takingPart(markets)).map(quoteRate).join('; ');
}

function quoteRate({ quote, rules, medians, uncertainty, lenders }: QuoteRate): string {
  if (rules.length === 1 && rules[0] === 'usd')
    return quote === 'USD' ? 'USD 표시 그대로' : `${quote} 가격을 USD로 읽음`;
  if (medians === undefined) return `${quote} ${ruleWords('none')}`;
  const [least, most] = [formatPrice(medians.least), formatPrice(medians.most)];
  const spread = uncertainty === null ? ', 불확실성 미상' : ` ${plusMinus(uncertainty)}`;
  const from = lenders.length === 0 ? '' : ` (${venueList(lenders)})`;
  return `${quote} ${least === most ? least : `${least} ~ ${most}`}${spread}, ${listed(rules.map(ruleWords))}${from}`;
}

export const pictureReference = ({
  reference,
  bloc,
  asset,
  minPeers,
}: Pick<DeviationsAnswer, 'reference' | 'bloc' | 'asset' | 'minPeers'>): string =>
  referenceRule(referenceOf(reference), assetEntry(asset as Asset), minPeers, bloc);

export function picturePeers({ reference }: Pick<DeviationsAnswer, 'reference'>, peers: PeerRange | undefined): string {
  if (peers === undefined) return '측정된 분 없음';
  const { least, most } = peers;
  return peersOf(referenceOf(reference), least === most ? String(least) : `${String(least)} ~ ${String(most)}`);
}

function peersOf({ kind }: Reference, counted: string): string {
  switch (kind) {
    case 'others':
    case 'vwm':
      return counted;
    case 'all':
      return `${counted}, 측정 대상 포함`;
    case 'wrapped':
      return `${counted}, 기초 자산`;
    case 'peg':
      return '없음: 페그는 고정됨';
    case 'venue':
      return `${counted}, 기준 거래소`;
  }
}

export const pictureThreshold = ({ enter }: Pick<DeviationsAnswer, 'enter'>): string =>
  `${formatLevel(enter)}. ${formatLevel(enter / 2)} 미만이면 괴리 구간이 끝납니다`;

export const pictureAsOf = (instant: string): string => `${written(instant)} UTC`;

export const pictureTerms = {
  venues: '거래소',
  notes: '참고',
  simulated: '모의',
  reference: '기준',
  rates: '환산율 중앙값',
  peers: '비교 거래소',
  window: '기간',
  method: '산출 방법',
  digest: '다이제스트',
  threshold: '임계값',
  asOf: '기준 시점',
  lastModified: '데이터 최종 변경',
  key: '키',
  address: '주소',
  rest: '전체 내용은 이 주소와 파일 안에 있습니다.',
} as const;

export const pictureSimulated = {
  footer: '모의 가격입니다. 어느 거래소도 공표한 적이 없습니다.',
  band: 'SIMULATED · 어느 거래소도 공표한 적이 없는 가격',
  stamp: 'SIMULATED',
} as const;

/** In the footer of a picture in another language than English. */
export const pictureTranslation = { term: '언어', note: '번역본. 영어 원문이 우선합니다.' } as const;
