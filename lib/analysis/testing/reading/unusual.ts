import type { Side } from '../../../domain/episode';
import { known, middle } from './arithmetic';

/** "At least 1 day." */
const DAY = 1_440;
/** "Floor 1 bp." */
const BASIS_POINT = 0.0001;

/** Section 8: the peak against the market's own deviations on that side, undefined a hole. */
export function unusualIn(
  side: Side,
  peak: number,
  past: readonly (number | undefined)[],
): { readonly z: number; readonly rank: number; readonly of: number } | undefined {
  const measured = known(past);
  const centre = middle(measured);
  if (measured.length < DAY || centre === undefined) return undefined;
  const spread = middle(measured.map((d) => Math.abs(d - centre)));
  if (spread === undefined) return undefined;
  const sigma = 1.4826 * spread;
  // Deepest first, the peak among them, behind those that went exactly as deep.
  const line = [...measured, peak].sort((a, b) => (side === 'below' ? a - b : b - a));
  return {
    z: (peak - centre) / (sigma < BASIS_POINT ? BASIS_POINT : sigma),
    rank: line.lastIndexOf(peak) + 1,
    of: measured.length,
  };
}
