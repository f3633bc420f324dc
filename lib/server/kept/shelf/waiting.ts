import type { ChangedBook } from '../../../store/changes/changes';
import { bytesOf, packForMost } from '../entry';
import type { Standing } from '../standing';
import type { Shelf, Shelved } from './shelf';

export interface WaitingOptions {
  /** undefined: nothing is put by. */
  readonly shelf: () => Promise<Shelf | undefined>;
  /** Resolves when every change until now was told. */
  readonly check: () => Promise<void>;
  /** Whether no reader waits for an answer that is being made. */
  readonly isIdle: () => boolean;
  /** Of all that waits; one answer may wait alone, however large. */
  readonly mostBytes: number;
}

interface Waits {
  readonly shelved: Shelved;
  readonly standing: Standing;
}

/** Who was just sent an answer may ask for it, or for the next, at once: putting one by takes the disk and the database. */
const SOON_MS = 250;

/**
 * Answers that wait for a quiet moment to be put on the shelf: readers come first. What no longer finds room is not put by.
 * The versions are read after an answer was made; only where no change of what it rests on was told until after that are they its own.
 */
export class Waiting {
  readonly #of: WaitingOptions;
  readonly #waiting = new Map<string, Waits>();
  #work: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WaitingOptions) {
    this.#of = options;
  }

  add(key: string, shelved: Shelved, standing: Standing): void {
    this.#waiting.delete(key);
    const one = { shelved, standing };
    if (this.#waiting.size > 0 && this.#bytes() + bytesOfOne(one) > this.#of.mostBytes) return;
    this.#waiting.set(key, one);
  }

  changed(change: ChangedBook): void {
    for (const [key, { standing }] of [...this.#waiting]) if (standing.isTouchedBy(change)) this.#waiting.delete(key);
  }

  clear(): void {
    this.#waiting.clear();
  }

  /** Called when a reader was answered. */
  wakeSoon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.wake();
    }, SOON_MS).unref();
  }

  /** Resolves when all that waits is put by, or somebody must be answered first. */
  wake(): Promise<void> {
    this.#work ??= this.#put()
      // Where the database does not answer nothing is put by.
      .catch(() => {
        this.clear();
      })
      .finally(() => (this.#work = undefined));
    return this.#work;
  }

  async #put(): Promise<void> {
    const shelf = await this.#of.shelf();
    if (shelf === undefined) this.clear();
    for (;;) {
      const [next] = this.#waiting;
      if (shelf === undefined || next === undefined || !this.#of.isIdle()) return;
      const [key, one] = next;
      await packForMost(one.shelved.entry);
      const fingerprint = await shelf.fingerprint(one.shelved.rests);
      await this.#of.check();
      if (this.#waiting.get(key) !== one) continue;
      this.#waiting.delete(key);
      await shelf.put(key, one.shelved, fingerprint);
    }
  }

  /** Counted each time: an answer takes other room once it is packed for a reader. */
  #bytes(): number {
    let total = 0;
    for (const one of this.#waiting.values()) total += bytesOfOne(one);
    return total;
  }
}

const bytesOfOne = ({ shelved, standing }: Waits): number => bytesOf(shelved.entry) + standing.bytes;
