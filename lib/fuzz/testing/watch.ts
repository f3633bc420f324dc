import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** A case takes milliseconds. What has not ended after so much time of the processor never will, or is a fault as bad. */
export const MOST_SECONDS = 20;

export interface Watch {
  readonly begins: (name: string, value: unknown) => void;
  readonly ends: () => void;
  readonly end: () => Promise<void>;
}

/** Where the case is written down before it is tried; nowhere unless asked, since that takes longer than most cases. */
const TRACE = process.env['PLUMBLINE_FUZZ_TRACE'];

/**
 * Looks on from a thread of its own, since a loop without end lets nobody else in: a case that takes the processor for longer than `MOST_SECONDS` ends the process,
 * which names the case. The clock on the wall is not asked: a busy machine makes nothing slow.
 */
export function watching(): Watch {
  // The case in hand, from 1 on; 0: none.
  const hand = new Int32Array(new SharedArrayBuffer(4));
  let cases = 0;
  let shown = '';
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { hand, mostMs: MOST_SECONDS * 1_000, pid: process.pid },
    stderr: false,
  });
  worker.unref();
  return {
    begins: (name, value) => {
      cases += 1;
      if (name !== shown) worker.postMessage(name);
      shown = name;
      if (TRACE !== undefined) writeFileSync(TRACE, value instanceof Uint8Array ? value : JSON.stringify(value));
      Atomics.store(hand, 0, cases);
    },
    ends: () => Atomics.store(hand, 0, 0),
    end: async () => {
      await worker.terminate();
    },
  };
}

/** The thread, as plain JavaScript: what compiles the tests is not there in it. */
const PROGRAM = `
const { parentPort, workerData: { hand, mostMs, pid } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let name = '';
parentPort.on('message', (next) => { name = next; });
let [seen, begunMs] = [0, 0];
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const nowMs = (user + system) / 1000;
  const now = Atomics.load(hand, 0);
  if (now !== seen || now === 0) { seen = now; begunMs = nowMs; return; }
  if (nowMs - begunMs < mostMs) return;
  writeSync(2, 'case ' + now + ' of "' + name + '" has not ended; PLUMBLINE_FUZZ_TRACE=FILE writes each case down before it is tried\\n');
  process.kill(pid, 'SIGKILL');
}, 500);
`;
