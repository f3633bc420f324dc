import type { Market } from '../../../domain/market';

/** "Known: Coinbase X/USDC ≡ X/USD": the second name, and the book it is. */
const SECOND_NAMES = [{ venue: 'coinbase', quote: 'USDC', is: 'USD' }] as const;

/** The quote of the book that a market is a second name of, stored or not. */
function firstQuoteOf({ venue, base, quote, kind }: Market): string | undefined {
  if (kind !== 'spot') return undefined;
  return SECOND_NAMES.find((row) => row.venue === venue && row.quote === quote && row.is !== base)?.is;
}

/** The stored market whose second name this one is. */
export function bookBehind(market: Market, stored: readonly Market[]): Market | undefined {
  const quote = firstQuoteOf(market);
  return stored.find(
    (one) => one.venue === market.venue && one.base === market.base && one.kind === market.kind && one.quote === quote,
  );
}

/** "Where X/USD is not held, X/USDC is read as X/USD under its other name." */
export function quoteRead(market: Market, stored: readonly Market[]): string {
  const quote = firstQuoteOf(market);
  return quote === undefined || bookBehind(market, stored) !== undefined ? market.quote : quote;
}
