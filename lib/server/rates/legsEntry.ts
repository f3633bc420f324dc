import { parentPort, workerData } from 'node:worker_threads';
import { installAssets, withAssets } from '../../domain/asset';
import { promised } from '../../domain/unit';
import { legFilesOf } from './legFiles';
import type { LegsMade, LegsTask, LegsWith } from './legsThread';

// The thread that makes legs: what the legs of a long window's days say is made here while the analysis thread measures days before them.

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a thread; it does nothing by itself');
// A thread has a registry of its own: of a quote that a user made a stablecoin, or none, legs say otherwise.
const given = workerData as LegsWith | null;
installAssets(promised(withAssets(given?.additions ?? [])));
port.on('message', ({ id, ...asked }: LegsTask) => {
  const files = legFilesOf(asked);
  const made: LegsMade = { id, files };
  port.postMessage(made, files ?? []);
});
