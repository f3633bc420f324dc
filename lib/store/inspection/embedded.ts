import { realpath } from 'node:fs/promises';
import { readSettings } from '../embedded/home';
import { lockState } from '../embedded/fileLock.mjs';
import { usersOf } from '../embedded/machineProcess';
import { dataIn, isMade, unrecordedFolder } from '../embedded/place';
import { hasPidFile, postmasterOf } from '../embedded/postmaster';
import { lockFile, serverAt } from '../embedded/server';

/** The embedded server of a home as it is found; nothing is started, waited for or written. */
export interface EmbeddedState {
  /** The folder of its data; undefined: there is no record of one. */
  readonly data: string | undefined;
  /** Whether data is there. */
  readonly isMade: boolean;
  /** Data is there, and the record of its folder, port and password is missing or damaged. */
  readonly isRecordLost: boolean;
  /** undefined: it does not run, or has not come so far as to listen. */
  readonly running: { readonly pid: number; readonly port: number } | undefined;
  readonly isReady: boolean;
  /** A file says that a server runs, and none does. */
  readonly isPidFileStale: boolean;
  /** Another process than a server of ours that works in the folder of its data. */
  readonly usedBy: number | undefined;
  readonly lock: 'free' | 'held' | 'abandoned';
  /** The address of one of its databases, password included; undefined where it does not run. */
  readonly url: ((database: string) => string) | undefined;
}

export async function inspectEmbedded(home: string): Promise<EmbeddedState> {
  const settings = await readSettings(home);
  const folder = settings?.folder ?? unrecordedFolder(home);
  const data = folder === undefined ? undefined : dataIn(folder);
  const isRecordLost = settings === undefined && data !== undefined;
  const lock = await lockState(lockFile(home));
  const none = {
    data,
    isMade: data !== undefined && isMade(data),
    isRecordLost,
    running: undefined,
    isReady: false,
    usedBy: undefined,
    lock,
    url: undefined,
  };
  if (settings === undefined || data === undefined || !none.isMade) return { ...none, isPidFileStale: false };
  const found = await postmasterOf(data);
  if (found === undefined) {
    const [usedBy] = (await usersOf(await realpath(data))).others;
    return { ...none, isPidFileStale: hasPidFile(data) && usedBy === undefined, usedBy };
  }
  const port = found.port ?? settings.port;
  return {
    ...none,
    running: { pid: found.pid, port },
    isReady: found.isReady,
    isPidFileStale: false,
    url: (database) => serverAt({ port, password: settings.password }).url(database),
  };
}
