import type { Asset, Market } from '../domain/market';

/** The quotes whose books are compared: US dollars, and the two stablecoins every venue quotes in. */
const QUOTES = ['USDT', 'USD', 'USDC'] as const;

const asset = (code: string): Asset => code as Asset;

/** The liquid bases whose crosses give the rate of a quote in USD (method, section 2, rule 2). */
const CROSS_BASES: readonly Asset[] = [asset('BTC'), asset('ETH')];
/** The direct pairs that give it where no cross can (rule 3). */
const DIRECT: readonly Asset[] = [asset('USDT'), asset('USDC')];

/**
 * Of the markets a venue lists, those that an analysis of the assets needs: every asset in each quote, in the order asked,
 * then what the rates need and was not yet named.
 */
export function marketsFor(assets: readonly Asset[], listed: readonly Market[]): readonly Market[] {
  const spot = listed.filter((market) => market.kind === 'spot');
  const booksOf = (base: Asset, quotes: readonly string[]): readonly Market[] =>
    quotes.flatMap((quote) => spot.filter((market) => market.base === base && market.quote === quote));
  const needed = [
    ...assets.flatMap((base) => booksOf(base, QUOTES)),
    ...CROSS_BASES.flatMap((base) => booksOf(base, QUOTES)),
    ...DIRECT.flatMap((base) => booksOf(base, ['USD'])),
  ];
  return [...new Set(needed)];
}
