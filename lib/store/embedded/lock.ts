import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { lockNotMade } from '../../words/en/embedded';
import { EmbeddedFailure } from './failure';

/** How often the holder touches its lock, and a waiter looks at it. */
const BEAT_MS = 2_000;
const LOOK_MS = 100;
/** A lock untouched for this long, while a waiter watched, belongs to nobody even if its process id was given anew. */
const SILENT_MS = 20_000;

const codeOf = (failure: unknown): string | undefined => (failure as NodeJS.ErrnoException | undefined)?.code;

/** Whether a process of this id lives; one that may not be signalled lives too. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return codeOf(failure) !== 'ESRCH';
  }
}

/** `undefined`: no lock. The token is new with every taking of it. */
async function holderOf(
  file: string,
): Promise<{ readonly pid: number; readonly token: string; readonly touchedMs: number } | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    const { mtimeMs } = await stat(file);
    const [pid = '', token = ''] = text.split('\n');
    return { pid: Number(pid), token, touchedMs: mtimeMs };
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return undefined;
    throw failure;
  }
}

/** Whether a lock file is there, and whether the process that made it lives. */
export async function lockState(file: string): Promise<'free' | 'held' | 'abandoned'> {
  const holder = await holderOf(file).catch(() => undefined);
  if (holder === undefined) return 'free';
  return lives(holder.pid) ? 'held' : 'abandoned';
}

/** Makes the lock where there is none; only one process can. Answers whether it was this one. */
async function claim(file: string, token: string): Promise<boolean> {
  try {
    await writeFile(file, `${String(process.pid)}\n${token}\n`, { flag: 'wx' });
    return true;
  } catch (failure) {
    if (codeOf(failure) === 'EEXIST') return false;
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new EmbeddedFailure(lockNotMade(file, reason), { cause: failure });
  }
}

/**
 * Replaces the lock of a dead holder by ours. Only the holder of a second lock may, and only while the first still bears
 * the dead holder's token: so two waiters never both take it over. Answers whether it is ours.
 */
async function takeOver(file: string, dead: string, token: string): Promise<boolean> {
  return withFileLock(`${file}.takeover`, async () => {
    if ((await holderOf(file))?.token !== dead) return false;
    const fresh = `${file}.${token}`;
    await writeFile(fresh, `${String(process.pid)}\n${token}\n`);
    await rename(fresh, file);
    return true;
  });
}

async function acquire(file: string, token: string): Promise<void> {
  let watched: { readonly token: string; readonly touchedMs: number; readonly sinceMs: number } | undefined;
  while (!(await claim(file, token))) {
    const holder = await holderOf(file);
    if (holder === undefined) continue;
    const now = performance.now();
    const same = watched?.token === holder.token && watched.touchedMs === holder.touchedMs;
    if (!same || watched === undefined) watched = { token: holder.token, touchedMs: holder.touchedMs, sinceMs: now };
    const written = holder.token !== '';
    const abandoned = (written && !lives(holder.pid)) || now - watched.sinceMs > SILENT_MS;
    if (abandoned && (await takeOver(file, holder.token, token))) return;
    await wait(LOOK_MS);
  }
}

/**
 * Runs `work` while holding the lock file; processes that want it meanwhile wait. The lock of a process that died is
 * taken over at once, that of one that has stopped touching it after 20 seconds.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  await acquire(file, token);
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await holderOf(file))?.token === token) await rm(file, { force: true });
  }
}
