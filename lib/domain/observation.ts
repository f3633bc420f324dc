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

/** Where an answer's figures were read from: what anybody needs to ask the same again and to compare. */
export interface Provenance {
  /** The address asked, or a file's name. Holds no secret: only public addresses are asked. */
  readonly address: string;
  /** Milliseconds since 1970, by our clock. */
  readonly receivedAtMs: number;
  /** SHA-256 of the reply's bytes as they came (of the whole file for a file), 64 hex digits. */
  readonly sha256: string;
  /** What asked and read it, with its version: `ccxt 4.5.84`, `archive`, `import`. */
  readonly reader: string;
  /** The reply's bytes as they came, where they are worth keeping; undefined for files and archives. */
  readonly body: Uint8Array | undefined;
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
  /** The replies it was read from, oldest first; empty where nothing is known of them. */
  readonly provenance: readonly Provenance[];
}

/**
 * Why a range that was asked for is not answered. `refused`: the venue will not serve us (geo-block, ban). `failed`: it did
 * not deliver. `not-served`: this source does not reach there (older than its history, not closed yet, market unknown).
 */
export const UNANSWERED = ['refused', 'failed', 'not-served'] as const;
export type Unanswered = (typeof UNANSWERED)[number];

/** A range that was asked for and not answered: nothing is known of it, but that it was asked is. */
export interface Attempt {
  readonly market: Market;
  readonly source: Source;
  readonly asked: MinuteRange;
  readonly outcome: Unanswered;
  /** One line for people. */
  readonly cause: string;
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
  /** Notes what was asked for and not answered. The newest word on a range stands; an answer later takes it away. */
  attempted(attempts: readonly Attempt[]): Promise<void>;
}
