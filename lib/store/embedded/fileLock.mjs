import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { processLives } from './processLives.mjs';

// Plain JavaScript: a checkout is set up under such a lock, too, before there is anything that runs TypeScript (lib/launch/alone.mjs).

/** How often the holder touches its lock, and a waiter looks at it. */
const BEAT_MS = 2_000;
const LOOK_MS = 100;
/** A lock untouched for this long, while a waiter watched, belongs to nobody even if its process id was given anew. */
const SILENT_MS = 20_000;

/** `undefined`: no lock. The token is new with every taking of it. */
async function holderOf(file) {
  try {
    const text = await readFile(file, 'utf8');
    const { mtimeMs } = await stat(file);
    const [pid = '', token = ''] = text.split('\n');
    return { pid: Number(pid), token, touchedMs: mtimeMs };
  } catch (failure) {
    if (failure.code === 'ENOENT') return undefined;
    throw failure;
  }
}

/** Whether a lock file is there, and whether the process that made it lives. */
export async function lockState(file) {
  const holder = await holderOf(file).catch(() => undefined);
  if (holder === undefined) return 'free';
  return processLives(holder.pid) ? 'held' : 'abandoned';
}

/** Makes the lock where there is none; only one process can. Answers whether it was this one. */
async function claim(file, token, { notMade = (failure) => failure }) {
  try {
    await writeFile(file, `${String(process.pid)}\n${token}\n`, { flag: 'wx' });
    return true;
  } catch (failure) {
    if (failure.code === 'EEXIST') return false;
    throw notMade(failure);
  }
}

/**
 * Replaces the lock of a dead holder by ours. Only the holder of a second lock may, and only while the first still bears
 * the dead holder's token: so two waiters never both take it over. Answers whether it is ours.
 */
async function takeOver(file, dead, token, { notMade }) {
  const work = async () => {
    if ((await holderOf(file))?.token !== dead) return false;
    const fresh = `${file}.${token}`;
    await writeFile(fresh, `${String(process.pid)}\n${token}\n`);
    await rename(fresh, file);
    return true;
  };
  return withFileLock(`${file}.takeover`, work, { notMade });
}

/** Waits until the lock is ours. */
async function awaited(file, token, options) {
  let watched;
  while (!(await claim(file, token, options))) {
    const holder = await holderOf(file);
    if (holder === undefined) continue;
    const now = performance.now();
    const same = watched?.token === holder.token && watched.touchedMs === holder.touchedMs;
    if (!same) watched = { token: holder.token, touchedMs: holder.touchedMs, sinceMs: now };
    const written = holder.token !== '';
    const abandoned = (written && !processLives(holder.pid)) || now - watched.sinceMs > SILENT_MS;
    if (abandoned && (await takeOver(file, holder.token, token, options))) return;
    await wait(LOOK_MS, undefined, { signal: options.signal });
  }
}

/**
 * Runs `work` while holding the lock file; processes that want it meanwhile wait. The lock of a process that died is
 * taken over at once, that of one that has stopped touching it after 20 seconds.
 */
export async function withFileLock(file, work, options = {}) {
  const { whileWaiting = (waiting) => waiting() } = options;
  const token = randomUUID();
  if (!(await claim(file, token, options))) await whileWaiting(() => awaited(file, token, options));
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
