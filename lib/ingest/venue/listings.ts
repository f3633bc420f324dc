import { meaningsIn } from '../../domain/asset';
import { pairOf, type Asset, type Kind, type Market, type Venue } from '../../domain/market';
import { ALL_TIME, type Minute, type MinuteRange } from '../../domain/minute';
import type { CcxtMarket } from './row';
import type { Capability } from '../venues/capability';
import { uncertainTicker } from '../../words/en/tickers';

/** The ccxt market a listed market is asked for by, and when: a renamed asset has more than one. */
export interface ListedPart {
  readonly range: MinuteRange;
  readonly symbol: string;
  readonly inverse: boolean;
  /** When the venue listed it, in milliseconds since 1970, where ccxt reads that from its list. */
  readonly createdMs: number | undefined;
}

export interface Listing {
  readonly market: Market;
  /** By time, disjoint; never none. */
  readonly parts: readonly ListedPart[];
}

/** A ticker the venue lists of which it is not certain, in that time, which asset it means: it is not followed. */
export interface Uncertain {
  /** The assets it may be, by what is known. */
  readonly candidates: readonly Asset[];
  readonly quote: string;
  readonly range: MinuteRange;
  /** Why it is not certain: the ticker and its candidates. */
  readonly cause: string;
  readonly mend: string;
}

export interface Listings {
  readonly byKey: ReadonlyMap<string, Listing>;
  readonly uncertain: readonly Uncertain[];
}

export const keyOf = (market: Pick<Market, 'base' | 'quote' | 'kind'>): string => `${market.kind} ${pairOf(market)}`;

/** Those in trade come first, linear contracts before inverse ones, those settled in their quote before others. */
const rank = (market: CcxtMarket): number =>
  4 * Number(market.active === false) +
  2 * Number(market.inverse === true) +
  Number(market.swap === true && market.settle !== market.quote);

/** A quote as markets name it: currencies are not renamed. */
const isQuote = (text: string): boolean => /^[A-Za-z0-9]{1,20}$/.test(text);

/**
 * The markets of the kinds, one for each base, quote and time; mark and index prices are those of the contract chosen. A base is
 * what the asset registry says the venue's ticker means, part of time by part of time, never the ticker by itself.
 */
export function listingsOf(
  venue: Venue,
  capability: Capability,
  listed: readonly CcxtMarket[],
  kinds: readonly Kind[],
): Listings {
  const found = new Map<string, { readonly market: Market; parts: ListedPart[] }>();
  const uncertain: Uncertain[] = [];
  for (const one of [...listed].sort((a, b) => rank(a) - rank(b))) {
    const offered = kinds.filter((kind) =>
      kind === 'spot' ? one.spot : one.swap === true && capability.kinds?.[kind] !== undefined,
    );
    if (offered.length === 0 || !isQuote(one.quote)) continue;
    const quote = one.quote.toUpperCase();
    for (const { range, meaning } of meaningsIn(venue, one.base, ALL_TIME)) {
      if (meaning.kind === 'collision' || meaning.kind === 'unknown') {
        const entries = meaning.kind === 'collision' ? meaning.candidates : meaning.of;
        const candidates = entries.map(({ asset }) => asset);
        uncertain.push({ candidates, quote, range, ...uncertainTicker(venue, one.base, meaning) });
        continue;
      }
      for (const kind of offered) {
        const market: Market = { venue, base: meaning.asset, quote, kind };
        const listing = found.get(keyOf(market)) ?? { market, parts: [] };
        found.set(keyOf(market), listing);
        // Of two books of one asset at one time the first by rank is asked.
        if (!listing.parts.some((part) => part.range.from < range.to && range.from < part.range.to))
          listing.parts.push({
            range,
            symbol: one.symbol,
            inverse: one.inverse === true,
            createdMs: one.created !== undefined && one.created > 0 ? one.created : undefined,
          });
      }
    }
  }
  for (const listing of found.values()) listing.parts.sort((a, b) => a.range.from - b.range.from);
  return { byKey: found, uncertain };
}

/** The part of a listing that holds a minute; the nearest before it where none does, else the first. */
export function partAt({ parts }: Listing, at: Minute): ListedPart {
  const part = parts.filter(({ range }) => range.from <= at).at(-1) ?? parts[0];
  if (part === undefined) throw new Error('a listing without a part');
  return part;
}
