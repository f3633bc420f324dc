import type { Candle } from '../../domain/candle';
import type { Minute } from '../../domain/minute';
import type { Provenance } from '../../domain/observation';

/** Stands in a row's candle where its time is no whole minute. */
export const UNREADABLE = NaN as Minute;

/** One reply to a request for candles, every row of it, in the venue's order. Read, not yet judged. */
export interface Page {
  /** As the rows say; what cannot be read is NaN, the minute too. */
  readonly candles: readonly Candle[];
  /** The rows as they came, alongside. */
  readonly raws: readonly unknown[];
  /** Rows that by their own word last longer or shorter than what was asked for: by their place among the rows, how long, in ms. */
  readonly misfits: ReadonlyMap<number, number>;
  /** The minutes whose rows say of themselves that they are not over. */
  readonly open: readonly Minute[];
  /** When the reply was made, by the venue's clock. */
  readonly venueClockMs: number;
  readonly provenance: Provenance;
}
