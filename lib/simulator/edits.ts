import { pairOf } from '../domain/market';
import { epochMs } from '../domain/minute';
import type { Scenario } from './scenario';

/** A longer candle that a venue edited afterwards and left its minutes as they were. */
export interface Edit {
  readonly venue: string;
  readonly pair: string;
  /** The candle's span in minutes, and its opening. */
  readonly minutes: number;
  readonly at: string;
  /** The lowest price it now says; open and close are raised to it where they lie below. */
  readonly low: number;
}

/** Made up: no venue is known to have edited these. The minute of 0.001 is in the first one. */
export const EDITED_CANDLES: readonly Edit[] = [
  { venue: 'binance', pair: 'ATOM/USDT', minutes: 60, at: '2025-10-10T21:00Z', low: 1.5 },
];

/** The scenario with some of the longer candles edited. Its minutes stay as they are. */
export function withEdits(scenario: Scenario, edits: readonly Edit[]): Scenario {
  return {
    ...scenario,
    edited(market, minutes, candle) {
      const edit = edits.find(
        (one) =>
          one.venue === market.venue &&
          market.kind === 'spot' &&
          one.pair === pairOf(market) &&
          one.minutes === minutes &&
          Date.parse(one.at) === epochMs(candle.minute),
      );
      if (edit === undefined) return candle;
      const raised = (price: number): number => Math.max(price, edit.low);
      return { ...candle, open: raised(candle.open), low: raised(candle.low), close: raised(candle.close) };
    },
  };
}
