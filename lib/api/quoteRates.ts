import { ascending } from '../domain/ascending';
import { grouped } from '../domain/grouped';
import { quoteRank } from '../domain/method';
import { RATE_RULES } from '../domain/rate';
import type { AnalysedMarket } from './deviations';
import type { RateRule } from './hole';

/** How the books of one quote became USD, over the markets of an analysis. */
export interface QuoteRate {
  readonly quote: string;
  /** The rules that made it, commonest first; `none` is not among them. */
  readonly rules: readonly RateRule[];
  /** The least and the most of the markets' median rates; undefined: no market had a rate. */
  readonly medians: { readonly least: number; readonly most: number } | undefined;
  /** The largest of the markets with a rate, relative; null: that of one is unknown, or none has a rate. */
  readonly uncertainty: number | null;
  /** The venues that lent legs, by id. */
  readonly lenders: readonly string[];
}

/** One for each quote, those of the method's order first. */
export const quoteRates = (markets: readonly AnalysedMarket[]): readonly QuoteRate[] =>
  [...grouped(markets, quoteOf)]
    .sort(([a], [b]) => quoteRank(a) - quoteRank(b) || ascending(a, b))
    .map(([quote, own]) => quoteRate(quote, own));

const quoteOf = ({ market }: AnalysedMarket): string => market.slice(market.indexOf('/') + 1);

function quoteRate(quote: string, markets: readonly AnalysedMarket[]): QuoteRate {
  const rated = markets.flatMap(({ rate: { median, uncertainty } }) =>
    median === null ? [] : [{ median, uncertainty }],
  );
  const medians = rated.map(({ median }) => median);
  return {
    quote,
    rules: rulesOf(markets),
    medians: medians.length === 0 ? undefined : { least: Math.min(...medians), most: Math.max(...medians) },
    uncertainty: rated.reduce<number | null>(larger, rated.length === 0 ? null : 0),
    lenders: [...new Set(markets.flatMap(({ rate }) => rate.venues))].sort(ascending),
  };
}

const larger = (a: number | null, { uncertainty: b }: { readonly uncertainty: number | null }): number | null =>
  a === null || b === null ? null : Math.max(a, b);

function rulesOf(markets: readonly AnalysedMarket[]): readonly RateRule[] {
  const minutesOf = (rule: RateRule): number => markets.reduce((sum, { rate }) => sum + rate.minutes[rule], 0);
  return RATE_RULES.filter((rule) => rule !== 'none' && minutesOf(rule) > 0).sort(
    (a, b) => minutesOf(b) - minutesOf(a),
  );
}
