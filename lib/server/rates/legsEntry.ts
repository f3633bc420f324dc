import { parentPort } from 'node:worker_threads';
import { legFilesOf } from './legFiles';
import type { LegsMade, LegsTask } from './legsThread';

// The thread that makes legs: what the legs of a long window's days say is made here while the analysis thread measures days before them.

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a thread; it does nothing by itself');
port.on('message', ({ id, ...asked }: LegsTask) => {
  const files = legFilesOf(asked);
  const made: LegsMade = { id, files };
  port.postMessage(made, files ?? []);
});
