import type { SimulatedMarket } from '../scenario';

/** Books whose published figures set them apart from their asset's path: by asset and quote, or by asset and venue. */
const APART: Readonly<Record<string, string>> = {
  'ATOM/USD': 'ATOM in dollars',
  'ATOM/EUR': 'ATOM in dollars',
  'DOGE gemini': 'DOGE at Gemini',
};

/**
 * The path a market's price follows. A book without a published figure of its own goes with the asset's path; where figures
 * are published of a quote, every book in it goes with them.
 */
export const pathOf = (market: SimulatedMarket): string =>
  APART[`${market.base}/${market.quote}`] ?? APART[`${market.base} ${market.venue}`] ?? market.base;
