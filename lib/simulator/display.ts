import { pairOf } from '../domain/market';
import { epochMs } from '../domain/minute';
import type { Scenario } from './scenario';

/** A minute whose display a venue corrects: what its display API shows instead, and its candle API does not. */
export interface Correction {
  readonly venue: string;
  readonly pair: string;
  readonly at: string;
  /** The lowest price shown; open, high and close are raised to it where they lie below. */
  readonly low: number;
}

/**
 * Made up. Published is only the announcement: the display of abnormal prices would be corrected, the API not affected.
 * Which minutes, and to what, nobody published.
 */
export const CORRECTED_DISPLAY: readonly Correction[] = [
  { venue: 'binance', pair: 'ATOM/USDT', at: '2025-10-10T21:20Z', low: 1.5 },
  { venue: 'binance', pair: 'WBETH/USDT', at: '2025-10-10T21:40Z', low: 2_600 },
];

/** The scenario with the display of some minutes corrected. Its candles stay as they are. */
export function withDisplay(scenario: Scenario, corrections: readonly Correction[]): Scenario {
  return {
    ...scenario,
    shown(market, candle) {
      const correction = corrections.find(
        ({ venue, pair, at }) =>
          venue === market.venue &&
          market.kind === 'spot' &&
          pair === pairOf(market) &&
          Date.parse(at) === epochMs(candle.minute),
      );
      if (correction === undefined) return candle;
      const raised = (price: number): number => Math.max(price, correction.low);
      return {
        ...candle,
        open: raised(candle.open),
        high: raised(candle.high),
        low: raised(candle.low),
        close: raised(candle.close),
      };
    },
  };
}
