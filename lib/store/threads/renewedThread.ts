/** What of Node's worker tells that it ended. */
export interface Ending {
  on(event: 'error', listener: (failure: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
}

interface Thread<W> {
  readonly begin: () => W;
  /** What is said of one that ended by itself, with its exit code. */
  readonly exited: (code: number) => Error;
  /** Told once of each that ended, and why. */
  readonly onEnd: (failure: Error) => void;
}

/** A thread that is begun when first needed; one that ended is followed by another. */
export class RenewedThread<W extends Ending> {
  readonly #thread: Thread<W>;
  #running: W | undefined;

  constructor(thread: Thread<W>) {
    this.#thread = thread;
  }

  get running(): W {
    return (this.#running ??= this.#begun());
  }

  #begun(): W {
    const { begin, exited, onEnd } = this.#thread;
    const worker = begin();
    // A thread that breaks says so twice, by its error and by its exit: by then another may be running.
    const end = (failure: Error): void => {
      if (this.#running !== worker) return;
      this.#running = undefined;
      onEnd(failure);
    };
    worker.on('error', end);
    worker.on('exit', (code) => {
      end(exited(code));
    });
    return worker;
  }
}
