import { isUsdStable } from '../../domain/asset';
import type { RateRule } from '../types';
import { known, middle } from './arithmetic';
import type { Book } from './books';

/** USD per unit of a quote in one minute, and the rule it came by. */
export interface Usd {
  readonly rate: number | undefined;
  readonly rule: RateRule;
}

/** Of each minute the closes of base/quote over all venues that traded it. */
function closesOf(books: readonly Book[], base: string, quote: string): (at: number) => readonly number[] {
  const leg = books.filter(({ market }) => market.base === base && market.quote === quote && market.kind === 'spot');
  return (at) => known(leg.map(({ bars }) => bars.get(at)?.close));
}

/** BTC's or ETH's way from the quote to USD; at least two venues on each leg. */
function oneCross(books: readonly Book[], base: string, quote: string): (at: number) => number | undefined {
  const [dollarsAt, quotedAt] = [closesOf(books, base, 'USD'), closesOf(books, base, quote)];
  return (at) => {
    const [dollars, quoted] = [dollarsAt(at), quotedAt(at)];
    if (dollars.length < 2 || quoted.length < 2) return undefined;
    const [above, below] = [middle(dollars), middle(quoted)];
    return above === undefined || below === undefined ? undefined : above / below;
  };
}

/** The same answer, remembered by minute. */
function remembered<T>(answer: (at: number) => T): (at: number) => T {
  const said = new Map<number, { readonly answer: T }>();
  return (at) => {
    const held = said.get(at) ?? { answer: answer(at) };
    said.set(at, held);
    return held.answer;
  };
}

/** Method, section 2, rule by rule. */
export function usdOf(books: readonly Book[], quote: string): (at: number) => Usd {
  if (quote === 'USD') return () => ({ rate: 1, rule: 'usd' });
  const crosses = (['BTC', 'ETH'] as const).map((base) => oneCross(books, base, quote));
  const cross = remembered((at) => middle(known(crosses.map((one) => one(at)))));
  const direct = closesOf(books, quote, 'USD');
  return remembered((at): Usd => {
    if (cross(at) !== undefined)
      return { rate: middle(known([-2, -1, 0, 1, 2].map((away) => cross(at + away)))), rule: 'cross' };
    const paid = middle(direct(at));
    if (paid !== undefined) return { rate: paid, rule: 'direct' };
    return isUsdStable(quote) ? { rate: 1, rule: 'parity' } : { rate: undefined, rule: 'none' };
  });
}
