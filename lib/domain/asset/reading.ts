import type { Venue } from '../market';
import { READINGS, READ_EVERYWHERE } from './seed/readings';

/** A house whose markets are several venues here names its tickers alike on all of them. */
const HOUSES: Readonly<Record<string, string>> = {
  binanceusdm: 'binance',
  binancecoinm: 'binance',
  kucoinfutures: 'kucoin',
};

/** The venue whose tickers a venue uses: mostly its own. */
export const houseOf = (venue: Venue): Venue => (HOUSES[venue] ?? venue) as Venue;

/** What ccxt calls an asset that the venue itself, its archive or its pages call so. */
export function tickerInCcxt(venue: Venue, ownTicker: string): string {
  return READINGS[houseOf(venue)]?.[ownTicker] ?? READ_EVERYWHERE[ownTicker] ?? ownTicker;
}

/**
 * A ticker as the registry keeps it: as ccxt writes it. The venue's own is read too where it can be nothing else; one that
 * ccxt writes for another asset (Kraken's `LUNA` is ccxt's LUNC, and ccxt's LUNA is Kraken's `LUNA2`) is taken for ccxt's.
 */
export function ticker(venue: Venue, written: string): string {
  const readings = READINGS[houseOf(venue)] ?? {};
  return Object.values(readings).includes(written) ? written : tickerInCcxt(venue, written);
}
