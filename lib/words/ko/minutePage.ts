import { code, strong, text, type RichText } from '../richText';
import type { citation as englishCitation } from '../en/minutePage';
import { clock, dayPart } from './numbers';

export const minuteHead = {
  when: (iso: string): RichText => text`, ${dayPart(iso)}, ${strong(`${clock(iso)} UTC`)}`,
  loading: '해당 분을 불러오는 중',
  adjacent: '인접한 분',
  keys: '또는 ← → 키를 사용하십시오',
  step: (sign: 'before' | 'after', when: string): string => `${sign === 'before' ? '이전 분' : '다음 분'}, ${when} UTC`,
  deeper: '더 큰 괴리',
  deeperStep: (sign: 'before' | 'after', when: string): string =>
    `${sign === 'before' ? '괴리가 더 컸던 이전 분' : '괴리가 더 컸던 다음 분'}, ${when} UTC`,
  deepest: '표시된 범위에 괴리가 더 큰 분 없음',
  cite: '인용문 복사',
  cited: '인용문이 복사됨',
  plainText: '텍스트',
  citedAs: (form: string): string => `${form} 형식으로 복사됨`,
  share: '공유',
  picture: '해당 분의 그림',
} as const;

export const minuteDeviations = {
  title: (currency: string): string => `기준 가격 대비 괴리율, ${currency}`,
  lead: '저가는 저가와, 고가는 고가와, 종가는 종가와 비교하므로 시장 전체의 하락은 어느 한 거래소의 괴리로 잡히지 않습니다.',
  label: '거래소별 괴리율',
  venue: '거래소',
  prices: {
    low: ['저가', '기준 저가', '저가 괴리율'],
    high: ['고가', '기준 고가', '고가 괴리율'],
    close: ['종가', '기준 종가', '종가 괴리율'],
  },
  uncertainty: '불확실성',
  uncertaintyHint: '해당 거래소와 다른 거래소들의 환산율로 인한 괴리율의 불확실성',
  weak: '환산율의 근거가 약함',
  outside: '다른 모든 거래소의 범위 밖',
  peers: '다른 거래소',
  dispersion: '산포도',
  within: '범위 내',
  isReference: '기준 거래소',
} as const;

export const minuteCandles = {
  title: '거래소가 공표한 캔들',
  lead: '각 마켓의 표시 통화 가격을 수신한 자릿수 그대로 보여 주고, 환산에 쓴 환산율을 함께 보여 줍니다. 환산율은 5분간 환산 경로의 중앙값이며, 해당 거래소 자신의 경로는 제외합니다.',
  label: '거래소별 원본 캔들',
  heads: {
    venue: '거래소',
    market: '마켓',
    open: '시가',
    high: '고가',
    low: '저가',
    close: '종가',
    baseVolume: '거래량, 기초 통화',
    quoteVolume: '거래대금, 표시 통화',
    trades: '체결 건수',
    rate: (currency: string): string => `${currency} 환산율`,
    rule: '환산율 산출 방식',
    legs: '환산 경로',
    source: '출처',
  },
} as const;

export const surroundings = {
  title: '전후 상황',
  lead: '표시된 분이 이 페이지의 분입니다.',
  hint: '차트에서 다른 분을 선택하면 그 페이지가 열립니다.',
} as const;

export const citation = (
  { name, sentence, method, digest, simulated }: Parameters<typeof englishCitation>[0],
  address: string,
): string =>
  `${simulated ? 'SIMULATED. ' : ''}${sentence} Plumbline, ${name}, 산출 방법 버전 ${String(method)}, ${digest}. ${address}`;

export const otherAssets = {
  title: '같은 분의 다른 자산',
  lead: '해당 분 전후에 괴리율이 진입 임계값 이상이었던 자산입니다. 각각 자신의 기준과 비교하며, 괴리가 큰 순입니다.',
  label: '해당 분의 다른 자산',
  asset: '자산',
  venue: '거래소',
  price: '가격',
  reference: '기준 가격',
  deviation: '괴리율',
  notMeasured: '해당 분에 측정되지 않음',
  loading: '다른 자산을 찾는 중',
  none: (searched: number): string =>
    searched === 0
      ? '해당 분의 데이터가 있는 다른 자산이 없습니다.'
      : `데이터가 있는 다른 자산 ${String(searched)}개 중 진입 임계값에 이른 자산은 없습니다.`,
  all: '해당 분의 모든 괴리 구간',
} as const;

export const invalidMinute = {
  title: '유효한 분을 나타내는 주소가 아닙니다',
  text: text`분을 UTC로 ${code('2025-10-10T21:20Z')}처럼 쓰십시오: 연, 월, 일, 시 00~23, 분 00~59, 그리고 Z. 분 페이지의 주소는 ${code('/ATOM/2025-10-10T21:20Z')}처럼 씁니다.`,
} as const;
