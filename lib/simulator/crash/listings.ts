import type { Asset, Venue } from '../../domain/market';
import type { SimulatedMarket } from '../scenario';

/** Venues outside the USA that quote in USDT; they move together, and apart from the two that quote in dollars. */
const OFFSHORE = ['binance', 'okx', 'bybit', 'kucoin', 'gate', 'bitget'] as const;
export const DOLLAR = ['coinbase', 'kraken'] as const;

const MAJORS = ['BTC', 'ETH', 'SOL', 'XRP', 'DOGE', 'ATOM'] as const;

/** Decimals of a price by base; kraken writes ATOM and SOL with its own. */
const PRICE_DECIMALS: Readonly<Record<string, number>> = {
  BTC: 2, ETH: 2, SOL: 2, XRP: 4, DOGE: 5, ATOM: 3, WBETH: 2, BNSOL: 2, USDE: 4, USDC: 5, USDT: 5,
};
const VOLUME_DECIMALS: Readonly<Record<string, number>> = { BTC: 5, ETH: 4, WBETH: 4, SOL: 3, BNSOL: 3 };

const market = (venue: string, pair: string): SimulatedMarket => {
  const [base = '', quote = ''] = pair.split('/');
  return {
    venue: venue as Venue, base: base as Asset, quote, kind: 'spot',
    // Kraken's published ATOM figures have four decimals, the others' three.
    priceDecimals: venue === 'kraken' && base === 'ATOM' ? 4 : (PRICE_DECIMALS[base] ?? 4),
    volumeDecimals: VOLUME_DECIMALS[base] ?? 2,
  };
};

const each = (venues: readonly string[], pairs: readonly string[]): readonly SimulatedMarket[] =>
  venues.flatMap((venue) => pairs.map((pair) => market(venue, pair)));

/**
 * What each venue lists here: a selection, made for the rehearsal. WBETH and BNSOL are left with fewer than four venues on
 * purpose: there the others' median has too few peers, and the product must say so.
 */
export const LISTINGS: readonly SimulatedMarket[] = [
  ...each(OFFSHORE, MAJORS.map((base) => `${base}/USDT`)),
  ...each(['binance'], MAJORS.map((base) => `${base}/USDC`)),
  ...each(['okx', 'bybit', 'kucoin'], ['BTC/USDC', 'ETH/USDC']),
  ...each(['binance', 'okx', 'bybit'], ['USDC/USDT']),
  ...each(OFFSHORE, ['USDE/USDT']),
  ...each(['binance', 'gate', 'bitget'], ['WBETH/USDT']),
  ...each(['binance', 'gate'], ['BNSOL/USDT']),
  ...each(DOLLAR, MAJORS.map((base) => `${base}/USD`)),
  ...each(DOLLAR, ['BTC/USDT', 'ETH/USDT', 'BTC/USDC', 'ETH/USDC', 'USDT/USD']),
  ...each(['kraken'], ['USDC/USD']),
];
