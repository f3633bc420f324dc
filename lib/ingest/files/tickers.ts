import { isKnownAsset, meaningsIn, tickersOf } from '../../domain/asset';
import type { Asset, Market } from '../../domain/market';
import { ALL_TIME } from '../../domain/minute';

/** Codes some venues use for a currency of another name. */
const OTHER_CODES: Readonly<Record<string, readonly string[]>> = {
  BTC: ['XBT', 'XXBT'],
  ETH: ['XETH'],
  DOGE: ['XDG', 'XXDG'],
  XRP: ['XXRP'],
  LTC: ['XLTC'],
  USD: ['ZUSD'],
  EUR: ['ZEUR'],
  USDT: ['UST'],
};

const spellings = (code: string): readonly string[] => [code, ...(OTHER_CODES[code] ?? [])];

/** Every code that a market's base goes or went by at its venue, in capitals. */
export const baseCodes = (market: Market): readonly string[] => [
  ...new Set(
    [market.base as string, ...tickersOf(market.venue, market.base, ALL_TIME).map(({ ticker }) => ticker)].flatMap(
      spellings,
    ),
  ),
];

export const quoteCodes = (market: Market): readonly string[] => spellings(market.quote);

/** The assets that a market's base is or was a ticker of at its venue, where it is no asset's code: `MATIC` of POL. None where it may be one. */
export function assetsCalled({ venue, base }: Pick<Market, 'venue' | 'base'>): readonly Asset[] {
  if (isKnownAsset(base)) return [];
  const meant = meaningsIn(venue, base, ALL_TIME).flatMap(({ meaning }) =>
    meaning.kind === 'known' ? [meaning.asset] : [],
  );
  return [...new Set(meant)];
}
