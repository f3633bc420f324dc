import { chance, streamOf } from '../chance';
import { minuteOf } from './knots';

/** The published stretch of USDe/USDT on Binance: 21:20 to 22:53, both included. */
const FIRST = minuteOf('10-10T21:20');
const MINUTES = 94;

/** Minutes of the stretch that closed at 0.99 or above: 94 less the published 86. */
const ABOVE = new Set([3, 6, 63, 70, 76, 81, 86, 90]);

/**
 * Bands of closes, each clear of the thresholds 0.99, 0.95, 0.90 and 0.75 by 0.4 % and more, so that a quote in USDT and
 * one converted to USD count the same minutes. Offsets from 21:20, half-open: 5 minutes below 0.75; 13 more below 0.90;
 * 27 more below 0.95; the rest, 41, below 0.99. Together 86.
 */
const BANDS: readonly { readonly from: number; readonly to: number; readonly least: number; readonly most: number }[] =
  [
    { from: 32, to: 37, least: 0.675, most: 0.735 },
    { from: 23, to: 41, least: 0.765, most: 0.89 },
    { from: 12, to: 57, least: 0.905, most: 0.944 },
    { from: 0, to: MINUTES, least: 0.957, most: 0.984 },
  ];

/** Binance's USDe/USDT close in a minute of the stretch, or undefined outside it. */
export function usdeClose(seed: number, minute: number): number | undefined {
  const offset = minute - FIRST;
  if (offset < 0 || offset >= MINUTES) return undefined;
  const draw = chance(streamOf(seed, 'usde closes'), offset);
  if (ABOVE.has(offset)) return 0.9945 + 0.0015 * draw;
  const band = BANDS.find(({ from, to }) => offset >= from && offset < to);
  return band === undefined ? undefined : band.least + (band.most - band.least) * draw;
}
