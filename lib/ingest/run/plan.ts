import type { Asset, Kind, Market, Venue } from '../../domain/market';
import { VENUES } from '../venues/table';
import { LEG_BASES, QUOTE_ORDER } from '../../domain/method';

/** The quotes whose books are compared: the usual ones, and the further ones of a venue's own. */
export const comparedQuotes = (quotes: readonly string[] = []): readonly string[] => [...QUOTE_ORDER, ...quotes];

const asset = (code: string): Asset => code as Asset;

/** The direct pairs that give it where no cross can (rule 3). */
const DIRECT: readonly Asset[] = [asset('USDT'), asset('USDC')];

/**
 * Of the markets a venue lists, those that an analysis of the assets needs. Spot: every asset in each quote, in the order
 * asked, then what the rates need and was not yet named; a further quote of the venue's own (KRW) brings BTC, ETH and USDT in it.
 * Contracts, mark and index prices: of the assets alone, in the same quotes.
 */
export function marketsFor(
  assets: readonly Asset[],
  listed: readonly Market[],
  kinds: readonly Kind[] = ['spot'],
  quotes: readonly string[] = [],
): readonly Market[] {
  const compared = comparedQuotes(quotes);
  const booksOf = (kind: Kind, base: string, of: readonly string[]): readonly Market[] =>
    of.flatMap((quote) =>
      listed.filter((market) => market.kind === kind && market.base === base && market.quote === quote),
    );
  const ofAssets = (kind: Kind): readonly Market[] => assets.flatMap((base) => booksOf(kind, base, compared));
  const rates = [
    ...LEG_BASES.flatMap((base) => booksOf('spot', base, compared)),
    ...DIRECT.flatMap((base) => booksOf('spot', base, ['USD'])),
    ...booksOf('spot', asset('USDT'), quotes),
  ];
  return [...new Set(kinds.flatMap((kind) => (kind === 'spot' ? [...ofAssets(kind), ...rates] : ofAssets(kind))))];
}

/** Whether a venue has any market of the kinds: one without a spot book has nothing to say to a request for spot alone. */
export const offersKinds = (venue: Venue, kinds: readonly Kind[]): boolean => {
  const facts = VENUES.get(venue);
  return (
    facts === undefined ||
    kinds.some((kind) => (kind === 'spot' ? facts.noSpot !== true : facts.kinds?.[kind] !== undefined))
  );
};
