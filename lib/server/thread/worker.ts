import { parentPort } from 'node:worker_threads';
import { installAssetFile } from '../assets/assetFile';
import { cancelling, nobodyWaits } from '../../store/connection/cancelling';
import type { Database } from '../../store/connection/database';
import { poolCounts } from '../../store/connection/poolCounts';
import { collecting, Reading } from '../../store/connection/reading';
import { appContext } from '../context';
import { installLog } from '../log/log';
import { speakingAs } from '../language/speaking';
import { loadTranslations } from '../language/translations';
import { decodeBeside } from './decoding';
import type { FromThread, ToThread } from './messages';
import { run } from './tasks';

// The analysis thread: long work is done here, so that no reader holds up the thread that serves everybody.

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a thread; it does nothing by itself');

const running = new Map<number, AbortController>();
const post = (message: FromThread): void => {
  port.postMessage(message);
};
// What is wrong with its level was said where the app began.
installLog(process.env);
/** A thread has a registry of its own, and words. */
const installed = installAssetFile(process.env);
loadTranslations();

/** Whoever tells metrics asks seldom. */
const TELL_POOL_MS = 1_000;
let isTelling = process.env['PLUMBLINE_METRICS'] === undefined || process.env['PLUMBLINE_METRICS'] === '';

/** From now on tells of its connections when they are others than a second ago. */
function tellPool(database: Database): void {
  if (isTelling) return;
  isTelling = true;
  let told = '';
  setInterval(() => {
    const pool = poolCounts(database);
    const now = JSON.stringify(pool);
    if (now !== told) post({ kind: 'pool', pool });
    told = now;
  }, TELL_POOL_MS).unref();
}

async function start({ id, task, speech }: Extract<ToThread, { kind: 'task' }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    await installed;
    const onProgress = (share: number): void => {
      post({ kind: 'progress', id, share });
    };
    const reading = new Reading();
    const context = await appContext();
    decodeBeside(context.database);
    tellPool(context.database);
    const { signal } = controller;
    const outcome = await cancelling(signal, () =>
      speakingAs(speech, () => collecting(reading, () => run(context, task, { signal, onProgress }))),
    );
    post({ kind: 'outcome', id, outcome, rests: reading.rests });
  } catch (failure) {
    if (!controller.signal.aborted)
      post({
        kind: 'failure',
        id,
        stack: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure),
      });
  } finally {
    running.delete(id);
  }
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'cancel') running.get(message.id)?.abort(nobodyWaits());
  else void start(message);
});
