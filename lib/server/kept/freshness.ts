import { setTimeout as wait } from 'node:timers/promises';
import { uncancelled } from '../../store/connection/cancelling';
import type { ChangedBook, Changes } from '../../store/changes/changes';

/** Under load questions to the database come no closer than this, on average. */
const EVERY_MS = 5;
/** So many may come at once after a pause: who reads alone waits for nothing, not even for what was asked to put the answer before on disk. */
const AT_ONCE = 4;

export interface FreshnessOptions {
  /** What was written since (undefined: only where to begin). */
  readonly changesSince: (xmin: string | undefined) => Promise<Changes>;
  /** Told of each write once. */
  readonly onChange: (book: ChangedBook) => void;
  /** The database did not answer: what was written meanwhile is not known. */
  readonly onLost: () => void;
}

/** Asks what was written, for all who want to know at once. */
export class Freshness {
  readonly #of: FreshnessOptions;
  #xmin: string | undefined;
  /** What the last question was told. */
  #told = new Set<string>();
  /** When the next question were due, had all come evenly. */
  #dueAtMs = -Infinity;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(options: FreshnessOptions) {
    this.#of = options;
  }

  /** Resolves when a question that began after this call was answered, and its changes told. Throws where the database does not answer. */
  check(): Promise<void> {
    this.#next ??= this.#turn();
    return this.#next;
  }

  async #turn(): Promise<void> {
    await this.#running?.catch(() => undefined);
    const pause = this.#dueAtMs - EVERY_MS * (AT_ONCE - 1) - performance.now();
    if (pause > 0) await wait(pause);
    this.#next = undefined;
    this.#dueAtMs = Math.max(this.#dueAtMs, performance.now()) + EVERY_MS;
    this.#running = uncancelled(() => this.#ask());
    await this.#running;
  }

  async #ask(): Promise<void> {
    try {
      const { xmin, books } = await this.#of.changesSince(this.#xmin);
      const told = new Set<string>();
      for (const book of books) {
        const fresh = this.#unseen(book, told);
        if (fresh !== undefined) this.#of.onChange(fresh);
      }
      this.#xmin = xmin;
      this.#told = told;
    } catch (failure) {
      this.#xmin = undefined;
      this.#told = new Set();
      this.#of.onLost();
      throw failure;
    }
  }

  /** Of a book what the question before was not told already; undefined: all of it was. */
  #unseen(book: ChangedBook, told: Set<string>): ChangedBook | undefined {
    const name = bookName(book);
    const isUnseen = (line: string): boolean => {
      told.add(line);
      return !this.#told.has(line);
    };
    const isNew = book.isNew && isUnseen(`${name} new`);
    const whole = book.whole && isUnseen(`${name} whole ${String(book.wholeVersion)}`);
    const days = book.days.filter(({ day, version }) => isUnseen(`${name} ${String(day)} ${String(version)}`));
    const isOther = isUnseen(`${name} ${String(book.version)}`);
    return isNew || whole || days.length > 0 || isOther ? { ...book, isNew, whole, days } : undefined;
  }
}

/** One text a book. */
export const bookName = ({ market, source }: Pick<ChangedBook, 'market' | 'source'>): string =>
  [market.venue, market.base, market.quote, market.kind, source].join(' ');
