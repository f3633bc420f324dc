import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, stat } from 'node:fs/promises';
import path from 'node:path';
import { failureText } from '../../domain/failure';
import { folderUnusable, homeUnreachable } from '../../words/en/embedded';
import { NOBODY, reachable, rootServes, type Account } from './account';
import { EmbeddedFailure } from './failure';
import { folderMade } from './folder';

/** Where the server lives and as whom. */
export interface Place {
  /** undefined: our own account. */
  readonly account: Account | undefined;
  /** The server's own folder, closed to all but its account. */
  readonly folder: string;
  /** Where programs are copied to when the account cannot reach the installed ones. */
  readonly shelf: string;
}

export const dataIn = (folder: string): string => path.join(folder, 'data');
export const logIn = (folder: string): string => path.join(folder, 'postgres.log');

/** Where an account that is shut out of the home can read: the system's place for a service's state, else for files that last. */
const SHARED = ['/var/lib/plumbline', '/var/tmp/plumbline'] as const;

/** A folder of root's that everybody may pass through; undefined where it cannot be had, or belongs to somebody else. */
async function sharedFolder(account: Account): Promise<string | undefined> {
  for (const folder of SHARED) {
    try {
      if (await folderMade(folder)) await chmod(folder, 0o755);
      const { uid } = await stat(folder);
      if (uid === 0 && reachable(folder, account)) return folder;
    } catch {
      // Read-only or missing: the next one.
    }
  }
  return undefined;
}

/**
 * The place for the server of this home. For root it is that of whoever owns the home, so that a home serves its user and
 * root alike, and that of `nobody` for a home of root's own. `remembered` is where it was put before: it stays there, and
 * as whoever owns its folder. A new one lies below the home, except for an account that cannot reach the home.
 */
export async function placeFor(home: string, remembered: string | undefined): Promise<Place> {
  if (!rootServes()) return { account: undefined, folder: remembered ?? path.join(home, 'postgres'), shelf: home };
  const account = (await ownerOf(home)) ?? NOBODY;
  const shared = await sharedFolder(account);
  const shelf = shared ?? home;
  if (remembered !== undefined) return { account: (await ownerOf(remembered)) ?? account, folder: remembered, shelf };
  if (reachable(home, account)) return { account, folder: path.join(home, 'postgres'), shelf };
  if (shared === undefined) {
    throw new EmbeddedFailure(homeUnreachable(home));
  }
  return { account, folder: path.join(shared, folderNameOf(home)), shelf };
}

/** Of the folder, in one that homes share. */
const folderNameOf = (home: string): string => createHash('sha256').update(home).digest('hex').slice(0, 16);

export const isMade = (data: string): boolean => existsSync(path.join(data, 'PG_VERSION'));

/** The server's folder of a home without a record of it, where one was made; nothing is written. */
export const unrecordedFolder = (home: string): string | undefined =>
  [path.join(home, 'postgres'), ...SHARED.map((shared) => path.join(shared, folderNameOf(home)))].find((folder) =>
    isMade(dataIn(folder)),
  );

async function ownerOf(folder: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(folder);
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** Makes the server's folder, owned by its account and closed to others. */
export async function makeFolder({ account, folder }: Place): Promise<void> {
  try {
    await folderMade(folder);
    if (account !== undefined) await chown(folder, account.uid, account.gid);
    await chmod(folder, 0o700);
  } catch (cause) {
    const reason = failureText(cause);
    throw new EmbeddedFailure(folderUnusable(folder, reason), { cause });
  }
}
