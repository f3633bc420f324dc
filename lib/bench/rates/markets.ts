import type { MarketColumns } from '../../analysis/types';
import type { Asset, Market, Venue } from '../../domain/market';
import { LEG_BASES } from '../../domain/method';
import type { MinuteRange } from '../../domain/minute';
import { LEVELS, randomBooks } from '../books/randomBooks';

/** Twelve venues as they are: four quote in USD, seven in USDT, one in USDC. */
const QUOTES = ['USD', 'USD', 'USD', 'USD', ...new Array<string>(7).fill('USDT'), 'USDC'];

const venueOf = (place: number): Venue => `venue${String(place).padStart(2, '0')}` as Venue;

const marketsOf = (base: string, quotes: readonly string[]): readonly Market[] =>
  quotes.map((quote, place) => ({ venue: venueOf(place), base: base as Asset, quote, kind: 'spot' }));

/** An asset on twelve venues, and BTC and ETH on each in the venue's own quote; the venues that quote in USD have both in USDC too. */
export interface RateBenchMarkets {
  readonly asset: readonly MarketColumns[];
  readonly legs: readonly MarketColumns[];
}

export function rateBenchMarkets(range: MinuteRange, around: MinuteRange): RateBenchMarkets {
  const usdc = QUOTES.map((quote) => (quote === 'USD' ? 'USDC' : undefined));
  return {
    asset: randomBooks(marketsOf('ATOM', QUOTES), LEVELS.ATOM, range),
    legs: LEG_BASES.flatMap((base) => [
      ...randomBooks(marketsOf(base, QUOTES), LEVELS[base], around),
      ...randomBooks(
        marketsOf(
          base,
          usdc.map((quote) => quote ?? ''),
        ).filter(({ quote }) => quote !== ''),
        LEVELS[base],
        around,
      ),
    ]),
  };
}
