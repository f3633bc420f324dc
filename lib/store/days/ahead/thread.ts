import { parentPort } from 'node:worker_threads';
import { decodeAhead, type AheadTask } from './decodeAhead';

// The decoding thread: days of a long window are decoded here while the analysis thread measures those before them.

if (parentPort === null) throw new Error('this file is the entry of a thread; it does nothing by itself');
parentPort.on('message', (task: AheadTask) => {
  decodeAhead(task);
});
