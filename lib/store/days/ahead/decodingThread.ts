import { RenewedThread, type Ending } from '../../threads/renewedThread';
import type { AheadTask } from './decodeAhead';
import { DaysAhead, type WalkedDays } from './daysAhead';

/** What of Node's worker is used. */
export interface WorkerLike extends Ending {
  postMessage(task: AheadTask): void;
}

/** A thread that decodes days ahead of those who measure them. Begun when first needed; one that ended is followed by another at the next walk. */
export class DecodingThread {
  readonly #thread: RenewedThread<WorkerLike>;

  /** `say` is told why the thread ended; those who walk go on by themselves. */
  constructor(begin: () => WorkerLike, say: (failure: Error) => void) {
    this.#thread = new RenewedThread({
      begin,
      exited: (code) => new Error(`the decoding thread ended with ${String(code)}`),
      onEnd: say,
    });
  }

  /** A walk over days. Whoever walks ends it, whatever happens: until then the thread may wait for its next step. */
  walk(days: WalkedDays): DaysAhead {
    const worker = this.#thread.running;
    return new DaysAhead((task) => {
      worker.postMessage(task);
    }, days);
  }
}
