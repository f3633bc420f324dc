import { isUsdStable } from '../../domain/asset';
import type { RateRule } from '../types';
import { known, middle } from './arithmetic';
import type { Book } from './books';

/** USD per unit of a quote in one minute, and the rule it came by. */
export interface Usd {
  readonly rate: number | undefined;
  readonly rule: RateRule;
}

/** The closes of base/quote over all venues that traded it in the minute. */
const closes = (books: readonly Book[], base: string, quote: string, at: number): readonly number[] =>
  known(books.filter(({ market }) => market.base === base && market.quote === quote && market.kind === 'spot').map(({ bars }) => bars.get(at)?.close));

/** BTC's or ETH's way from the quote to USD; at least two venues on each leg. */
function oneCross(books: readonly Book[], base: string, quote: string, at: number): number | undefined {
  const dollars = closes(books, base, 'USD', at);
  const quoted = closes(books, base, quote, at);
  if (dollars.length < 2 || quoted.length < 2) return undefined;
  const [above, below] = [middle(dollars), middle(quoted)];
  return above === undefined || below === undefined ? undefined : above / below;
}

const cross = (books: readonly Book[], quote: string, at: number): number | undefined =>
  middle(known([oneCross(books, 'BTC', quote, at), oneCross(books, 'ETH', quote, at)]));

/** Method, section 2, rule by rule. */
export function usdOf(books: readonly Book[], quote: string, at: number): Usd {
  if (quote === 'USD') return { rate: 1, rule: 'usd' };
  if (cross(books, quote, at) !== undefined) {
    return { rate: middle(known([-2, -1, 0, 1, 2].map((away) => cross(books, quote, at + away)))), rule: 'cross' };
  }
  const direct = middle(closes(books, quote, 'USD', at));
  if (direct !== undefined) return { rate: direct, rule: 'direct' };
  if (isUsdStable(quote)) return { rate: 1, rule: 'parity' };
  return { rate: undefined, rule: 'none' };
}
