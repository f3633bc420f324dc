import type { Instant } from './instant';
import type { Market } from './market';
import type { MinuteRange } from './minute';

/** A market, by its candles or by those its venue shows on its own charts. */
export interface ComparedMarket {
  readonly market: Market;
  readonly isDisplay: boolean;
}

/** The first market against each of the others, minute by minute. */
export interface Comparison {
  readonly markets: readonly ComparedMarket[];
  readonly range: MinuteRange;
  /** The data as they were known then; undefined: as they are known now. */
  readonly asOf: Instant | undefined;
}

export const LEAST_COMPARED = 2;
/** More lines than a chart bears. */
export const MOST_COMPARED = 6;
/** Every minute is compared: a longer window is opened day by day. */
export const MOST_COMPARED_DAYS = 7;
