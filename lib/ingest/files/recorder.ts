import type { Candle } from '../../domain/candle';
import type { Market, Source } from '../../domain/market';
import { dayOf, minuteRange, plus, subtract, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Answer, Ledger, Provenance, Quarantined } from '../../domain/observation';
import { rowWords } from '../../words/en/files';
import { RecordTally } from './recordTally';

/** What a missing row between a file's first and last minute means. */
export type Gaps = 'no-trade' | 'unknown';

export interface RecorderOptions {
  readonly market: Market;
  readonly source: Source;
  readonly gaps: Gaps;
  readonly ledger: Ledger;
  readonly now: () => number;
  /** The file the candles come from. */
  readonly provenance: Provenance;
}

/** What takes the rows of a file as they are read, in ascending order of their minutes. */
export interface RowSink {
  readonly take: (candle: Candle) => Promise<void>;
  /** `at`: the minute that the row claims, or undefined where even that cannot be read. */
  readonly setAside: (at: Minute | undefined, line: number, text: string, reason: string) => void;
  /** A minute of a trade file that it may hold only a part of. */
  readonly setEdgeAside?: (at: Minute, reason: string, trades: number) => void;
}

/** What recording a file comes to. */
export interface FileRecord extends RowSink {
  /** Records what is left. */
  readonly end: () => Promise<void>;
  /** The first and the last minute that a row claims. */
  readonly first: Minute | undefined;
  readonly last: Minute | undefined;
  readonly candles: number;
  readonly quarantined: number;
  readonly setAsideFirst: readonly Quarantined[];
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
}

/** Large enough to make writes rare, small enough to hold in memory: 30 days of candles are 43,200. */
const DAYS_A_BATCH = 30;

const oneMinute = (at: Minute): MinuteRange => minuteRange(at, plus(at, 1));

/** Takes candles in ascending order and records them in batches of days, each answering from where the last one ended. */
export class FileRecorder extends RecordTally implements FileRecord {
  #candles: Candle[] = [];
  #quarantined: Quarantined[] = [];
  /** The minutes of rows set aside whose text is not stored: nothing is known of them. */
  #unstored: Minute[] = [];
  /** Where the answers already recorded end. */
  #answeredTo: Minute | undefined;

  constructor(readonly options: RecorderOptions) {
    super();
  }

  setAside(at: Minute | undefined, line: number, text: string, reason: string): void {
    const row = this.countAside(at, line, text, reason);
    if (row !== undefined) this.#quarantined.push(row);
    else if (at !== undefined) this.#unstored.push(at);
  }

  /** Sets a minute aside of which every row could be read: the file may hold only a part of it. */
  setEdgeAside(at: Minute, reason: string, trades: number): void {
    this.reached(at);
    this.#quarantined.push({ minute: at, reason, raw: rowWords.edgeTrades(trades) });
  }

  async take(candle: Candle): Promise<void> {
    const start = this.#candles[0]?.minute;
    if (start !== undefined && dayOf(candle.minute) >= dayOf(start) + DAYS_A_BATCH) await this.#flush(candle.minute);
    this.reached(candle.minute);
    this.#candles.push(candle);
    this.candles += 1;
  }

  /** Records what is left. */
  async end(): Promise<void> {
    if (this.last !== undefined) await this.#flush(plus(this.last, 1));
  }

  /**
   * The ranges answered up to `to`: all of it, or only the minutes with a row where a gap's meaning is unknown. Never a minute whose
   * rows were all set aside without being stored: it would count as one without a trade.
   */
  #answered(to: Minute): readonly MinuteRange[] {
    const from = this.#answeredTo ?? this.first;
    if (from === undefined || from >= to) return [];
    const inside = (at: Minute): boolean => at >= from && at < to;
    const rows = [
      ...this.#candles.map((candle) => candle.minute),
      ...this.#quarantined.flatMap((row) => (row.minute === undefined ? [] : [row.minute])),
    ];
    if (this.options.gaps === 'unknown') return union(rows.filter(inside).map(oneMinute));
    if (this.#unstored.length === 0) return [minuteRange(from, to)];
    const stored = new Set(rows);
    const unknown = this.#unstored.filter((at) => inside(at) && !stored.has(at));
    return subtract(minuteRange(from, to), union(unknown.map(oneMinute)));
  }

  async #flush(to: Minute): Promise<void> {
    const { market, source, ledger, now, provenance } = this.options;
    const askedAtMs = now();
    let slot = 0;
    const answers = this.#answered(to).map((asked, index): Answer => {
      const start = slot;
      while ((this.#candles[slot]?.minute ?? Infinity) < asked.to) slot += 1;
      const within = (row: Quarantined): boolean =>
        row.minute === undefined ? index === 0 : row.minute >= asked.from && row.minute < asked.to;
      return {
        market,
        source,
        asked,
        askedAtMs,
        provenance: [provenance],
        candles: this.#candles.slice(start, slot),
        quarantined: this.#quarantined.length === 0 ? [] : this.#quarantined.filter(within),
      };
    });
    if (answers.length > 0) this.countRecorded(await ledger.record(answers));
    this.#answeredTo = to;
    this.#candles = [];
    this.#quarantined = this.#quarantined.filter((row) => row.minute !== undefined && row.minute >= to);
    this.#unstored = this.#unstored.filter((at) => at >= to);
  }
}
