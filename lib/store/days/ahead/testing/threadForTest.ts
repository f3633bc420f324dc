import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DecodingThread } from '../decodingThread';
import type { AheadTask } from '../decodeAhead';
import { STATE, STATES } from '../turns';

const TYPESCRIPT = pathToFileURL(join(import.meta.dirname, '..', '..', '..', '..', 'launch', 'typescript.mjs')).href;

/** A decoding thread whose every step can be waited for. */
export class ThreadForTest {
  readonly workers: Worker[] = [];
  readonly said: Error[] = [];
  /** The days of every walk so far, in the order they were handed over. */
  readonly #states: Int32Array[] = [];
  readonly thread = new DecodingThread(
    () => {
      const worker = new Worker(new URL('../thread.ts', import.meta.url), { execArgv: ['--import', TYPESCRIPT] });
      worker.unref();
      this.workers.push(worker);
      return {
        postMessage: (task: AheadTask) => {
          const states = new Int32Array(task.turns).subarray(STATES);
          for (let i = 0; i < task.packed.days; i += 1) this.#states.push(states.subarray(task.from + i));
          worker.postMessage(task);
        },
        on: worker.on.bind(worker),
      };
    },
    (failure) => this.said.push(failure),
  );

  /** Waits until the `i`th day that was handed over is decoded, or left to whoever measures it; one that was not handed over is waited for too. */
  async settled(i: number): Promise<void> {
    while (this.#stateOf(i) < STATE.decoded) await turn();
  }

  #stateOf(i: number): number {
    const states = this.#states[i];
    return states === undefined ? STATE.open : Atomics.load(states, 0);
  }

  /** How many days were handed over so far. */
  get handed(): number {
    return this.#states.length;
  }

  /** How many of them the thread decoded. */
  get decoded(): number {
    return this.#states.filter((_, i) => this.#stateOf(i) === STATE.decoded).length;
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
