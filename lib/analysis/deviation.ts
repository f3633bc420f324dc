import type { Converted } from './convert';
import { extremesOfOthers, type ReferenceColumns, type SpotPrices } from './reference';
import { MISSING } from './types';

/** How far a venue strayed in each minute (method, section 4); NaN where the minute is missing, and why. */
export interface Deviations {
  readonly dLow: Float64Array;
  readonly dHigh: Float64Array;
  readonly dClose: Float64Array;
  readonly outside: Float64Array;
  /** Index into MISSING. */
  readonly missing: Uint8Array;
}

const TOO_FEW_PEERS = MISSING.indexOf('too-few-peers');

/** Like against like: low ÷ reference low − 1, high ÷ reference high − 1, close ÷ reference close − 1. */
export function deviationsOf(prices: Converted, reference: ReferenceColumns, spot: readonly SpotPrices[], self: number | undefined): Deviations {
  const slots = prices.low.length;
  const hole = (): Float64Array => new Float64Array(slots).fill(NaN);
  const out: Deviations = { dLow: hole(), dHigh: hole(), dClose: hole(), outside: hole(), missing: prices.missing.slice() };
  for (let i = 0; i < slots; i += 1) {
    if (out.missing[i] !== 0) continue;
    if (Number.isNaN(reference.close[i])) {
      out.missing[i] = TOO_FEW_PEERS;
      continue;
    }
    const [low, high, close] = [prices.low[i] as number, prices.high[i] as number, prices.close[i] as number];
    out.dLow[i] = low / (reference.low[i] as number) - 1;
    out.dHigh[i] = high / (reference.high[i] as number) - 1;
    out.dClose[i] = close / (reference.close[i] as number) - 1;
    out.outside[i] = outsideOf(low, high, extremesOfOthers(spot, self, i));
  }
  return out;
}

/**
 * Below the range of every other venue: low ÷ their lowest low − 1 where negative; above it: high ÷ their highest high − 1
 * where positive; else 0. A minute that left the range on both sides counts by the greater distance, below on a tie.
 */
function outsideOf(low: number, high: number, others: { readonly low: number; readonly high: number }): number {
  const below = Math.min(0, low / others.low - 1);
  const above = Math.max(0, high / others.high - 1);
  // `+ 0` keeps a minus zero out.
  return (above > -below ? above : below) + 0;
}
