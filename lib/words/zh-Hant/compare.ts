import type { ComparisonAnswer, SpreadAt } from '../../api/comparison';
import type * as en from '../en/compare';
import { furthestOf } from '../en/compare';
import { han } from '../han';
import { code, text } from '../richText';
import { pairWords } from './market';
import { clock, dayPart, distance, formatPrice, rawPrice } from './numbers';
import { venueName } from './venues';
import { codeOf } from '../typed';

export { furthestOf };

type Named = Parameters<typeof en.comparedName>[0];

export const comparedName = ({ venue, market, kind, isDisplay }: Named): string =>
  `${venueName(venue)} ${pairWords({ market, kind })}${isDisplay ? ' 顯示用 K 線' : ''}`;

export const comparedShort = ({ markets }: ComparisonAnswer, place: number): string => {
  const market = markets[place];
  return market === undefined ? '' : han`對${comparedName(market)}`;
};

export const compareWords = {
  title: '比較市場',
  lead: '任何已儲存的市場都可比較，以第一個市場分別對照其他各個市場：現貨對永續合約、標記價格或指數，一家交易所對另一家，K 線對顯示用 K 線。',
  nothingStored: (market: Named | ''): string =>
    han`此時間範圍內沒有儲存${market === '' ? '任何市場' : comparedName(market)}的 K 線；請以 ${codeOf('ingest')} 取得`,
} as const;

export const compareForm = {
  markets: '市場，以第一個對照其他各個',
  example: 'binance:ATOM/USDT, okx:ATOM/USDT:perp',
  wrong: 'compare-wrong',
  tryThis: (first: Named, other: Named): string => han`${comparedName(first)}對${comparedName(other)}`,
  why: {
    deepest: '可從此時間範圍內最深的偏離時段所在的市場開始，對照另一家交易所中與之最接近的市場：',
    usual: '可從同一資產的 2 個已儲存市場開始：',
  },
  howTo: text`市場寫作 ${code('VENUE:BASE/QUOTE')}，其後可再加一個冒號與 ${code('perp')}、${code('mark')}、${code('index')}，或以 ${code('ui')} 表示顯示用 K 線；填寫 2 至 6 個，以逗號分隔。`,
} as const;

export const spreadChartWords = {
  title: '價差',
  axis: '收盤價與文字同色，最低價為暖色，最高價為冷色',
  description: (finding: string): string => `價差隨時間的變化。${finding}`,
} as const;

const sideOf = ({ ratio }: SpreadAt): string => (ratio < 0 ? '低' : '高');

export function comparisonSentence(answer: ComparisonAnswer): string {
  const [a] = answer.markets;
  if (a === undefined) return '';
  const name = comparedName(a);
  const others = answer.markets.slice(1).map(comparedName).join('、');
  if (answer.spreads.every(({ compared }) => compared === 0))
    return han`在此時間範圍內，${name}與${others}沒有共同的分鐘。`;
  const close = furthestAmong(answer, 'close');
  const low = furthestAmong(answer, 'low');
  if (close === undefined && low === undefined) return han`在可比較的每一分鐘，${name}的收盤價均與${others}完全相同。`;
  const [first, second] = size(low) > size(close) ? [low, close] : [close, low];
  if (first === undefined) return '';
  const field = FIELDS[first.field];
  const main = han`${name}的${field}最多比${first.other}的${field}${sideOf(first.at)}${distance(first.at.ratio)}，在 ${dayPart(first.at.minute)} ${clock(first.at.minute)} UTC：${pricesOf(answer, first.at)}。`;
  return second === undefined
    ? main
    : han`${main}${second.other === first.other ? '' : `與${second.other}的`}${FIELDS[second.field]}最多相差${distance(second.at.ratio)}，在 ${dayPart(second.at.minute) === dayPart(first.at.minute) ? '' : `${dayPart(second.at.minute)} `}${clock(second.at.minute)} UTC：${pricesOf(answer, second.at)}。`;
}

const FIELDS = { close: '收盤價', low: '最低價' } as const;

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
  return `${price(a)} 對 ${price(b)} ${currency}`;
};

const RULE = '價差：第一個 ÷ 另一個 − 1，收盤價對收盤價，最低價對最低價，最高價對最高價。任一方缺少的分鐘保持空缺。';

export const comparedIn = ({ currency, isConverted, markets }: ComparisonAnswer): string =>
  isConverted
    ? `計價貨幣不同，因此每個價格均按所屬交易所換算路徑的中位數，逐分鐘換算為 ${currency}。${RULE}`
    : `${markets.length === 2 ? '兩者' : `全部 ${String(markets.length)} 個`}均以 ${currency} 計價：採用公布的價格，不作換算。${RULE}`;

export const spreadTable = {
  title: '價差',
  label: '各市場的價差',
  market: '對照市場',
  below: '收盤價\n最大負價差',
  belowAt: '負價差時間，UTC',
  belowPrices: '價格',
  above: '收盤價\n最大正價差',
  aboveAt: '正價差時間，UTC',
  median: '差距中位數',
  low: '最低價最大價差',
  lowAt: '最低價時間，UTC',
  high: '最高價最大價差',
  highAt: '最高價時間，UTC',
  compared: '已比較的分鐘數',
  missing: '缺少的分鐘數',
  never: '從未',
  none: '沒有任何分鐘',
} as const;

export const comparedTable = {
  title: '比較的市場',
  label: '比較的市場',
  market: '市場',
  source: '來源',
  priced: '有價格的\n分鐘數',
  rate: (currency: string): string => `換算為 ${currency}\n的匯率`,
  rateHint: '收盤價差距最大的那一分鐘',
  rule: '匯率規則',
  notConverted: '未換算',
} as const;
