import type { Market } from '../../domain/market';
import { worthOf } from '../venue/row';

/** What a file's volume or amount counts: base, quote, or contracts of a fixed worth in one of them. */
export type VolumeUnit =
  | { readonly kind: 'base' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'contracts'; readonly size: number; readonly worthIn: 'base' | 'quote' };

/** Binance COIN-M: a contract is worth 100 USD for BTC, 10 USD for every other base (the venue's contract specification). */
const COINM_SIZE = 10;
const COINM_BTC_SIZE = 100;

/** What a market's volume counts where the user does not say. */
export function usualVolumeUnit(market: Market): VolumeUnit {
  if (market.venue === 'binancecoinm')
    return { kind: 'contracts', size: market.base === 'BTC' ? COINM_BTC_SIZE : COINM_SIZE, worthIn: 'quote' };
  return { kind: 'base' };
}

/** Contracts quoted in dollars themselves are settled in the base and worth a number of dollars; all others are worth base. */
export const contractWorth = (market: Market): 'base' | 'quote' => (market.quote === 'USD' ? 'quote' : 'base');

/**
 * Venues whose linear perpetuals are counted in base in their files, by the venue's own documentation (see lib/ingest/venues);
 * OKX, Gate, HTX, KuCoin and MEXC count contracts of a size of their own, and of a venue that is not listed nothing is known.
 */
const COUNTS_BASE: readonly string[] = ['binanceusdm', 'bybit', 'bitget', 'cryptocom'];

/** Whether nothing but the user's word tells what a perpetual's volume counts. */
export const needsUnit = (market: Market): boolean =>
  market.kind === 'perp' &&
  market.venue !== 'binancecoinm' &&
  !(COUNTS_BASE.includes(market.venue) && contractWorth(market) === 'base');

/**
 * Base and quote volume from a file's own. Contracts worth quote give the quote volume exactly and leave the base volume unknown
 * (NaN): the price at which each contract traded is not in the row. Of contracts worth base, `quoteVolume` is what the file says.
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
      return unit.worthIn === 'quote'
        ? { baseVolume: NaN, quoteVolume: worthOf(volume, unit.size) }
        : { baseVolume: worthOf(volume, unit.size), quoteVolume };
  }
}

/** The same of trades: `worth` is the sum of price times amount, in whatever the amounts count. */
export const tradeVolumesOf = (
  amount: number,
  worth: number,
  unit: VolumeUnit,
): { baseVolume: number; quoteVolume: number } =>
  unit.kind === 'contracts' && unit.worthIn === 'base'
    ? { baseVolume: worthOf(amount, unit.size), quoteVolume: worthOf(worth, unit.size) }
    : volumesOf(amount, worth, unit);
