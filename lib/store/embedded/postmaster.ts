import { existsSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { folderInUse } from '../../words/en/embedded';
import { EmbeddedFailure } from './failure';
import { machineProcess, usersOf } from './machineProcess';

/** The file that a running server keeps in its data folder, and a killed one leaves there. */
const pidFile = (data: string): string => path.join(data, 'postmaster.pid');

/** A server at work, proven to be the one of its data folder. */
export interface Postmaster {
  readonly pid: number;
  /** undefined: it has not come so far as to listen. */
  readonly port: number | undefined;
  /** Whether it says that it takes connections. */
  readonly isReady: boolean;
}

/**
 * How far the start that the file names may lie from the one that the system names: the file's is whole seconds, and the
 * system's moves with the clock when that is set. Where the system tells the folder a process works in, no time is compared: the
 * clock may have been set by hours since.
 */
const START_TOLERANCE_MS = 60_000;

/** How long processes of a server whose first one was killed may take to end once they are asked to. */
const ORPHANS_MS = 20_000;
const LOOK_MS = 50;

/** Lines of the file (Postgres, src/include/utils/pidfile.h): number, folder, start, port, …, state. */
const LINES = { pid: 0, startSeconds: 2, port: 3, state: 7 } as const;

/**
 * The server that works in the data folder; undefined: none, whatever its file says. A process that merely has the number of
 * one that is gone is not taken for it: its program and its folder must be those of the server, and where the folder is only
 * guessed from its command the time it began, too.
 */
export async function postmasterOf(data: string): Promise<Postmaster | undefined> {
  const lines = await readFile(pidFile(data), 'utf8').then(
    (text) => text.split('\n').map((line) => line.trim()),
    () => undefined,
  );
  const number = (line: number): number | undefined => {
    const value = Number(lines?.[line]);
    return Number.isInteger(value) && value > 0 ? value : undefined;
  };
  const [pid, startSeconds] = [number(LINES.pid), number(LINES.startSeconds)];
  if (pid === undefined || startSeconds === undefined) return undefined;
  const found = await machineProcess(pid);
  const isOurs =
    found?.program === 'postgres' &&
    found.worksIn(await realpath(data)) &&
    (found.isFolderKnown || Math.abs(found.startedAtMs - startSeconds * 1000) < START_TOLERANCE_MS);
  return isOurs ? { pid, port: number(LINES.port), isReady: lines?.[LINES.state] === 'ready' } : undefined;
}

/** Whether a file says that a server works in the folder, be it of one that is gone. */
export const hasPidFile = (data: string): boolean => existsSync(pidFile(data));

/**
 * Takes away the file of a server that is gone: Postgres does so itself only where it can read the number in it and no
 * process has that number now. Processes that a killed server left at work are asked to end first. Throws one line where some
 * other process works in the folder. Call it under the home's lock.
 */
export async function clearStalePidFile(data: string): Promise<void> {
  if (!hasPidFile(data) || (await postmasterOf(data)) !== undefined) return;
  await endOrphans(data, await realpath(data));
  await rm(pidFile(data), { force: true });
}

async function endOrphans(data: string, folder: string): Promise<void> {
  const asked = new Set<number>();
  const until = performance.now() + ORPHANS_MS;
  for (;;) {
    const { orphans, others } = await usersOf(folder);
    const [user] = others.length > 0 || performance.now() > until ? [...others, ...orphans] : [];
    if (user !== undefined) throw new EmbeddedFailure(folderInUse(data, user));
    if (orphans.length === 0) return;
    for (const pid of orphans.filter((one) => !asked.has(one))) {
      asked.add(pid);
      askToEnd(pid);
    }
    await wait(LOOK_MS);
  }
}

function askToEnd(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended, or is another user's: whoever waits for it sees.
  }
}
