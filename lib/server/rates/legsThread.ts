import type { RatePair } from '../../analysis/rates/legs';
import type { AssetAddition } from '../../domain/asset';
import type { MarketColumns } from '../../domain/marketColumns';
import type { Day } from '../../domain/minute';
import { RenewedThread, type Ending } from '../../store/threads/renewedThread';

/** What the thread is given when it begins. */
export interface LegsWith {
  /** To the registry, of the process that asks. */
  readonly additions: readonly AssetAddition[];
}

/** A day whose legs are asked for, what it rests on by name, and the pairs that are asked about. */
export interface LegDayAsked {
  readonly day: Day;
  readonly name: string;
  readonly pairs: readonly RatePair[];
}

/** Days that follow one another, and their books, whose columns lie in memory that both threads read. */
export interface LegDaysAsked {
  readonly books: readonly MarketColumns[];
  readonly days: readonly LegDayAsked[];
}

export interface LegsTask extends LegDaysAsked {
  readonly id: number;
}

/** A file of each day, in their order; undefined: the thread failed over them. */
export interface LegsMade {
  readonly id: number;
  readonly files: readonly ArrayBuffer[] | undefined;
}

/** What of Node's worker is used. */
export interface LegsWorker extends Ending {
  postMessage(task: LegsTask): void;
  on(event: 'message', listener: (made: LegsMade) => void): unknown;
  on(event: 'error', listener: (failure: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  ref(): void;
  unref(): void;
}

/** A thread that makes legs of the days of long windows while others measure. Begun when first needed; one that ended is followed by another. */
export class LegsThread {
  readonly #thread: RenewedThread<LegsWorker>;
  readonly #waiting = new Map<number, (files: LegsMade['files']) => void>();
  #asked = 0;

  /** `say` is told why the thread ended; whoever asked goes on by himself. */
  constructor(begin: () => LegsWorker, say: (failure: Error) => void) {
    this.#thread = new RenewedThread({
      exited: (code) => new Error(`the thread that makes legs ended with ${String(code)}`),
      begin: () => this.#heard(begin()),
      onEnd: (failure) => {
        for (const resolve of this.#waiting.values()) resolve(undefined);
        this.#waiting.clear();
        say(failure);
      },
    });
  }

  /** What the legs of each day say, as files; undefined: whoever asks makes them. Until it resolves the columns must stay as they are. */
  made(asked: LegDaysAsked): Promise<LegsMade['files']> {
    const worker = this.#thread.running;
    const id = (this.#asked += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      // No process ends while it waits for legs.
      worker.ref();
      worker.postMessage({ id, ...asked });
    });
  }

  #heard(worker: LegsWorker): LegsWorker {
    worker.unref();
    worker.on('message', ({ id, files }) => {
      this.#waiting.get(id)?.(files);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
    });
    return worker;
  }
}
