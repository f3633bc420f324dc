import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { DecodingThread } from '../../store/days/ahead/decodingThread';
import type { Database } from '../../store/connection/database';
import { decodeAheadOf } from '../long/daysAhead';

function begin(): Worker {
  const worker = new Worker(new URL('../../store/days/ahead/thread.ts', import.meta.url));
  // It waits for work; whoever has none left for it may end.
  worker.unref();
  return worker;
}

const thread = new DecodingThread(begin, (failure) => {
  console.error(failure);
});

/** From now on long windows over this database are decoded in a thread of their own. On one core there is nothing to gain by it. */
export function decodeBeside(database: Database): void {
  if (availableParallelism() > 1) decodeAheadOf(database, thread);
}
