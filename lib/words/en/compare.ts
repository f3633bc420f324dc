import type { ComparisonAnswer, SpreadAnswer, SpreadAt } from '../../api/comparison';
import type { Kind } from '../../domain/market';
import { code, text } from '../richText';
import { pairWords } from './market';
import { clock, dayPart, distance, formatPrice, rawPrice } from './numbers';
import { venueName } from './venues';
import { codeOf } from '../typed';

interface Named {
  readonly venue: string;
  readonly market: string;
  readonly kind: Kind;
  readonly isDisplay: boolean;
}

/** "Binance ATOM/USDT", "OKX ATOM/USDT perpetual", "Binance ATOM/USDT display candles". */
export const comparedName = ({ venue, market, kind, isDisplay }: Named): string =>
  `${venueName(venue)} ${pairWords({ market, kind })}${isDisplay ? ' display candles' : ''}`;

/** At the end of a line: what the first market is compared with. */
export const comparedShort = ({ markets }: ComparisonAnswer, place: number): string => {
  const market = markets[place];
  return market === undefined ? '' : `to ${comparedName(market)}`;
};

export const compareWords = {
  title: 'Compare markets',
  lead: 'Any markets that are stored, the first against each of the others: spot against perpetual, mark or index, one venue against another, candles against display candles.',
  nothingStored: (market: Named | ''): string =>
    `no candles of ${market === '' ? 'any market' : comparedName(market)} are stored for this window; bring them in with ${codeOf('ingest')}`,
} as const;

export const compareForm = {
  markets: 'Markets, the first against the others',
  example: 'binance:ATOM/USDT, okx:ATOM/USDT:perp',
  wrong: 'compare-wrong',
  /** "Binance ATOM/USDT against OKX ATOM/USDT". */
  tryThis: (first: Named, other: Named): string => `${comparedName(first)} against ${comparedName(other)}`,
  /** Why these two. */
  why: {
    deepest: 'Begin with the market of the deepest episode in this window, against the closest one of another venue:',
    usual: 'Begin with two stored markets of the same asset:',
  },
  howTo: text`Write a market as ${code('VENUE:BASE/QUOTE')}, and after another colon ${code('perp')}, ${code('mark')}, ${code('index')}, or ${code('ui')} for display candles; two to six, with commas between.`,
} as const;

export const spreadChartWords = {
  title: 'Spread',
  axis: 'Closes bold, lows warm, highs cool',
  description: (finding: string): string => `Spread over time. ${finding}`,
} as const;

const sideOf = ({ ratio }: SpreadAt): string => (ratio < 0 ? 'below' : 'above');

/** The further of the two sides; null: neither. */
export const furthestOf = ({ below, above }: SpreadAnswer['close']): SpreadAt | null =>
  below === null || (above !== null && above.ratio > -below.ratio) ? above : below;

/**
 * The finding: where the first market was furthest from another, by closes or by lows, whichever is further; then the other of the two. Highs stand in
 * the table.
 */
export function comparisonSentence(answer: ComparisonAnswer): string {
  const [a] = answer.markets;
  if (a === undefined) return '';
  const name = comparedName(a);
  const others = answer.markets.slice(1).map(comparedName).join(', ');
  if (answer.spreads.every(({ compared }) => compared === 0))
    return `${name} has no minute in common with ${others} in this window.`;
  const close = furthestAmong(answer, 'close');
  const low = furthestAmong(answer, 'low');
  if (close === undefined && low === undefined)
    return `${name} closed exactly at ${others} in every minute that can be compared.`;
  const [first, second] = size(low) > size(close) ? [low, close] : [close, low];
  if (first === undefined) return '';
  const main = `${name} ${first.field === 'low' ? 'traded as low as' : 'closed as far as'} ${distance(first.at.ratio)} ${sideOf(first.at)} ${first.other}${first.field === 'low' ? '’s low' : ''}, on ${dayPart(first.at.minute)} at ${clock(first.at.minute)} UTC: ${pricesOf(answer, first.at)}.`;
  return second === undefined
    ? main
    : `${main} ${second.field === 'low' ? 'Lows' : 'Closes'} were at most ${distance(second.at.ratio)} ${second.other === first.other ? 'apart' : `from ${second.other}’s`}, ${dayPart(second.at.minute) === dayPart(first.at.minute) ? '' : `on ${dayPart(second.at.minute)} `}at ${clock(second.at.minute)} UTC: ${pricesOf(answer, second.at)}.`;
}

interface Furthest {
  readonly field: 'close' | 'low';
  readonly at: SpreadAt;
  readonly other: string;
}

const size = (one: Furthest | undefined): number => (one === undefined ? -1 : Math.abs(one.at.ratio));

/** Of all the markets the first is compared with. */
function furthestAmong({ spreads, markets }: ComparisonAnswer, field: Furthest['field']): Furthest | undefined {
  return spreads
    .flatMap((spread): Furthest[] => {
      const at = furthestOf(spread[field]);
      const other = markets[spread.place];
      return at === null || other === undefined ? [] : [{ field, at, other: comparedName(other) }];
    })
    .sort((x, y) => size(y) - size(x))[0];
}

/** "1.182 against 1.864 USDT": as published where nothing is converted. */
export const pricesOf = ({ currency, isConverted }: ComparisonAnswer, { a, b }: SpreadAt): string => {
  const price = isConverted ? formatPrice : rawPrice;
  return `${price(a)} against ${price(b)} ${currency}`;
};

/** What is compared, and in which currency. */
export const comparedIn = ({ currency, isConverted, markets }: ComparisonAnswer): string =>
  isConverted
    ? `Quotes differ, so every price is converted to ${currency} minute by minute, each by the median of its venue’s legs. Spread: first ÷ other − 1, close against close, low against low, high against high. A minute that either lacks stays a hole.`
    : `${markets.length === 2 ? 'Both' : `All ${String(markets.length)}`} are quoted in ${currency}: prices as published, nothing converted. Spread: first ÷ other − 1, close against close, low against low, high against high. A minute that either lacks stays a hole.`;

export const spreadTable = {
  title: 'Spreads',
  label: 'Spreads by market',
  market: 'Against',
  below: 'Close\nfurthest below',
  belowAt: 'Below at, UTC',
  belowPrices: 'Prices',
  above: 'Close\nfurthest above',
  aboveAt: 'Above at, UTC',
  median: 'Median distance',
  low: 'Furthest low',
  lowAt: 'Low at, UTC',
  high: 'Furthest high',
  highAt: 'High at, UTC',
  compared: 'Minutes compared',
  missing: 'Minutes without',
  never: 'never',
  none: 'no minute',
} as const;

export const comparedTable = {
  title: 'What is compared',
  label: 'Markets compared',
  market: 'Market',
  source: 'Source',
  priced: 'Minutes\npriced',
  rate: (currency: string): string => `Rate\nto ${currency}`,
  rateHint: 'In the minute of the furthest close',
  rule: 'Rate rule',
  notConverted: 'not converted',
} as const;
