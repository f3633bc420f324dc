/**
 * Which books an ingest and a follow ask a venue for beside an asset's own: those its rates are made of (method, section 2).
 * The rate of any quote is measured on BTC and ETH in it, in USD, and on the quote against USD itself.
 */

/** A venue's own quotes (KRW) come beside these. */
export const ASKED_QUOTES = ['USD', 'USDT', 'USDC', 'FDUSD', 'EUR'] as const;

/** Those in which few venues have a large book: their rates rest on those few, and an ingest asks for them last. */
export const FURTHER_QUOTES: readonly string[] = ['FDUSD', 'EUR'];

/** Stablecoins also asked for against EUR and a venue's own currency: no leg of any rate, but what a reader holds it against. */
export const PRICED_STABLES = ['USDT', 'USDC'] as const;
