import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { defaultQuestion } from '../../domain/question';
import type { Asset } from '../../domain/market';
import { minute, minuteRange } from '../../domain/minute';
import type { PoolCounts } from '../../store/connection/poolCounts';
import type { FromThread, ToThread } from './messages';
import { cancelling } from '../../store/connection/cancelling';
import { AnalysisThread, type WorkerLike } from './thread';

/** A worker that does nothing by itself. */
class Still extends EventEmitter implements WorkerLike {
  readonly posted: ToThread[] = [];
  postMessage(message: ToThread): void {
    this.posted.push(message);
  }
  says(message: FromThread): void {
    this.emit('message', message);
  }
}

const task = {
  kind: 'deviations',
  question: defaultQuestion('ATOM' as Asset, minuteRange(minute(0), minute(60))),
  resolution: 'auto',
} as const;
const outcome = { ok: true, value: { json: new Uint8Array([123, 125]), simulated: false } } as const;

function threads(): {
  readonly thread: AnalysisThread;
  readonly begun: Still[];
  readonly pools: (PoolCounts | undefined)[];
} {
  const begun: Still[] = [];
  const pools: (PoolCounts | undefined)[] = [];
  const thread = new AnalysisThread(
    () => {
      const worker = new Still();
      begun.push(worker);
      return worker;
    },
    (pool) => pools.push(pool),
  );
  return { thread, begun, pools };
}

describe('the analysis thread', () => {
  it('is begun once, and gives each task its own outcome', async () => {
    const { thread, begun } = threads();
    const [first, second] = [thread.do(task), thread.do(task)];
    begun[0]?.says({ kind: 'outcome', id: 2, outcome: { ok: true, value: { ...outcome.value, simulated: true } } });
    begun[0]?.says({ kind: 'outcome', id: 1, outcome });
    expect([await first, await second].map((one) => one.ok && one.value.simulated)).toEqual([false, true]);
    expect(begun).toHaveLength(1);
  });

  it('that broke is followed by another, which the exit of the first does not end', async () => {
    const { thread, begun } = threads();
    const lost = thread.do(task);
    begun[0]?.emit('error', new Error('out of memory'));
    await expect(lost).rejects.toThrow('out of memory');
    const kept = thread.do(task);
    begun[0]?.emit('exit', 1);
    const third = thread.do(task);
    expect(begun).toHaveLength(2);
    expect(begun[1]?.posted.map(({ id }) => id)).toEqual([2, 3]);
    begun[1]?.says({ kind: 'outcome', id: 2, outcome });
    begun[1]?.says({ kind: 'outcome', id: 3, outcome });
    expect(await kept).toEqual(outcome);
    expect(await third).toEqual(outcome);
  });

  it('tells how much it has to do, and of its connections until it ends', async () => {
    const { thread, begun, pools } = threads();
    expect(thread.tasks).toBe(0);
    const lost = [thread.do(task), thread.do(task)];
    expect(thread.tasks).toBe(2);
    const pool = { busy: 2, idle: 1, waiting: 4, most: 8 };
    begun[0]?.says({ kind: 'pool', pool });
    expect(pools).toEqual([pool]);
    begun[0]?.emit('exit', 1);
    expect((await Promise.allSettled(lost)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([thread.tasks, pools]).toEqual([0, [pool, undefined]]);
  });

  it('that exits without a word fails what waits for it', async () => {
    const { thread, begun } = threads();
    const lost = thread.do(task);
    begun[0]?.emit('exit', 137);
    await expect(lost).rejects.toThrow('the analysis thread ended with 137');
  });

  it('passes on progress, and the stack of what threw', async () => {
    const { thread, begun } = threads();
    const shares: number[] = [];
    const work = thread.do(task, { onProgress: (share) => shares.push(share) });
    begun[0]?.says({ kind: 'progress', id: 1, share: 0.5 });
    begun[0]?.says({ kind: 'failure', id: 1, stack: 'Error: no such table' });
    await expect(work).rejects.toThrow('no such table');
    expect(shares).toEqual([0.5]);
  });

  it('is told when the work that asked for a task is to end, whatever signal the task has', async () => {
    const { thread, begun } = threads();
    const [around, own] = [new AbortController(), new AbortController()];
    const work = cancelling(around.signal, () => thread.do(task, { signal: own.signal }));
    around.abort(new Error('the last reader left'));
    await expect(work).rejects.toThrow('the last reader left');
    expect(begun[0]?.posted.map(({ kind }) => kind)).toEqual(['task', 'cancel']);
  });

  it('is told when nobody waits any more, and what it answers then is dropped', async () => {
    const { thread, begun } = threads();
    const reader = new AbortController();
    const work = thread.do(task, { signal: reader.signal });
    reader.abort(new Error('the reader went away'));
    await expect(work).rejects.toThrow('the reader went away');
    expect(begun[0]?.posted.map(({ kind }) => kind)).toEqual(['task', 'cancel']);
    begun[0]?.says({ kind: 'outcome', id: 1, outcome });
    await expect(thread.do(task, { signal: reader.signal })).rejects.toThrow('the reader went away');
  });
});
