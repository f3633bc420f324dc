import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from '../store/embedded/fileLock.mjs';
import { root, step } from './steps.mjs';
import { stepWaiting } from './words.mjs';

/**
 * Does work of which only one process of a checkout may be at a time: two commands begun side by side would both write the same files. The second waits until
 * the first has ended, and then does what is still to be done. `name` names the step; `isDone` says whether nothing is left to do; `signal` ends the waiting.
 */
export async function alone(name, { isDone, work, signal }) {
  if (isDone()) return;
  const folder = join(root, '.cache', 'alone');
  mkdirSync(folder, { recursive: true });
  const left = async () => {
    if (!isDone()) await work();
  };
  await withFileLock(join(folder, name.toLowerCase().replaceAll(' ', '-')), left, {
    whileWaiting: (wait) => step(stepWaiting(name), wait),
    signal,
  });
}
