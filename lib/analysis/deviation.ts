import type { Converted } from './convert';
import { outsideOn, type Extremes } from './outside';
import type { ReferenceColumns } from './reference';
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

/**
 * Like against like: low ÷ reference low − 1, high ÷ reference high − 1, close ÷ reference close − 1. `among`: the venue's
 * prices are among those the extremes were taken over.
 */
export function deviationsOf(prices: Converted, reference: ReferenceColumns, extremes: Extremes, among: boolean): Deviations {
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
    out.outside[i] = further(outsideOn('below', extremes, i, low, among), outsideOn('above', extremes, i, high, among));
  }
  return out;
}

/** A minute that left the others' range on both sides counts by the greater distance, below on a tie. `+ 0` keeps a minus zero out. */
const further = (below: number, above: number): number => (above > -below ? above : below) + 0;
