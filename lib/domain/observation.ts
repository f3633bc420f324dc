import type { Candle } from './candle';
import type { Market, Source } from './market';
import type { Minute, MinuteRange } from './minute';

/** A row a source sent that broke the candle invariant: kept, shown, never used. */
export interface Quarantined {
  /** The minute the row claims, or undefined where even that cannot be read. */
  readonly minute: Minute | undefined;
  readonly reason: string;
  /** The row as it came, as text. */
  readonly raw: string;
}

/**
 * One answered request: a source was asked for `asked` and said `candles`. Every minute of `asked` without a candle is
 * "no trade" from now on, except those in `quarantined`. Candles lie inside `asked`, ascending, one a minute, unflawed.
 */
export interface Answer {
  readonly market: Market;
  readonly source: Source;
  readonly asked: MinuteRange;
  readonly candles: readonly Candle[];
  readonly quarantined: readonly Quarantined[];
  /** Milliseconds since 1970. */
  readonly askedAtMs: number;
}

/** What recording an answer changed: new minutes, minutes said again alike, minutes whose value differs (revisions). */
export interface Recorded {
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
}

/** What the ingester needs of a store: what was answered before, and a place to record answers. */
export interface Ledger {
  /** The parts of `range` that `source` has answered for `market`: sorted, disjoint. */
  answered(market: Market, source: Source, range: MinuteRange): Promise<readonly MinuteRange[]>;
  /** All or nothing; recording the same answer twice changes nothing. */
  record(answers: readonly Answer[]): Promise<Recorded>;
}
