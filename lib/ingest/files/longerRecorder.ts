import type { Candle } from '../../domain/candle';
import type { LongerAnswer, LongerLedger } from '../../domain/longerCandle';
import type { Minute, MinuteRange } from '../../domain/minute';
import { minuteRange, union } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import { spanOfCandle, type Timeframe } from '../../domain/timeframe';
import { longerWords } from '../../words/en/ingest';
import { RecordTally } from './recordTally';
import type { FileRecord, RecorderOptions } from './recorder';

/** Enough that a call is worth it, few enough to hold in memory. */
const CANDLES_AT_ONCE = 5_000;

interface LongerRecorderOptions extends Omit<RecorderOptions, 'ledger'> {
  readonly ledger: LongerLedger;
  readonly timeframe: Timeframe;
}

/** Takes longer candles in ascending order of their openings and records them: they are never minutes. */
export class LongerRecorder extends RecordTally implements FileRecord {
  #candles: Candle[] = [];
  #quarantined: Quarantined[] = [];
  #answeredTo: Minute | undefined;

  constructor(readonly options: LongerRecorderOptions) {
    super();
  }

  setAside(at: Minute | undefined, line: number, text: string, reason: string): void {
    const row = this.countAside(at, line, text, reason);
    if (row !== undefined)
      this.#quarantined.push({ ...row, reason: longerWords.quarantined(this.options.timeframe, reason) });
  }

  async take(candle: Candle): Promise<void> {
    this.reached(candle.minute);
    this.#candles.push(candle);
    this.candles += 1;
    if (this.#candles.length >= CANDLES_AT_ONCE) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
  }

  /** Where gaps are known, a candle that is not there is one that its source has not; else only what has a row is answered. */
  #asked(): readonly MinuteRange[] {
    const { timeframe, gaps } = this.options;
    const spans = union(
      [...this.#candles.map(({ minute }) => minute), ...this.#quarantined.flatMap(({ minute }) => minute ?? [])].map(
        (at) => spanOfCandle(at, timeframe),
      ),
    );
    const last = spans.at(-1);
    const from = this.#answeredTo ?? spans[0]?.from;
    if (gaps === 'unknown' || last === undefined || from === undefined) return spans;
    this.#answeredTo = last.to;
    return from < last.to ? [minuteRange(from, last.to)] : [];
  }

  async #flush(): Promise<void> {
    const { market, source, timeframe, ledger, now, provenance } = this.options;
    const answers = this.#asked().map((asked, i): LongerAnswer => {
      const inside = ({ minute }: { readonly minute: Minute | undefined }): boolean =>
        minute === undefined ? i === 0 : minute >= asked.from && minute < asked.to;
      return {
        market,
        source,
        timeframe,
        asked,
        askedAtMs: now(),
        provenance: [provenance],
        candles: this.#candles.filter(inside),
        quarantined: this.#quarantined.filter(inside),
      };
    });
    this.#candles = [];
    this.#quarantined = [];
    if (answers.length > 0) this.countRecorded(await ledger.record(answers));
  }
}
