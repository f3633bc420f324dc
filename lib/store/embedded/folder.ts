import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { failureCode } from '../../domain/failure';

/**
 * Makes a folder and those above it; whether it is new. Node's own recursive `mkdir` never returns below a folder that answers `no such file`
 * to whoever makes one in it, as /proc does.
 */
export async function folderMade(folder: string, mode?: number): Promise<boolean> {
  try {
    return await made(folder, mode);
  } catch (failure) {
    if (failureCode(failure) !== 'ENOENT') throw failure;
    await folderMade(path.dirname(folder), mode);
    return await made(folder, mode);
  }
}

async function made(folder: string, mode: number | undefined): Promise<boolean> {
  try {
    await mkdir(folder, mode);
    return true;
  } catch (failure) {
    if ((await stat(folder).catch(() => undefined))?.isDirectory() === true) return false;
    throw failure;
  }
}
