import type { Candle } from './candle';
import type { Market, Source } from './market';
import type { MinuteRange } from './minute';
import type { Provenance, Quarantined, Recorded } from './observation';
import type { Timeframe } from './timeframe';

/**
 * One answered request for longer candles. `asked` holds whole candles of the timeframe; each without one in `candles` is one
 * the source does not have, except those in `quarantined`. A candle's `minute` is its opening.
 */
export interface LongerAnswer {
  readonly market: Market;
  readonly source: Source;
  readonly timeframe: Timeframe;
  readonly asked: MinuteRange;
  readonly candles: readonly Candle[];
  readonly quarantined: readonly Quarantined[];
  /** Milliseconds since 1970. */
  readonly askedAtMs: number;
  readonly provenance: readonly Provenance[];
}

/** What the ingester needs of a store of longer candles: what was answered before, and a place to record answers. */
export interface LongerLedger {
  /** The whole candles in `range` that `source` has answered for: sorted, disjoint. */
  answered(market: Market, source: Source, timeframe: Timeframe, range: MinuteRange): Promise<readonly MinuteRange[]>;
  /** All or nothing; the same answer twice changes nothing, and a different one stands beside the one before. */
  record(answers: readonly LongerAnswer[]): Promise<Recorded>;
}
