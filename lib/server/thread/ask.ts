import { Worker } from 'node:worker_threads';
import type { Question } from '../../domain/question';
import type { DeviationsOptions } from '../deviations/deviations';
import type { Written } from '../long/written';
import type { Outcome } from '../http/outcome';
import type { Asked, Told } from './messages';

interface Waiting {
  readonly told: (told: Told) => void;
  readonly broke: (failure: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

declare global {
  var plumblineThread: Thread | undefined;
}

/** One thread per process, begun when first needed; one that ended is followed by another at the next asking. */
function thread(): Thread {
  globalThis.plumblineThread ??= begun();
  return globalThis.plumblineThread;
}

function begun(): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  const end = (failure: Error): void => {
    globalThis.plumblineThread = undefined;
    for (const { broke } of waiting.values()) broke(failure);
    waiting.clear();
  };
  worker.on('message', (told: Told) => waiting.get(told.id)?.told(told));
  worker.on('error', end);
  worker.on('exit', (code) => {
    end(new Error(`the analysis thread ended with ${String(code)}`));
  });
  // A process that has nothing else to do may end.
  worker.unref();
  return { worker, waiting };
}

let asked = 0;

/** `deviations` in the analysis thread. Aborting ends the work there, and throws the signal's reason here. */
export function deviationsInThread(
  question: Question,
  { resolution = 'auto', signal, onProgress }: DeviationsOptions,
): Promise<Outcome<Written>> {
  asked += 1;
  const id = asked;
  const { worker, waiting } = thread();
  const post = (message: Asked): void => {
    worker.postMessage(message);
  };
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      post({ kind: 'cancel', id });
      settle();
      reject(signal?.reason instanceof Error ? signal.reason : new Error('nobody waits for the answer any more'));
    };
    const settle = (): void => {
      waiting.delete(id);
      signal?.removeEventListener('abort', cancel);
    };
    waiting.set(id, {
      told: (told) => {
        if (told.kind === 'progress') {
          onProgress?.(told.share);
          return;
        }
        settle();
        if (told.kind === 'outcome') resolve(told.outcome);
        else reject(new Error(told.stack));
      },
      broke: (failure) => {
        settle();
        reject(failure);
      },
    });
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
    else post({ kind: 'deviations', id, question, resolution });
  });
}
