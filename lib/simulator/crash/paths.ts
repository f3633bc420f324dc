import type { SimulatedMarket } from '../scenario';

/** Books whose published figures set them apart from their asset's path, by asset and venue. */
const APART: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ATOM: { coinbase: 'ATOM in dollars', kraken: 'ATOM in dollars', gemini: 'ATOM in dollars' },
  DOGE: { gemini: 'DOGE at Gemini' },
};

/** The path a market's price follows. A venue without a published figure of its own goes with the asset's path. */
export const pathOf = (market: SimulatedMarket): string => APART[market.base]?.[market.venue] ?? market.base;
