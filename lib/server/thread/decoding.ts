import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { installedAdditions } from '../../domain/asset';
import { DecodingThread } from '../../store/days/ahead/decodingThread';
import type { Database } from '../../store/connection/database';
import { decodeAheadOf } from '../long/daysAhead';
import { LegsThread, type LegsWith } from '../rates/legsThread';
import { makeLegsBeside } from '../rates/legsThreads';

function begin(): Worker {
  const worker = new Worker(new URL('../../store/days/ahead/thread.ts', import.meta.url));
  // It waits for work; whoever has none left for it may end.
  worker.unref();
  return worker;
}

const say = (failure: Error): void => {
  console.error(failure);
};
const thread = new DecodingThread(begin, say);
const beginLegs = (): Worker => {
  const workerData: LegsWith = { additions: installedAdditions() };
  return new Worker(new URL('../rates/legsEntry.ts', import.meta.url), { workerData });
};
const legs = new LegsThread(beginLegs, say);

/** From now on long windows over this database are decoded, and the legs of their rates made, in threads of their own. On one core there is nothing to gain by it. */
export function decodeBeside(database: Database): void {
  if (availableParallelism() === 1) return;
  decodeAheadOf(database, thread);
  makeLegsBeside(database, legs);
}
