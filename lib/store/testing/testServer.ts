import { chmod, mkdtemp, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { removeEmbedded, startEmbedded } from '../embedded/server';

/** The variable through which the tests learn of their server; set by the user, it names a server of theirs. */
export const TEST_SERVER = 'DATABASE_URL_FOR_TESTS';

const PREFIX = 'plumbline-test-';

/** A run that was killed could not delete its server: the next one does. Homes are named after the process that made them. */
async function sweep(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : NaN;
    if (Number.isInteger(pid) && !lives(pid)) await removeEmbedded(path.join(os.tmpdir(), name)).catch(() => undefined);
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Vitest calls it once before the integration tests; what it answers, once after them. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[TEST_SERVER] !== undefined) return undefined;
  await sweep();
  const home = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${String(process.pid)}-`));
  await chmod(home, 0o711);
  // Nothing of a test outlives it, so nothing waits for the disk.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const server = await startEmbedded({ home, log: () => undefined, settings });
  process.env[TEST_SERVER] = server.url('postgres');
  return async () => {
    Reflect.deleteProperty(process.env, TEST_SERVER);
    await removeEmbedded(home);
  };
}
