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
  `${venueName(venue)} ${pairWords({ market, kind })}${isDisplay ? ' 显示用 K 线' : ''}`;

export const comparedShort = ({ markets }: ComparisonAnswer, place: number): string => {
  const market = markets[place];
  return market === undefined ? '' : han`对${comparedName(market)}`;
};

export const compareWords = {
  title: '比较市场',
  lead: '任何已存储的市场都可比较，以第一个市场分别对照其他各个市场：现货对永续合约、标记价格或指数，一家交易所对另一家，K 线对显示用 K 线。',
  nothingStored: (market: Named | ''): string =>
    han`此时间范围内没有存储${market === '' ? '任何市场' : comparedName(market)}的 K 线；请以 ${codeOf('ingest')} 获取`,
} as const;

export const compareForm = {
  markets: '市场，以第一个对照其他各个',
  example: 'binance:ATOM/USDT, okx:ATOM/USDT:perp',
  wrong: 'compare-wrong',
  tryThis: (first: Named, other: Named): string => han`${comparedName(first)}对${comparedName(other)}`,
  why: {
    deepest: '可从此时间范围内最深的偏离时段所在的市场开始，对照另一家交易所中与之最接近的市场：',
    usual: '可从同一资产的 2 个已存储市场开始：',
  },
  howTo: text`市场写作 ${code('VENUE:BASE/QUOTE')}，其后可再加一个冒号与 ${code('perp')}、${code('mark')}、${code('index')}，或以 ${code('ui')} 表示显示用 K 线；填写 2 至 6 个，以逗号分隔。`,
} as const;

export const spreadChartWords = {
  title: '价差',
  axis: '收盘价与文字同色，最低价为暖色，最高价为冷色',
  description: (finding: string): string => `价差随时间的变化。${finding}`,
} as const;

const sideOf = ({ ratio }: SpreadAt): string => (ratio < 0 ? '低' : '高');

export function comparisonSentence(answer: ComparisonAnswer): string {
  const [a] = answer.markets;
  if (a === undefined) return '';
  const name = comparedName(a);
  const others = answer.markets.slice(1).map(comparedName).join('、');
  if (answer.spreads.every(({ compared }) => compared === 0))
    return han`在此时间范围内，${name}与${others}没有共同的分钟。`;
  const close = furthestAmong(answer, 'close');
  const low = furthestAmong(answer, 'low');
  if (close === undefined && low === undefined) return han`在可比较的每一分钟，${name}的收盘价均与${others}完全相同。`;
  const [first, second] = size(low) > size(close) ? [low, close] : [close, low];
  if (first === undefined) return '';
  const field = FIELDS[first.field];
  const main = han`${name}的${field}最多比${first.other}的${field}${sideOf(first.at)}${distance(first.at.ratio)}，在 ${dayPart(first.at.minute)} ${clock(first.at.minute)} UTC：${pricesOf(answer, first.at)}。`;
  return second === undefined
    ? main
    : han`${main}${second.other === first.other ? '' : `与${second.other}的`}${FIELDS[second.field]}最多相差${distance(second.at.ratio)}，在 ${dayPart(second.at.minute) === dayPart(first.at.minute) ? '' : `${dayPart(second.at.minute)} `}${clock(second.at.minute)} UTC：${pricesOf(answer, second.at)}。`;
}

const FIELDS = { close: '收盘价', low: '最低价' } as const;

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
  return `${price(a)} 对 ${price(b)} ${currency}`;
};

const RULE = '价差：第一个 ÷ 另一个 − 1，收盘价对收盘价，最低价对最低价，最高价对最高价。任一方缺少的分钟保持空缺。';

export const comparedIn = ({ currency, isConverted, markets }: ComparisonAnswer): string =>
  isConverted
    ? `计价货币不同，因此每个价格均按所属交易所换算路径的中位数，逐分钟换算为 ${currency}。${RULE}`
    : `${markets.length === 2 ? '两者' : `全部 ${String(markets.length)} 个`}均以 ${currency} 计价：采用公布的价格，不作换算。${RULE}`;

export const spreadTable = {
  title: '价差',
  label: '各市场的价差',
  market: '对照市场',
  below: '收盘价\n最大负价差',
  belowAt: '负价差时间，UTC',
  belowPrices: '价格',
  above: '收盘价\n最大正价差',
  aboveAt: '正价差时间，UTC',
  median: '差距中位数',
  low: '最低价最大价差',
  lowAt: '最低价时间，UTC',
  high: '最高价最大价差',
  highAt: '最高价时间，UTC',
  compared: '已比较的分钟数',
  missing: '缺少的分钟数',
  never: '从未',
  none: '没有任何分钟',
} as const;

export const comparedTable = {
  title: '比较的市场',
  label: '比较的市场',
  market: '市场',
  source: '来源',
  priced: '有价格的\n分钟数',
  rate: (currency: string): string => `换算为 ${currency}\n的汇率`,
  rateHint: '收盘价差距最大的那一分钟',
  rule: '汇率规则',
  notConverted: '未换算',
} as const;
