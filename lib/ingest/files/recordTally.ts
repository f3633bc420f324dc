import type { Minute } from '../../domain/minute';
import type { Quarantined, Recorded } from '../../domain/observation';

/** Of rows set aside this many are stored with their text; the rest is counted. */
const QUARANTINE_STORED = 10_000;
/** And so many are shown to whoever imports. */
const QUARANTINE_SHOWN = 20;

/** Counts what a file's rows come to while they are recorded. */
export class RecordTally {
  /** The first and the last minute that a row claims. */
  first: Minute | undefined;
  last: Minute | undefined;
  candles = 0;
  quarantined = 0;
  readonly setAsideFirst: Quarantined[] = [];
  added = 0;
  unchanged = 0;
  revised = 0;

  protected reached(at: Minute): void {
    if (this.first === undefined || at < this.first) this.first = at;
    if (this.last === undefined || at > this.last) this.last = at;
  }

  /** Counts a row set aside; gives it as it is to be stored, undefined where enough are. */
  protected countAside(at: Minute | undefined, line: number, text: string, reason: string): Quarantined | undefined {
    this.quarantined += 1;
    if (at !== undefined) this.reached(at);
    const row: Quarantined = { minute: at, reason, raw: `line ${String(line)}: ${text.slice(0, 500)}` };
    if (this.quarantined <= QUARANTINE_SHOWN) this.setAsideFirst.push(row);
    return this.quarantined <= QUARANTINE_STORED ? row : undefined;
  }

  protected countRecorded({ added, unchanged, revised }: Recorded): void {
    this.added += added;
    this.unchanged += unchanged;
    this.revised += revised;
  }
}
