import { assetEntry } from '../../domain/asset';
import { ASKED_QUOTES, FURTHER_QUOTES, PRICED_STABLES } from '../../domain/askedBooks';
import type { Asset, Kind, Market, Venue } from '../../domain/market';
import { LEG_BASES } from '../../domain/method';
import { VENUES } from '../venues/table';

/** The quotes whose books are asked for: the usual ones, and the further ones of a venue's own. */
export const comparedQuotes = (own: readonly string[] = []): readonly string[] => [...ASKED_QUOTES, ...own];

const FIRST_QUOTES = ASKED_QUOTES.filter((quote) => !FURTHER_QUOTES.includes(quote));

const underlyingsOf = (assets: readonly Asset[]): readonly Asset[] =>
  assets.flatMap((asset) => {
    const { nature } = assetEntry(asset);
    return nature.kind === 'wrapped' ? [nature.underlying] : [];
  });

/**
 * Of the markets a venue lists, those that an analysis of the assets needs. Spot: every asset in the main quotes and those of
 * the venue's own (KRW), the underlying of a wrapped one likewise; BTC and ETH in them, and each of them against USD; then all
 * the same in the further quotes, which matter less. USDT and USDC also against EUR and the venue's own. Contracts, mark and
 * index prices: of the assets alone, in the same quotes.
 */
export function marketsFor(
  assets: readonly Asset[],
  listed: readonly Market[],
  kinds: readonly Kind[] = ['spot'],
  own: readonly string[] = [],
): readonly Market[] {
  const books = (kind: Kind, bases: readonly string[], quotes: readonly string[]): readonly Market[] =>
    bases.flatMap((base) =>
      quotes.flatMap((quote) =>
        listed.filter((market) => market.kind === kind && market.base === base && market.quote === quote),
      ),
    );
  const spot = (bases: readonly string[], quotes: readonly string[]): readonly Market[] => books('spot', bases, quotes);
  /** Every quote against USD, whichever way round the venue lists it. */
  const direct = (quotes: readonly string[]): readonly Market[] =>
    quotes.flatMap((quote) => [...spot([quote], ['USD']), ...spot(['USD'], [quote])]);
  const spotIn = (quotes: readonly string[]): readonly Market[] => [
    ...spot(assets, quotes),
    ...spot(underlyingsOf(assets), quotes),
    ...spot(LEG_BASES, quotes),
    ...direct(quotes),
  ];
  const spotBooks = (): readonly Market[] => [
    ...spotIn([...FIRST_QUOTES, ...own]),
    ...spotIn(FURTHER_QUOTES),
    ...spot(PRICED_STABLES, ['EUR', ...own]),
  ];
  return [
    ...new Set(kinds.flatMap((kind) => (kind === 'spot' ? spotBooks() : books(kind, assets, comparedQuotes(own))))),
  ];
}

/** Whether a venue has any market of the kinds: one without a spot book has nothing to say to a request for spot alone. */
export const offersKinds = (venue: Venue, kinds: readonly Kind[]): boolean => {
  const facts = VENUES.get(venue);
  return (
    facts === undefined ||
    kinds.some((kind) => (kind === 'spot' ? facts.noSpot !== true : facts.kinds?.[kind] !== undefined))
  );
};
