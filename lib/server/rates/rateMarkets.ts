import type { RatePair } from '../../analysis/rates/legs';
import { quotesOf } from '../../domain/aliasBooks';
import { grouped } from '../../domain/grouped';
import type { Market } from '../../domain/market';
import { isLegBase } from '../../domain/method';
import type { Wanted } from '../../store/days/candles';

/**
 * The stored books on which the rates of `quotes` rest (method, section 2): every spot book of BTC and ETH, whatever its quote, since
 * each has a say in which of them is a namesake; and the spot pairs of USD with any quote of those books or of `quotes`.
 */
export function rateMarketsOf<W extends Wanted>(stored: readonly W[], quotes: readonly string[]): readonly W[] {
  const spot = stored.filter(({ market }) => market.kind === 'spot');
  const priced = new Set<string>([
    ...quotes,
    ...spot.filter(({ market }) => isLegBase(market.base)).map(({ market }) => market.quote),
  ]);
  return spot.filter(({ market }) => lendsLegs(market, priced));
}

/** Whether a market may lend a leg to any of the quotes, or has a say in who does. */
export const lendsLegs = (
  { base, quote, kind }: Pick<Market, 'base' | 'quote' | 'kind'>,
  quotes: ReadonlySet<string>,
): boolean =>
  kind === 'spot' &&
  (isLegBase(base) || (quote === 'USD' && quotes.has(base)) || (base === 'USD' && quotes.has(quote)));

/** The same of every quote that any stored market has: one list for every asset. */
export const allRateMarketsOf = <W extends Wanted>(stored: readonly W[]): readonly W[] =>
  rateMarketsOf(
    stored,
    stored.map(({ market }) => market.quote),
  );

/** The pairs whose rates may be asked for while these markets are measured, each once. */
export const ratePairsOf = (markets: readonly Pick<Wanted, 'market'>[]): readonly RatePair[] => {
  const all = markets.flatMap(({ market }) => quotesOf(market).map((quote) => ({ quote, venue: market.venue })));
  const each = grouped(
    all.filter(({ quote }) => quote !== 'USD'),
    ({ quote, venue }) => `${quote} ${venue}`,
  );
  return [...each.values()].flatMap(([first]) => first ?? []);
};
