import type { AheadTask } from './decodeAhead';
import { DaysAhead, type WalkedDays } from './daysAhead';

/** What of Node's worker is used. */
export interface WorkerLike {
  postMessage(task: AheadTask): void;
  on(event: 'error', listener: (failure: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
}

/** A thread that decodes days ahead of those who measure them. Begun when first needed; one that ended is followed by another at the next walk. */
export class DecodingThread {
  readonly #begin: () => WorkerLike;
  readonly #say: (failure: Error) => void;
  #running: WorkerLike | undefined;

  /** `say` is told why the thread ended; those who walk go on by themselves. */
  constructor(begin: () => WorkerLike, say: (failure: Error) => void) {
    this.#begin = begin;
    this.#say = say;
  }

  /** A walk over days. Whoever walks ends it, whatever happens: until then the thread may wait for its next step. */
  walk(days: WalkedDays): DaysAhead {
    const worker = (this.#running ??= this.#begun());
    return new DaysAhead((task) => {
      worker.postMessage(task);
    }, days);
  }

  #begun(): WorkerLike {
    const worker = this.#begin();
    // A thread that breaks says so twice, by its error and by its exit.
    const end = (failure: Error): void => {
      if (this.#running !== worker) return;
      this.#running = undefined;
      this.#say(failure);
    };
    worker.on('error', end);
    worker.on('exit', (code) => {
      end(new Error(`the decoding thread ended with ${String(code)}`));
    });
    return worker;
  }
}
