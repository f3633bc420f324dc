import type { Day } from '../../domain/minute';
import type { DayColumns } from '../merge/book';

interface Recent {
  readonly day: Day;
  readonly columns: DayColumns;
}

/** Days remembered: about 90 KB each, and an ingest works on a few dozen markets at a time. */
const MOST = 64;

const isWhole = (columns: DayColumns): boolean => columns.answeredAt.every((at) => at === at);

/**
 * The unfinished day of each market and source that this process wrote last, so that the next page need not read it again. It
 * may be out of date at any time; its version tells, when a day made from it is written. Hence it serves only where every
 * minute asked for is new to it: then the day is sure to be written.
 */
export class RecentDays {
  readonly #days = new Map<string, Recent>();

  /** Hands the day over: whoever takes it may change it, and nobody else gets it. */
  take(key: string): Recent | undefined {
    const recent = this.#days.get(key);
    this.#days.delete(key);
    return recent;
  }

  /** Remembers the last of the days that were written in the version they have now. */
  put(key: string, days: readonly Recent[]): void {
    const unfinished = days.findLast(({ columns }) => !isWhole(columns));
    if (unfinished === undefined) return;
    this.#days.delete(key);
    this.#days.set(key, unfinished);
    const [oldest] = this.#days.keys();
    if (this.#days.size > MOST && oldest !== undefined) this.#days.delete(oldest);
  }
}
