import { parentPort } from 'node:worker_threads';
import { installAssetFile } from '../assets/assetFile';
import { appContext } from '../context';
import { writtenDeviations } from '../long/written';
import type { Asked, Told } from './messages';

// The analysis thread: long windows are measured here, so that the thread that serves everybody is never held up by one reader.

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a thread; it does nothing by itself');

const running = new Map<number, AbortController>();
const tell = (told: Told): void => {
  port.postMessage(told);
};
/** A thread has a registry of its own. */
const installed = installAssetFile(process.env);

async function measure({ id, question, resolution }: Extract<Asked, { kind: 'deviations' }>): Promise<void> {
  const reader = new AbortController();
  running.set(id, reader);
  try {
    await installed;
    const onProgress = (share: number): void => {
      tell({ kind: 'progress', id, share });
    };
    const options = { resolution, signal: reader.signal, onProgress };
    tell({ kind: 'outcome', id, outcome: await writtenDeviations(await appContext(), question, options) });
  } catch (failure) {
    if (!reader.signal.aborted)
      tell({
        kind: 'failure',
        id,
        stack: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure),
      });
  } finally {
    running.delete(id);
  }
}

port.on('message', (asked: Asked) => {
  if (asked.kind === 'cancel') running.get(asked.id)?.abort();
  else void measure(asked);
});
