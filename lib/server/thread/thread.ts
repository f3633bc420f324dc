import { speech } from '../../words/spoken';
import { cancelSignal, nobodyWaits } from '../../store/connection/cancelling';
import type { PoolCounts } from '../../store/connection/poolCounts';
import { currentReading } from '../../store/connection/reading';
import { RenewedThread, type Ending } from '../../store/threads/renewedThread';
import type { Outcome } from '../http/outcome';
import { giveWay } from './givingWay';
import type { FromThread, ToThread } from './messages';
import type { ResultOf, Results, Task, TaskOptions } from './tasks';

/** What of Node's worker is used. */
export interface WorkerLike extends Ending {
  postMessage(message: ToThread): void;
  on(event: 'message', listener: (message: FromThread) => void): unknown;
  on(event: 'error', listener: (failure: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
}

interface Waiting {
  readonly onMessage: (message: Exclude<FromThread, { kind: 'pool' }>) => void;
  readonly onEnd: (failure: Error) => void;
}

/** A thread for long work, begun when first needed; one that ended is followed by another at the next task. */
export class AnalysisThread {
  readonly #thread: RenewedThread<WorkerLike>;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  /** `onPool`: told of the connections of the thread; undefined: it ended. */
  constructor(begin: () => WorkerLike, onPool: (pool: PoolCounts | undefined) => void = () => undefined) {
    this.#thread = new RenewedThread({
      exited: (code) => new Error(`the analysis thread ended with ${String(code)}`),
      begin: () => {
        const worker = begin();
        worker.on('message', (message) => {
          if (message.kind === 'pool') onPool(message.pool);
          else this.#waiting.get(message.id)?.onMessage(message);
        });
        return worker;
      },
      onEnd: (failure) => {
        onPool(undefined);
        for (const { onEnd } of [...this.#waiting.values()]) onEnd(failure);
      },
    });
  }

  /** Pieces of work that somebody waits for. */
  get tasks(): number {
    return this.#waiting.size;
  }

  /**
   * Aborting ends the work there, its statement in the database too, and throws the signal's reason here; so does the end of the work that asks
   * (`cancelling`). Throws where the task threw or its thread ended.
   */
  do<T extends Task>(task: T, { signal: own, onProgress }: TaskOptions = {}): Promise<Outcome<ResultOf<T>>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const around = cancelSignal();
    giveWay();
    const signal = own === undefined || around === undefined ? (own ?? around) : AbortSignal.any([own, around]);
    // Messages come in outside of whoever asked.
    const reading = currentReading();
    const worker = this.#thread.running;
    const waiting = this.#waiting;
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        waiting.delete(id);
        signal?.removeEventListener('abort', cancel);
      };
      const cancel = (): void => {
        worker.postMessage({ kind: 'cancel', id });
        settle();
        reject(signal?.reason instanceof Error ? signal.reason : nobodyWaits());
      };
      waiting.set(id, {
        onMessage: (message) => {
          if (message.kind === 'progress') {
            onProgress?.(message.share);
            return;
          }
          settle();
          // The thread answers a task with its own kind of result.
          if (message.kind === 'outcome') reading?.add(message.rests ?? { isFleeting: true });
          if (message.kind === 'outcome') resolve(message.outcome as Outcome<Results[T['kind']]>);
          else reject(new Error(message.stack));
        },
        onEnd: (failure) => {
          settle();
          reject(failure);
        },
      });
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted === true) cancel();
      else worker.postMessage({ kind: 'task', id, task, speech: speech() });
    });
  }
}
