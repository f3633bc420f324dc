import type { Market } from '../../domain/market';

/** What a file's volume or amount counts: base, quote, or contracts of a fixed worth in quote. */
export type VolumeUnit =
  | { readonly kind: 'base' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'contracts'; readonly size: number };

/** Binance COIN-M: a contract is worth 100 USD for BTC, 10 USD for every other base (the venue's contract specification). */
const COINM_SIZE = 10;
const COINM_BTC_SIZE = 100;

/** What a market's volume counts where the user does not say. */
export function usualVolumeUnit(market: Market): VolumeUnit {
  if (market.venue === 'binancecoinm')
    return { kind: 'contracts', size: market.base === 'BTC' ? COINM_BTC_SIZE : COINM_SIZE };
  return { kind: 'base' };
}

/**
 * Base and quote volume from a file's own. Contracts give the quote volume exactly and leave the base volume unknown (NaN):
 * the price at which each contract traded is not in the row.
 */
export function volumesOf(
  volume: number,
  quoteVolume: number,
  unit: VolumeUnit,
): { baseVolume: number; quoteVolume: number } {
  switch (unit.kind) {
    case 'base':
      return { baseVolume: volume, quoteVolume };
    case 'quote':
      return { baseVolume: NaN, quoteVolume: volume };
    case 'contracts':
      return { baseVolume: NaN, quoteVolume: volume * unit.size };
  }
}
