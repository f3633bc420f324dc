import type { ComparisonAnswer, SpreadAt } from '../../api/comparison';
import type { Kind } from '../../domain/market';
import { code, text } from '../richText';
import { furthestOf } from '../en/compare';
import { pairWords } from './market';
import { clock, dayPart, distance, formatPrice, rawPrice } from './numbers';
import { venueName } from './venues';
import { codeOf } from '../typed';

export { furthestOf };

interface Named {
  readonly venue: string;
  readonly market: string;
  readonly kind: Kind;
  readonly isDisplay: boolean;
}

export const comparedName = ({ venue, market, kind, isDisplay }: Named): string =>
  `${venueName(venue)} ${pairWords({ market, kind })}${isDisplay ? ' 화면 표시용 캔들' : ''}`;

export const comparedShort = ({ markets }: ComparisonAnswer, place: number): string => {
  const market = markets[place];
  return market === undefined ? '' : `${comparedName(market)} 대비`;
};

export const compareWords = {
  title: '마켓 비교',
  lead: '저장된 마켓이면 무엇이든 첫째 마켓을 나머지 각각과 비교합니다. 현물과 무기한 선물·마크 가격·지수, 한 거래소와 다른 거래소, 캔들과 화면 표시용 캔들을 비교할 수 있습니다.',
  nothingStored: (market: Named | ''): string =>
    `이 기간에 저장된 ${market === '' ? '캔들이 어느 마켓에도' : `${comparedName(market)} 캔들이`} 없습니다; ${codeOf('ingest')} 명령으로 가져오십시오`,
} as const;

export const compareForm = {
  markets: '마켓, 첫째를 나머지와 비교',
  example: 'binance:ATOM/USDT, okx:ATOM/USDT:perp',
  wrong: 'compare-wrong',
  tryThis: (first: Named, other: Named): string => `${comparedName(first)} 대 ${comparedName(other)}`,
  why: {
    deepest: '이 기간에서 괴리 폭이 가장 큰 마켓과, 이에 가장 가까운 다른 거래소의 마켓부터 비교하십시오:',
    usual: '같은 자산의 저장된 마켓 2개부터 비교하십시오:',
  },
  howTo: text`마켓은 ${code('VENUE:BASE/QUOTE')} 형식으로 적습니다. 그 뒤에 콜론을 찍고 ${code('perp')}, ${code('mark')}, ${code('index')} 또는 화면 표시용 캔들을 뜻하는 ${code('ui')} 중 하나를 붙일 수 있습니다. 2~6개를 쉼표로 구분합니다.`,
} as const;

export const spreadChartWords = {
  title: '스프레드',
  axis: '종가는 글자와 같은 색, 저가는 따뜻한 색, 고가는 차가운 색',
  description: (finding: string): string => `시간에 따른 스프레드. ${finding}`,
} as const;

const sideOf = ({ ratio }: SpreadAt): string => (ratio < 0 ? '낮았습니다' : '높았습니다');

const FIELDS = { close: '종가', low: '저가' } as const;

export function comparisonSentence(answer: ComparisonAnswer): string {
  const [a] = answer.markets;
  if (a === undefined) return '';
  const name = comparedName(a);
  const others = answer.markets.slice(1).map(comparedName).join(', ');
  if (answer.spreads.every(({ compared }) => compared === 0))
    return `${name}: 이 기간에 ${others}에도 가격이 있는 분이 없습니다.`;
  const close = furthestAmong(answer, 'close');
  const low = furthestAmong(answer, 'low');
  if (close === undefined && low === undefined)
    return `${name}: 비교할 수 있는 모든 분에서 종가가 ${others}의 종가와 정확히 같았습니다.`;
  const [first, second] = size(low) > size(close) ? [low, close] : [close, low];
  if (first === undefined) return '';
  const main = `${name}의 ${FIELDS[first.field]}는 ${dayPart(first.at.minute)} ${clock(first.at.minute)} UTC에 ${first.other}의 ${FIELDS[first.field]}보다 최대 ${distance(first.at.ratio)} ${sideOf(first.at)}: ${pricesOf(answer, first.at)}.`;
  return second === undefined
    ? main
    : `${main} ${FIELDS[second.field]}는 ${dayPart(second.at.minute) === dayPart(first.at.minute) ? '' : `${dayPart(second.at.minute)} `}${clock(second.at.minute)} UTC에 최대 ${distance(second.at.ratio)} 차이가 났습니다${second.other === first.other ? '' : ` (${second.other})`}: ${pricesOf(answer, second.at)}.`;
}

interface Furthest {
  readonly field: 'close' | 'low';
  readonly at: SpreadAt;
  readonly other: string;
}

const size = (one: Furthest | undefined): number => (one === undefined ? -1 : Math.abs(one.at.ratio));

function furthestAmong({ spreads, markets }: ComparisonAnswer, field: Furthest['field']): Furthest | undefined {
  return spreads
    .flatMap((spread): Furthest[] => {
      const at = furthestOf(spread[field]);
      const other = markets[spread.place];
      return at === null || other === undefined ? [] : [{ field, at, other: comparedName(other) }];
    })
    .sort((x, y) => size(y) - size(x))[0];
}

export const pricesOf = ({ currency, isConverted }: ComparisonAnswer, { a, b }: SpreadAt): string => {
  const price = isConverted ? formatPrice : rawPrice;
  return `${price(a)} 대 ${price(b)} ${currency}`;
};

const SPREAD =
  '스프레드: 첫째 ÷ 상대 − 1, 종가는 종가와, 저가는 저가와, 고가는 고가와 비교. 어느 한쪽에 값이 없는 분은 빈 채로 둡니다.';

export const comparedIn = ({ currency, isConverted, markets }: ComparisonAnswer): string =>
  isConverted
    ? `표시 통화가 서로 달라 모든 가격을 분 단위로 ${currency} 가격으로 환산하며, 각 거래소의 환산 경로 중앙값을 씁니다. ${SPREAD}`
    : `${markets.length === 2 ? '두 마켓' : `${String(markets.length)}개 마켓`} 모두 표시 통화가 ${currency}이므로 공표된 가격 그대로이며 환산하지 않았습니다. ${SPREAD}`;

export const spreadTable = {
  title: '스프레드',
  label: '마켓별 스프레드',
  market: '비교 상대',
  below: '종가가\n가장 낮을 때',
  belowAt: '가장 낮은 시각, UTC',
  belowPrices: '가격',
  above: '종가가\n가장 높을 때',
  aboveAt: '가장 높은 시각, UTC',
  median: '차이의 중앙값',
  low: '저가의 최대 차이',
  lowAt: '저가 시각, UTC',
  high: '고가의 최대 차이',
  highAt: '고가 시각, UTC',
  compared: '비교한 분',
  missing: '값이 없는 분',
  never: '없음',
  none: '해당하는 분 없음',
} as const;

export const comparedTable = {
  title: '비교 대상',
  label: '비교한 마켓',
  market: '마켓',
  source: '출처',
  priced: '가격이\n있는 분',
  rate: (currency: string): string => `${currency}\n환산율`,
  rateHint: '종가 차이가 가장 큰 분의 값',
  rule: '환산 규칙',
  notConverted: '환산하지 않음',
} as const;
