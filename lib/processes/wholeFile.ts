import { rmSync } from 'node:fs';
import { readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failureCode } from '../domain/failure';
import { processLives } from '../store/embedded/processLives.mjs';
import { fileNotWritten, isPathFault, isWriteFault } from '../words/en/output';
import { BadInput } from './exit';
import { OutputFailed, ReaderGone } from './standardOutput';

/** Signals that end a process; what is half written goes with it. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes a file as a whole or not at all: `write` is given a path beside it, which takes the file's place once `write` is done and is
 * removed when it fails or a signal ends the process; what a killed process left is removed an hour later by whoever writes there. A link keeps pointing to its file; a device or pipe (`/dev/stdout`) is
 * written to directly. Throws one line where it cannot be written: `BadInput` where another path would do, else (a full disk) `OutputFailed`.
 */
export async function writeWhole<T>(file: string, write: (path: string) => Promise<T>): Promise<T> {
  try {
    const target = await realpath(file).catch(() => file);
    const found = await stat(target).catch(() => undefined);
    if (found !== undefined && !found.isFile() && !found.isDirectory()) return await write(target);
    if (found?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR' });
    return await replacing(target, write);
  } catch (failure) {
    const code = faultOf(failure);
    if (code === 'EPIPE') throw new ReaderGone(file, { cause: failure });
    if (!isWriteFault(code)) throw failure;
    const Fault = isPathFault(code) ? BadInput : OutputFailed;
    throw new Fault(fileNotWritten(file, code), { cause: failure });
  }
}

/** Whether what is written there takes the place of what was, so that it may be written again; a pipe or a device may not. */
export const isReplaced = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isFile() !== false;

/** The system's code of a fault with a file; a fault on the way to the database (`connect`) is none. */
const faultOf = (failure: unknown): string =>
  failure instanceof Error && 'syscall' in failure && failure.syscall === 'connect' ? '' : (failureCode(failure) ?? '');

/** Parts begun by this process: each has a name of its own. */
let parts = 0;

const PART = /^\.plumbline-(\d+)-\d+\.part$/;
/** Processes of another machine may write into the same folder, and their numbers say nothing here. */
const ABANDONED_MS = 3_600_000;

/** Takes away what killed processes left half-written. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = PART.exec(name)?.[1];
    if (pid === undefined || processLives(Number(pid))) continue;
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(file, { force: true });
  }
}

async function replacing<T>(target: string, write: (path: string) => Promise<T>): Promise<T> {
  await sweep(dirname(target));
  parts += 1;
  const part = join(dirname(target), `.plumbline-${String(process.pid)}-${String(parts)}.part`);
  const interrupted = (signal: NodeJS.Signals): void => {
    rmSync(part, { force: true });
    unlisten();
    process.kill(process.pid, signal);
  };
  const unlisten = (): void => {
    for (const signal of SIGNALS) process.off(signal, interrupted);
  };
  for (const signal of SIGNALS) process.on(signal, interrupted);
  try {
    const written = await write(part);
    await rename(part, target);
    return written;
  } catch (failure) {
    await rm(part, { force: true });
    throw failure;
  } finally {
    unlisten();
  }
}
