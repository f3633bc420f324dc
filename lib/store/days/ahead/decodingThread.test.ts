import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Day } from '../../../domain/minute';
import { ATOM } from '../../testing/testAnswers';
import { StoredDays } from '../dayByDay';
import type { AheadTask } from './decodeAhead';
import { DecodingThread, type WorkerLike } from './decodingThread';
import { ThreadForTest } from './testing/threadForTest';

const BOOKS = [{ market: ATOM, source: 'rest' as const }];
const FIRST = 20_000 as Day;
/** More days than there are rooms. */
const DAYS = { first: FIRST, days: 8 };
const NOTHING_STORED = new StoredDays(BOOKS, []).packed(DAYS);

/** A worker that does nothing by itself. */
class Still extends EventEmitter implements WorkerLike {
  readonly posted: AheadTask[] = [];
  postMessage(task: AheadTask): void {
    this.posted.push(task);
  }
}

const started: ThreadForTest[] = [];
function threadForTest(): ThreadForTest {
  const one = new ThreadForTest();
  started.push(one);
  return one;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.end()));
});

describe('the decoding thread', () => {
  it('is begun once for every walk; one that broke is said once, and followed by another at the next walk', () => {
    const begun: Still[] = [];
    const said: string[] = [];
    const thread = new DecodingThread(
      () => {
        const worker = new Still();
        begun.push(worker);
        return worker;
      },
      ({ message }) => said.push(message),
    );
    const walks = [thread.walk({ ...DAYS, books: 1 }), thread.walk({ ...DAYS, books: 1 })];
    expect(begun).toHaveLength(1);
    begun[0]?.emit('error', new Error('out of memory'));
    const after = thread.walk({ ...DAYS, books: 1 });
    begun[0]?.emit('exit', 1);
    for (const walk of [...walks, after]) walk.decode(NOTHING_STORED);
    expect(said).toEqual(['out of memory']);
    expect(begun.map(({ posted }) => posted.length)).toEqual([2, 1]);
    begun[1]?.emit('exit', 137);
    expect(said[1]).toBe('the decoding thread ended with 137');
  });

  it('decodes every day of a walk, as far ahead as there is room, and then those of the next', async () => {
    const test = threadForTest();
    for (let n = 0; n < 2; n += 1) {
      const walk = test.thread.walk({ ...DAYS, books: 1 });
      walk.decode(NOTHING_STORED);
      for (let i = 0; i < DAYS.days; i += 1) {
        await test.settled(n * DAYS.days + i);
        expect(walk.on((FIRST + i) as Day)?.of(0).columns.close[0]).toBeNaN();
      }
      walk.end();
    }
    expect(test.workers).toHaveLength(1);
    expect(test.decoded).toBe(2 * DAYS.days);
  });

  it('goes on to another walk when one is left half-way', async () => {
    const test = threadForTest();
    const left = test.thread.walk({ ...DAYS, books: 1 });
    left.decode(NOTHING_STORED);
    await test.settled(2);
    left.end();
    const next = test.thread.walk({ ...DAYS, books: 1 });
    next.decode(NOTHING_STORED);
    await test.settled(DAYS.days + 2);
    expect(next.on(FIRST)).toBeDefined();
    next.end();
    expect(test.decoded).toBe(6);
  });

  it('may be ended while it waits for room', async () => {
    const test = threadForTest();
    const walk = test.thread.walk({ ...DAYS, books: 1 });
    walk.decode(NOTHING_STORED);
    await test.settled(2);
    const ended = once(test.workers[0] as EventEmitter, 'exit');
    await test.end();
    await ended;
    expect(test.said.map(({ message }) => message)).toEqual(['the decoding thread ended with 1']);
    expect(walk.on((FIRST + 2) as Day)).toBeDefined();
    expect(walk.on((FIRST + 3) as Day)).toBeUndefined();
  });

  it('keeps no process alive, not even while it waits for room', () => {
    const folder = new URL('.', import.meta.url);
    const program = `
      const { ThreadForTest } = await import(${JSON.stringify(new URL('testing/threadForTest.ts', folder).href)});
      const { StoredDays } = await import(${JSON.stringify(new URL('../dayByDay.ts', folder).href)});
      const test = new ThreadForTest();
      const days = ${JSON.stringify(DAYS)};
      const walk = test.thread.walk({ ...days, books: 0 });
      walk.decode(new StoredDays([], []).packed(days));
      await test.settled(2);
      console.log(test.decoded);
    `;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        fileURLToPath(new URL('../../../launch/typescript.mjs', folder)),
        '--input-type=module',
        '--eval',
        program,
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '3\n' });
  });
});
